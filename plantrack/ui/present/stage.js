// The stage: slides shown one at a time, changed in the browser alone. What is on it comes from the
// program; which slide is shown stands in the address, so that a reload shows the same one.
const NEXT = ["ArrowRight", "ArrowDown", "PageDown", " ", "Enter", "n"]
const BACK = ["ArrowLeft", "ArrowUp", "PageUp", "Backspace", "p"]
const SECONDS_TO_IDLE = 3
const SHORTEST_SWIPE = 50 // pixels
const SECOND_TRY = 4000 // milliseconds
const TABLE_SIZES = [2.3, 2, 1.8, 1.6, 1.4, 1.25] // units of the stage; the last may scroll
const ICONS = {
  back: "M15 5l-7 7 7 7", next: "M9 5l7 7-7 7", list: "M4 6h16M4 12h16M4 18h16",
  table: "M4 5h16v14H4zM4 10h16M4 15h16M10 5v14",
  theme: "M12 4a8 8 0 100 16zM12 4a8 8 0 010 16", full: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
  leave: "M6 6l12 12M18 6L6 18",
}
const SKELETON = `
<div class="start"><button class="begin"></button><button class="resume" hidden></button><p></p></div>
<dialog><div class="screen" tabindex="-1">
  <div class="slide">
    <div><p class="topic"></p><h2 class="title"></h2></div><div class="body" tabindex="-1"></div>
    <p class="note"></p><p class="foot"></p>
  </div>
  <div class="bar"><div class="progress"><i></i></div>
    <button data-do="back"></button><b></b><button data-do="next"></button><span class="whose"><span></span><span></span><span></span></span>
    <span class="tools"><button data-do="list"></button><button data-do="table"></button
    ><button data-do="theme"></button><button data-do="language"></button
    ><button data-do="full"></button><button data-do="leave"></button></span>
  </div>
  <nav class="list" hidden><h2></h2><ol></ol></nav><div class="announce" aria-live="polite"></div>
</div></dialog>`
const stages = new WeakMap()

class Stage {
  constructor(root) {
    this.root = root
    const shell = root.querySelector(".stage")
    shell.innerHTML = SKELETON
    this.at = (selector) => shell.querySelector(selector)
    this.dialog = this.at("dialog")
    this.screen = this.at(".screen")
    this.asked = new URLSearchParams(location.search).get("slide")
    this.shown = "" // the slide on the stage, or the last one
    this.open = this.table = false
    this.listen()
  }

  listen() {
    this.ended = new AbortController()
    const listen = (what, name, heard, more) =>
      what.addEventListener(name, heard, { signal: this.ended.signal, ...more })
    // First of all listeners, so that no shortcut of the page below answers a key as well.
    listen(window, "keydown", (event) => this.open && this.key(event), { capture: true })
    // The program completes the address of the page, and knows no slide.
    if (window.navigation) listen(navigation, "currententrychange", () => this.open && this.remember())
    listen(document, "fullscreenchange", () => this.fullChanged())
    printSheets(this.at(".start").parentElement, () => this.data, this.ended.signal)
    listen(this.dialog, "cancel", (event) => { event.preventDefault(); this.leave() })
    listen(this.at(".begin"), "click", () => this.begin(this.data.slides[0].id))
    listen(this.at(".resume"), "click", () => this.begin(this.shown))
    listen(this.at(".bar"), "click", (event) => this.press(event))
    listen(this.at(".slide"), "click", (event) => this.click(event))
    listen(this.at(".list"), "click", (event) => this.pick(event))
    listen(this.screen, "pointermove", () => this.wake())
    listen(this.screen, "touchstart", ({ touches }) => {
      this.touched = touches.length === 1 ? touches[0] : null
    }, { passive: true })
    listen(this.screen, "touchend", (event) => this.swipe(event.changedTouches[0]))
  }

