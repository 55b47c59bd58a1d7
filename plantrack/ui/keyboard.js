// The keyboard's place after the program has drawn the page anew: the same control again, or, where
// it is gone, the nearest heading above it. Who points instead is left alone.
// And rest for who asked for less motion.
const CONTROLS = "a[href], button, input, select, textarea, summary, [tabindex='0']"
let held = null, pointed = false

const keyOf = (element) => {
  const classes = [...(element.closest("[class*=st-key-]")?.classList ?? [])]
  return classes.find((one) => one.startsWith("st-key-"))
}

function headingsAbove(element) {
  const before = (one) =>
    one.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING
  return [...document.querySelectorAll(".stMain :is(h1, h2, h3, h4)")].filter(before)
}

function placeAgain() {
  if (!held || document.activeElement !== document.body) return
  const there = held.element.isConnected && !held.element.disabled && held.element
  const again = held.key && document.querySelector(`.${CSS.escape(held.key)}`)
    ?.querySelector(`:is(${CONTROLS}):not(:disabled)`)
  const heading = held.headings.findLast((one) => one.isConnected)
  if (!there && !again && heading) heading.tabIndex = -1
  const place = there || again || heading
  place?.focus({ preventScroll: Boolean(there) })
}

// What scripts move, such as a part that opens, no style can stop.
function restForWhoAsked() {
  const asked = matchMedia("(prefers-reduced-motion: reduce)"), animate = Element.prototype.animate
  Element.prototype.animate = function (frames, timing) {
    const times = typeof timing === "object" ? timing : { duration: timing }
    const short = { ...times, duration: 1, delay: 0, iterations: 1 }
    return animate.call(this, frames, asked.matches ? short : timing)
  }
}

function holdPlace() {
  if (window.plantrackHoldsPlace) return
  window.plantrackHoldsPlace = true
  restForWhoAsked()
  addEventListener("pointerdown", () => { pointed = true; held = null }, true)
  addEventListener("keydown", () => { pointed = false }, true)
  addEventListener("focusin", ({ target }) => {
    held = pointed || !target.closest?.(".stMain") ? null : { element: target, key: keyOf(target), headings: headingsAbove(target) }
  }, true)
  new MutationObserver(() => requestAnimationFrame(placeAgain)).observe(
    document.querySelector("[data-testid=stApp]"),
    { attributes: true, attributeFilter: ["data-test-script-state"] })
}
