// To the clipboard, also where the page came over plain http and the browser keeps its own way shut.
const copied = async (words, field) => {
  try {
    await navigator.clipboard.writeText(words)
    return true
  } catch {
    field.value = words
    field.hidden = false
    field.focus({ preventScroll: true })
    field.select()
    // Long out of date, and the only way there is.
    return document.execCommand("copy")
  }
}