  update(data, send) {
    this.data = data
    this.send = send
    const known = (id) => data.slides.some((slide) => slide.id === id)
    for (const [name, colour] of Object.entries(data.colours)) {
      this.dialog.style.setProperty(`--${name}`, colour)
    }
    this.dialog.style.colorScheme = data.theme
    this.label()
    if (this.asked && known(this.asked)) this.begin(this.asked, false)
    this.asked = null
    if (this.shown && !known(this.shown)) this.shown = data.slides[0]?.id ?? ""
    if (this.open) this.draw()
    this.remember()
    if (this.turning === data.language) this.turning = null
    if (this.shade === data.theme) this.shade = null
    if (this.turning) return
    if (this.shade && !this.shading) this.darken(this.shade)
    else if (data.slides.some((slide) => slide.waits)) this.ask("more")
  }

  // Every question takes the address along as it stands in the browser. One asked before the other
  // language has reached it would turn that back: nothing is asked meanwhile, and once again after.
  turn(language) {
    this.turning = language
    this.ask("language", language)
    setTimeout(() => {
      if (this.turning !== language || !this.dialog.isConnected) return
      this.turning = null
      this.ask("language", language)
    }, SECOND_TRY)
  }

  // A theme asked for while the other language comes waits for it; one that got lost is asked again.
  darken(theme) {
    this.shade = theme
    if (this.turning) return
    this.ask("theme", theme)
    clearTimeout(this.shading)
    this.shading = setTimeout(() => {
      this.shading = null
      if (this.shade === theme && !this.turning && this.dialog.isConnected) this.ask("theme", theme)
    }, SECOND_TRY)
  }

  // The slide shown goes along: its drawing is made first.
  ask(what, value = "") {
    this.send(what, { value, slide: this.shown })
  }

  label() {
    const { words, slides } = this.data
    this.at(".begin").textContent = words.begin
    this.at(".begin").disabled = !slides.length
    const keys = this.at(".start p")
    keys.replaceChildren(...words.keys.map(([names, told]) => {
      const one = document.createElement("span")
      for (const name of names) {
        one.append(Object.assign(document.createElement("kbd"), { textContent: name }), " ")
      }
      one.append(told)
      if (!names.length) one.className = "touch"
      return one
    }))
    this.dialog.setAttribute("aria-label", words.dialog)
    for (const button of this.root.querySelectorAll(".bar button")) {
      const does = button.dataset.do
      button.setAttribute("aria-label", words[does])
      button.title = words[does]
      if (does === "language") button.textContent = words.other
      else button.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${ICONS[does]}"/></svg>`
    }
    const [targets, plan] = this.data.frame
    const told = [this.data.figures, targets, plan]
    ;[...this.at(".whose").children].forEach((one, place) => { one.textContent = told[place] })
    this.at(".list h2").textContent = words.list
    this.at(".list ol").replaceChildren(...slides.map((slide, place) => {
      const item = document.createElement("li"), button = document.createElement("button")
      button.dataset.slide = slide.id
      for (const text of [place + 1, slide.topic]) {
        button.append(Object.assign(document.createElement("span"), { textContent: text }))
      }
      item.append(button)
      return item
    }))
    this.continuing()
  }

  continuing() {
    const resume = this.at(".resume"), place = this.place()
    resume.hidden = place < 1
    resume.textContent = this.data.words.resume.replace("{number}", place + 1)
  }

  place() { return this.data.slides.findIndex((slide) => slide.id === this.shown) }

  begin(id, full = true) {
    if (!id) return
    this.open = true
    this.path = location.pathname
    if (!this.dialog.open) this.dialog.showModal()
    if (full) this.screen.requestFullscreen?.().catch(() => {}) // shown in the window instead
    this.screen.focus()
    this.show(id)
    this.wake()
  }

  leave() {
    this.open = false
    this.list(false)
    const left = this.root.fullscreenElement ? document.exitFullscreen() : Promise.resolve()
    this.dialog.close()
    this.continuing()
    this.remember()
    // While the screen is full nothing outside it takes the keyboard.
    left.finally(() => this.at(this.at(".resume").hidden ? ".begin" : ".resume").focus())
  }

  go(place) {
    const slide = this.data.slides[Math.min(Math.max(place, 0), this.data.slides.length - 1)]
    if (slide && slide.id !== this.shown) this.show(slide.id)
  }

