/** Whether a person can see the element: laid out, not `visibility: hidden`, not moved out of the window. */
export function isShown(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true })
}

/** For walking a part that is not shown at present, such as another tab: what it hides by itself. */
export function hidesItself(element: Element): boolean {
  const style = getComputedStyle(element)
  return (
    style.display === 'none' ||
    (style.visibility === 'hidden' && element.parentElement?.checkVisibility() === true)
  )
}

/** Laid out but not to be seen: no size, or far outside. */
export function isOutOfSight(element: Element, box = element.getBoundingClientRect()): boolean {
  if (box.width < 2 || box.height < 2) return true
  // how far the page is scrolled is asked of the window only where it matters
  return (box.right < -50 && box.right + scrollX < -50) || (box.bottom < -50 && box.bottom + scrollY < -50)
}

export function classOf(element: Element): string {
  const name = element.className
  return typeof name === 'string' ? name : (element.getAttribute('class') ?? '')
}
