const SKELETON = `
<details><summary></summary>
  <ul></ul>
  <p class="status" role="status"></p>
  <details class="embed"><summary></summary><p></p>
    <textarea readonly rows="3" spellcheck="false"></textarea><button class="copy"></button>
    <span class="status" role="status"></span></details>
</details>`
const PATIENCE = 90000 // milliseconds
const menus = new WeakMap()

class Menu {
  constructor(root) {
    this.place = root.querySelector(".taking")
    this.place.innerHTML = SKELETON
    this.at = (selector) => this.place.querySelector(selector)
    this.pressed = [] // what was asked for and is not there yet, in turn
    this.count = 0
    this.at("ul").addEventListener("click", (event) => {
      const button = event.target.closest("button")
      if (button) this.press(button.dataset.format)
    })
    this.at(".copy").addEventListener("click", () => this.copy())
  }

  update(data, send) {
    this.send = send
    this.data = data
    const { words } = data
    this.at("summary").textContent = words.open
    this.at(".embed summary").textContent = words.embed
    this.at(".embed p").textContent = words.how
    this.at(".copy").textContent = words.copy
    this.at("textarea").value = this.code()
    this.at("textarea").setAttribute("aria-label", words.embed)
    if (this.at("ul").dataset.said !== JSON.stringify(data.formats)) this.list()
    if (data.answer) this.take(data.answer)
  }

  list() {
    const list = this.at("ul")
    list.dataset.said = JSON.stringify(this.data.formats)
    list.replaceChildren(...this.data.formats.map(([format, name, told]) => {
      const item = document.createElement("li"), button = document.createElement("button")
      const what = document.createElement("b"), note = document.createElement("span")
      what.textContent = name
      note.textContent = told
      button.dataset.format = format
      button.append(what, " ", note)
      item.append(button)
      return item
    }))
  }

  code() {
    const { address, width, height, title } = this.data.embed
    const frame = document.createElement("iframe")
    frame.src = new URL(address, location.href).href
    Object.assign(frame, { width, height, title, loading: "lazy" })
    frame.style.border = "0"
    return frame.outerHTML
  }

  press(format) {
    this.pressed.push({ format, turn: `${Date.now()}-${this.count++}` })
    if (this.pressed.length === 1) this.ask()
  }

  ask() {
    const [wanted] = this.pressed
    clearTimeout(this.waiting)
    if (!wanted) return
    this.say(this.data.words.making)
    this.send("wanted", wanted)
    this.waiting = setTimeout(() => {
      this.pressed = []
      this.say(this.data.words.late)
    }, PATIENCE)
  }

  take(answer) {
    if (answer.turn !== this.pressed[0]?.turn) return // handed over before
    this.pressed.shift()
    if (answer.problem) {
      this.say(answer.problem)
    } else {
      const bytes = Uint8Array.from(atob(answer.content), (one) => one.charCodeAt(0))
      const link = document.createElement("a")
      link.href = URL.createObjectURL(new Blob([bytes], { type: answer.type }))
      link.download = answer.name
      link.click()
      setTimeout(() => URL.revokeObjectURL(link.href), 60000)
      this.say(this.data.words.done.replace("{name}", answer.name))
    }
    if (this.pressed.length) this.ask()
    else clearTimeout(this.waiting)
  }

  say(sentence) {
    this.at("details > .status").textContent = sentence
  }

  async copy() {
    const done = await copied(this.code(), this.at("textarea"))
    this.at(".embed .status").textContent = this.data.words[done ? "copied" : "by_hand"]
  }
}

export default ({ data, parentElement, setStateValue }) => {
  if (!menus.has(parentElement)) menus.set(parentElement, new Menu(parentElement))
  menus.get(parentElement).update(data, setStateValue)
}