  show(id) {
    this.shown = id
    this.table = false
    this.screen.classList.remove("black")
    this.draw()
    this.at(".slide").scrollTop = this.at(".body").scrollTop = 0
    this.at(".announce").textContent = `${this.at(".bar b").textContent}. ${this.at(".title").textContent}`
    this.remember()
  }

  draw() {
    const { slides, words, figures } = this.data
    const place = this.place(), slide = slides[place], title = this.at(".title")
    if (!slide) return
    title.replaceChildren(...unbroken(slide.title))
    const size = slide.title.length > 150 ? "long" : slide.title.length > 68 ? "medium" : ""
    title.className = `title ${size}`
    const topic = this.at(".topic")
    topic.textContent = slide.topic
    if (slide.standing) topic.insertAdjacentHTML("beforeend", slide.standing)
    this.body(slide)
    const note = this.at(".note")
    note.hidden = !slide.note
    note.replaceChildren(Object.assign(document.createElement("b"), { textContent: `${words.note}: ` }), slide.note)
    const whose = Object.assign(document.createElement("span"), { className: "figures", textContent: figures })
    this.at(".foot").replaceChildren(slide.foot, whose)
    this.at(".bar b").textContent = `${place + 1} / ${slides.length}`
    this.at(".progress i").style.setProperty("--done", (place + 1) / slides.length)
    this.at("[data-do=back]").disabled = place === 0
    this.at("[data-do=next]").disabled = place === slides.length - 1
    const both = slide.drawing || slide.waits
    this.at("[data-do=table]").disabled = !both || !slide.table
    this.at("[data-do=table]").setAttribute("aria-pressed", String(this.table))
    this.root.querySelectorAll(".list button").forEach((button) =>
      button.setAttribute("aria-current", String(button.dataset.slide === slide.id)))
  }

  body(slide) {
    const body = this.at(".body")
    if (slide.waits && !this.table) {
      body.replaceChildren(Object.assign(document.createElement("p"),
        { className: "waiting", textContent: this.data.words.waiting }))
    } else if (slide.drawing && !this.table) {
      const figure = document.createElement("figure")
      figure.setAttribute("role", "img")
      figure.setAttribute("aria-label", slide.alt)
      figure.innerHTML = slide.drawing // made by the program; its words are escaped there
      figure.firstElementChild.setAttribute("aria-hidden", "true")
      figure.firstElementChild.setAttribute("preserveAspectRatio", "xMinYMin")
      body.replaceChildren(figure)
    } else {
      body.innerHTML = slide.table
      this.fit(body)
    }
    body.tabIndex = body.scrollHeight > body.clientHeight + 1 && !slide.waits ? 0 : -1
  }

  // As large as the table can be with every row in sight.
  fit(body) {
    TABLE_SIZES.find((size) => {
      body.style.setProperty("--table", size)
      return body.scrollHeight <= body.clientHeight + 1
    })
  }

  remember() {
    const address = new URL(location.href)
    if (this.open && this.path !== location.pathname) return // on the way to another page
    if (this.open) address.searchParams.set("slide", this.shown)
    else address.searchParams.delete("slide")
    if (address.href !== location.href) history.replaceState(history.state, "", address)
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const { key } = event, list = !this.at(".list").hidden
    const onButton = event.composedPath()[0] instanceof HTMLButtonElement
    if (key === "Tab" || (onButton && (key === " " || key === "Enter"))) return
    if (key === "Escape") list ? this.list(false) : this.leave()
    else if (list) this.inList(key)
    else if (this.scrolls(key)) this.at(".body").scrollBy(0, key === "ArrowDown" ? 60 : -60)
    else if (key === " " && event.shiftKey) this.go(this.place() - 1)
    else if (NEXT.includes(key)) this.go(this.place() + 1)
    else if (BACK.includes(key)) this.go(this.place() - 1)
    else if (key === "Home") this.go(0)
    else if (key === "End") this.go(Infinity)
    else if (key === "." || key === "b") this.screen.classList.toggle("black")
    else if (!this.tool({ g: "list", t: "table", d: "theme", l: "language", f: "full" }[key.toLowerCase()])) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }

