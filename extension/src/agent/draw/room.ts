export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const height = 18
const gap = 5

export type Spot = { readonly left: number; readonly top: number; readonly worded: boolean } | null

/**
 * Where a mark may stand: right of the control with its word, there as an icon, else at the right end of the label;
 * null where all of these would cover something.
 */
export function findRoom(
  control: Box,
  label: Box | null,
  wordWidth: number,
  taken: readonly Box[],
  window: Box,
): Spot {
  const top =
    (control.bottom - control.top > 60 ? control.top + 11 : (control.top + control.bottom) / 2) - height / 2
  const left = control.right + gap
  for (const [width, worded] of [
    [wordWidth, true],
    [height, false],
  ] as const) {
    const box = new DOMRect(left - 1, top - 1, width + 2, height + 2)
    if (box.right <= window.right && !taken.some((other) => overlaps(box, other)))
      return { left, top, worded }
  }
  if (!label) return null
  const atLabel = { left: label.right + 2, top: (label.top + label.bottom) / 2 - height / 2 }
  const before = { left: label.left - height - 2, top: atLabel.top }
  for (const spot of [atLabel, before]) {
    const box = new DOMRect(spot.left, spot.top, height, height)
    if (box.left >= window.left && !overlaps(box, control) && !taken.some((other) => overlaps(box, other)))
      return { ...spot, worded: false }
  }
  return null
}

/** In the gutter left of a row, else in the first cell that has free space before or behind its words. */
export function findRowRoom(
  row: Box,
  cells: readonly { readonly whole: Box; readonly text: Box }[],
  window: Box,
): Spot {
  const top = (row.top + row.bottom) / 2 - height / 2
  if (row.left - window.left >= height + 6) return { left: row.left - height - 3, top, worded: false }
  for (const { whole, text } of cells) {
    if (whole.right - text.right >= height + 4) return { left: text.right + 3, top, worded: false }
    if (text.left - whole.left >= height + 4) return { left: whole.left + 2, top, worded: false }
  }
  return null
}

export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

/** What belongs to a control, as far as one can tell: its own line, or what is nearest to it in the tree. */
function nearestTo(element: Element): Element {
  let holder: Element = element
  for (let up = 0; up < 4 && holder.parentElement && !/^(TR|FORM)$/u.test(holder.tagName); up++) {
    if (holder.parentElement.tagName === 'BODY') break
    holder = holder.parentElement
  }
  return holder
}

/**
 * Whether something else of the page lies over the right end of a control, where its mark would stand: a window of its
 * library, a dialogue, a mask.
 */
export function isCovered(element: Element, box: Box, ours: Element | null): boolean {
  const hit = document.elementFromPoint(box.right - 3, (box.top + box.bottom) / 2)
  return (
    hit !== null &&
    hit !== ours &&
    !hit.contains(element) &&
    !nearestTo(element).contains(hit) &&
    element.getRootNode() === document
  )
}

/** NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT */
const textsAndElements = 5

/** What stands near a control: texts and controls of its own line, as boxes. */
export function boxesAround(element: Element): Box[] {
  const holder = nearestTo(element)
  const boxes: Box[] = []
  const walker = document.createTreeWalker(holder, textsAndElements)
  let steps = 0
  for (let node = walker.nextNode(); node && steps < 250; node = walker.nextNode(), steps++) {
    if (element.contains(node)) continue
    if (node instanceof Text) {
      if (!/[^\s\u00a0]/u.test(node.data)) continue
      const range = new Range()
      range.selectNodeContents(node)
      for (const box of range.getClientRects()) if (box.width > 0) boxes.push(box)
    } else if (node instanceof Element && /^(INPUT|SELECT|TEXTAREA|BUTTON|IMG|IFRAME)$/u.test(node.tagName)) {
      const box = node.getBoundingClientRect()
      if (box.width > 0) boxes.push(box)
    }
  }
  return boxes
}

/** The element's box as far as the parts it scrolls in show it; null where they show nothing. */
export function visibleBox(element: Element): Box | null {
  const own = element.getBoundingClientRect()
  if (own.width === 0 && own.height === 0) return null
  const middle = (own.top + own.bottom) / 2
  for (let at = element.parentElement, up = 0; at && up < 12; at = at.parentElement, up++) {
    if (at.scrollHeight <= at.clientHeight + 1 && at.scrollWidth <= at.clientWidth + 1) continue
    if (at === document.body || at === document.documentElement) break
    if (getComputedStyle(at).overflow === 'visible') continue
    const box = at.getBoundingClientRect()
    if (middle < box.top || middle > box.bottom || own.left > box.right || own.right < box.left) return null
  }
  return own
}

/** The frame that a library draws around its inner input, arrow and unit within it. */
export function frameBox(element: Element, box: Box): Box {
  for (let at = element.parentElement, up = 0; at && up < 5; at = at.parentElement, up++) {
    const own = at.getBoundingClientRect()
    if (
      /^(T[DHR]|FORM|FIELDSET|BODY)$/u.test(at.tagName) ||
      own.height > 60 ||
      own.right - box.right > 40 ||
      box.left - own.left > 40
    )
      break
    if (getComputedStyle(at).borderRightWidth !== '0px') return own
  }
  return box
}

/** From the first part to the words behind the last. */
export function groupBox(first: Element, parts: readonly Element[]): Box {
  const range = new Range()
  range.setStartBefore(first)
  const last = parts.at(-1) ?? first
  const next = last.nextSibling
  const follows =
    next instanceof Text
      ? /\S/u.test(next.data)
      : next instanceof Element && /^(LABEL|SPAN|FONT|B)$/u.test(next.tagName)
  range.setEndAfter(follows && next ? next : last)
  return range.getBoundingClientRect()
}

/** The box of an element's words rather than of its whole cell. */
export function contentBox(element: Element, box: Box): Box {
  const range = new Range()
  let holder = element
  while (holder.firstElementChild && holder.childNodes.length === 1) holder = holder.firstElementChild
  range.selectNodeContents(holder)
  const inner = range.getBoundingClientRect()
  return inner.width > 0
    ? new DOMRect(inner.left, inner.top, Math.min(inner.width, box.right - inner.left), inner.height)
    : new DOMRect(box.left, box.top, 4, box.bottom - box.top)
}
