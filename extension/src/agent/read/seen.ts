import type { Place } from '../../protocol/report.ts'

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

/** A style by which an element is moved out of the window. */
export const movesAway = /(?<!-)(left|top)\s*:\s*-\d{3,}/iu

export function isMovedAway(element: Element): boolean {
  return movesAway.test(element.getAttribute('style') ?? '')
}

/** A style of its own by which an element may stand where nothing else of its class does. */
const moves = /absolute|fixed|clip|:\s*-|:\s*[01](px)?\s*(;|$)/iu

/**
 * Tells within one reading what is laid out but not to be seen: of no size, or moved far outside of the part that holds
 * it. A box costs a browser more than all else that is asked of a control, so each class is measured once.
 */
export class Sight {
  readonly #near = new Set<Element>()
  readonly #looks = new Set([''])

  isOut(element: Element): boolean {
    return !this.#isNear(element, '!')
  }

  /** Whether a control without class and style was measured, and this row stands where it should. */
  knows(row: Element): boolean {
    return this.#looks.has('!') && this.#isNear(row, '')
  }

  /** `mark` keeps the looks of controls, which have a size, from those of the parts that hold them. */
  #isNear(element: Element, mark: string): boolean {
    if (this.#near.has(element)) return true
    const { parentElement } = element
    if (parentElement && !this.#isNear(parentElement, '')) return false
    // most cells and rows have nothing that could move them
    if ((mark || element.hasAttributes()) && !this.#isInPlace(element, mark, parentElement)) return false
    this.#near.add(element)
    return true
  }

  #isInPlace(element: Element, mark: string, parent: Element | null): boolean {
    const style = element.getAttribute('style')
    const look = style !== null && moves.test(style) ? null : mark + classOf(element)
    if (look !== null && this.#looks.has(look)) return true
    const box = element.getBoundingClientRect()
    if ((mark && (box.width < 2 || box.height < 2)) || isAside(box, parent)) return false
    if (look !== null) this.#looks.add(look)
    return true
  }
}

/** Left of or above the part that holds it, by more than any layout does; what is scrolled away is not. */
function isAside(box: DOMRect, parent: Element | null): boolean {
  if (!parent || (box.right >= -50 && box.bottom >= -50)) return false
  const { left, top } = parent.getBoundingClientRect()
  return box.right + parent.scrollLeft < left - 50 || box.bottom + parent.scrollTop < top - 50
}

/** Where an element stands on the page, in its own pixels however far it is scrolled. */
export function placeOf(element: Element): Place {
  const { x, y, width, height } = element.getBoundingClientRect()
  return { x: x + scrollX, y: y + scrollY, width, height }
}

export function classOf(element: Element): string {
  const name = element.className
  return typeof name === 'string' ? name : (element.getAttribute('class') ?? '')
}