  scrolls(key) {
    const body = this.at(".body")
    const table = body.querySelector("table") && body.scrollHeight > body.clientHeight + 1
    return table && (key === "ArrowDown" || key === "ArrowUp")
  }

  inList(key) {
    const buttons = [...this.root.querySelectorAll(".list button")]
    const place = buttons.indexOf(this.root.activeElement)
    const last = buttons.length - 1
    const to = NEXT.includes(key) ? place + 1 : BACK.includes(key) ? place - 1
      : key === "Home" ? 0 : key === "End" ? last : null
    if (to !== null) buttons[Math.min(Math.max(to, 0), last)].focus()
    else if (key.toLowerCase() === "g") this.list(false)
  }

  tool(name) {
    const { theme, language } = this.data
    if (name === "back") this.go(this.place() - 1)
    else if (name === "next") this.go(this.place() + 1)
    else if (name === "list") this.list(this.at(".list").hidden)
    else if (name === "theme") this.darken(theme === "dark" ? "light" : "dark")
    else if (name === "language") this.turn(language === "vi" ? "en" : "vi")
    else if (name === "leave") this.leave()
    else if (name === "table") {
      const { table, drawing, waits } = this.data.slides[this.place()]
      if (table && (drawing || waits)) { this.table = !this.table; this.draw() }
    } else if (name === "full") {
      this.switching = true
      if (this.root.fullscreenElement) document.exitFullscreen()
      else this.screen.requestFullscreen?.().catch(() => {})
    } else return false
    return true
  }

  list(open) {
    const list = this.at(".list")
    list.hidden = !open
    if (open) this.at(".list [aria-current=true]").focus()
    else this.screen.focus()
  }

  pick(event) {
    const button = event.composedPath().find((one) => one.dataset?.slide)
    if (!button) return
    this.list(false)
    this.show(button.dataset.slide)
  }

  press(event) {
    const button = event.composedPath().find((one) => one.dataset?.do)
    if (button) this.tool(button.dataset.do)
    else if (event.composedPath().includes(this.at(".progress"))) {
      this.go(Math.floor((event.clientX / this.screen.clientWidth) * this.data.slides.length))
    }
  }

  click(event) {
    const reading = this.at(".body table") || String(getSelection())
    if (event.pointerType === "mouse" && !reading) this.go(this.place() + 1)
  }

  swipe({ clientX, clientY }) {
    if (!this.touched || !this.at(".list").hidden) return
    const across = clientX - this.touched.clientX, down = clientY - this.touched.clientY
    if (Math.abs(across) > SHORTEST_SWIPE && Math.abs(across) > 1.5 * Math.abs(down)) {
      this.go(this.place() + (across < 0 ? 1 : -1))
    }
  }

  // The browser keeps the first Escape of a full screen for itself: it leaves the stage as well.
  fullChanged() {
    const full = Boolean(this.root.fullscreenElement)
    this.at("[data-do=full]").setAttribute("aria-pressed", String(full))
    if (this.wasFull && !full && this.open && !this.switching && this.root.isConnected) this.leave()
    this.wasFull = full
    this.switching = false
  }

  wake() {
    this.screen.classList.remove("idle")
    clearTimeout(this.resting)
    this.resting = setTimeout(() => this.screen.classList.add("idle"), SECONDS_TO_IDLE * 1000)
  }

  end() {
    clearTimeout(this.resting)
    this.ended.abort()
    if (this.dialog.open) this.dialog.close()
  }
}

// Browsers break a line after the dash of "7.4–8.4 %".
const unbroken = (text) => text.split(/(\S+–\S+)/).map((part, place) => {
  if (place % 2 === 0) return part
  return Object.assign(document.createElement("span"), { className: "kept", textContent: part })
})

export default ({ data, parentElement, setTriggerValue }) => {
  if (!stages.has(parentElement)) stages.set(parentElement, new Stage(parentElement))
  const stage = stages.get(parentElement)
  stage.update(data, setTriggerValue)
  return () => setTimeout(() => {
    if (parentElement.isConnected) return
    stage.end()
    stages.delete(parentElement)
  })
}
