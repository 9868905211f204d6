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
  const { width, height, right, bottom } = box
  return width < 2 || height < 2 || right + scrollX < -50 || bottom + scrollY < -50
}

export function classOf(element: Element): string {
  const name = element.className
  return typeof name === 'string' ? name : (element.getAttribute('class') ?? '')
}
