// The slides on paper, one a sheet: made when the browser is about to print, gone afterwards. A slide
// whose drawing is not there yet is printed with the same numbers as a table.
const SHEET_SIZES = [12, 11, 10, 9, 8, 7] // points of a table's letters; the last may run over

function layOut({ slides, words, theme }) {
  const sheets = document.createElement("div")
  sheets.className = `sheets ${theme}`
  sheets.append(...slides.map((slide) => {
    const sheet = document.createElement("section")
    sheet.innerHTML = '<p class="topic"></p><h2></h2><div class="body"></div><p class="note"></p><p class="foot"></p>'
    const at = (selector) => sheet.querySelector(selector)
    at(".topic").textContent = slide.topic
    if (slide.standing) at(".topic").insertAdjacentHTML("beforeend", slide.standing)
    at("h2").textContent = slide.title
    at(".body").innerHTML = slide.drawing || slide.table // made by the program; escaped there
    at(".body svg")?.setAttribute("preserveAspectRatio", "xMinYMin")
    at(".note").textContent = slide.note ? `${words.note}: ${slide.note}` : ""
    at(".foot").textContent = slide.foot
    return sheet
  }))
  return sheets
}

function printSheets(shell, data, signal) {
  addEventListener("beforeprint", () => {
    const sheets = layOut(data())
    shell.append(sheets)
    for (const body of sheets.querySelectorAll(".body:has(table)")) {
      SHEET_SIZES.find((size) => {
        body.style.fontSize = `${size}pt`
        return body.scrollHeight <= body.clientHeight + 1
      })
    }
  }, { signal })
  addEventListener("afterprint", () => shell.querySelector(".sheets")?.remove(), { signal })
}
