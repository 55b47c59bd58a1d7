// The keyboard's place after the program has drawn the page anew: the same control again, or, where
// it is gone, the nearest heading above it. A press of the mouse elsewhere gives the place up.
const CONTROLS = "a[href], button, input, select, textarea, summary, [tabindex='0']"
let held = null

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

function holdPlace() {
  if (window.plantrackHoldsPlace) return
  window.plantrackHoldsPlace = true
  addEventListener("pointerdown", () => { held = null }, true)
  addEventListener("focusin", ({ target }) => {
    if (!target.closest?.(".stMain")) { held = null; return }
    held = { element: target, key: keyOf(target), headings: headingsAbove(target) }
  }, true)
  new MutationObserver(() => requestAnimationFrame(placeAgain)).observe(
    document.querySelector("[data-testid=stApp]"),
    { attributes: true, attributeFilter: ["data-test-script-state"] })
}
