"""A reader without a mouse: goes from stop to stop, and must see each of them."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

MOST_STOPS = 250

# What is wrong with how the place of the keyboard is shown; "" where nothing is.
UNSEEN = """() => {
  let one = document.activeElement
  while (one.shadowRoot?.activeElement) one = one.shadowRoot.activeElement
  if (one === document.body) return ""
  const ring = (e) => { const s = getComputedStyle(e)
    return s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2 }
  const said = (one.getAttribute("aria-label") || one.innerText || one.tagName).slice(0, 40)
  const small = one.matches("input[type=checkbox], input[type=radio]")
  const shown = small ? one.closest("label") : one
  if (!ring(shown)) return `no ring: ${said}`
  const box = shown.getBoundingClientRect()
  if (box.bottom < 1 || box.top > innerHeight - 1 || box.right < 1 || box.left > innerWidth - 1)
    return `out of sight: ${said}`
  const header = document.querySelector(".stAppHeader")
  const under = header && !header.contains(one) && one.closest(".stMainBlockContainer")
  if (under && box.bottom <= header.getBoundingClientRect().bottom)
    return `under the header: ${said}`
  return ""
}"""

WITHIN = """element => { let one = document.activeElement
  while (one.shadowRoot?.activeElement) one = one.shadowRoot.activeElement
  return element === one || element.contains(one) }"""


def reach(page: Page, wanted: Locator, key: str = "Tab") -> None:
    """Press `key` until the keyboard stands on or in `wanted`; every stop on the way is seen."""
    wanted.first.wait_for(state="attached")
    for _ in range(MOST_STOPS):
        if wanted.first.evaluate(WITHIN):
            return
        page.keyboard.press(key)
        unseen = page.evaluate(UNSEEN)
        assert unseen == "", unseen
    raise AssertionError(f"the keyboard does not reach {wanted}")


def press(page: Page, wanted: Locator, key: str = "Enter") -> None:
    reach(page, wanted)
    page.keyboard.press(key)


def lost(page: Page) -> bool:
    """Whether the keyboard has no place, so that the next stop would be the page's first."""
    return bool(page.evaluate("document.activeElement === document.body"))
