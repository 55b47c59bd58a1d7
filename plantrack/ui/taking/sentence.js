const buttons = new WeakMap()

class Button {
  constructor(root) {
    this.place = root.querySelector(".taking")
    this.place.innerHTML = `<button></button><span class="status" role="status"></span>
      <textarea readonly hidden rows="3"></textarea>`
    this.at = (selector) => this.place.querySelector(selector)
    this.at("button").addEventListener("click", () => this.copy())
  }

  update(data) {
    if (data.sentence !== this.data?.sentence) this.at(".status").textContent = ""
    this.data = data
    this.at("button").textContent = data.words.copy
    this.at("textarea").setAttribute("aria-label", data.words.copy)
  }

  async copy() {
    const { sentence, words } = this.data
    const field = this.at("textarea"), status = this.at(".status")
    status.textContent = ""
    const done = await copied(sentence, field)
    if (done && !field.hidden) {
      field.hidden = true
      this.at("button").focus({ preventScroll: true })
    }
    // A moment later, so that a screen reader hears it again when pressed again.
    setTimeout(() => { status.textContent = done ? words.copied : words.by_hand }, 50)
  }
}

export default ({ data, parentElement }) => {
  if (!buttons.has(parentElement)) buttons.set(parentElement, new Button(parentElement))
  buttons.get(parentElement).update(data)
}
