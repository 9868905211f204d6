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
    const box = { left: left - 1, top: top - 1, right: left + width + 1, bottom: top + height + 1 }
    if (box.right <= window.right && !taken.some((other) => overlaps(box, other)))
      return { left, top, worded }
  }
  if (!label) return null
  const atLabel = { left: label.right + 2, top: (label.top + label.bottom) / 2 - height / 2 }
  const before = { left: label.left - height - 2, top: atLabel.top }
  for (const spot of [atLabel, before]) {
    const box = { left: spot.left, top: spot.top, right: spot.left + height, bottom: spot.top + height }
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

/** What stands near a control: texts and controls of its own line, as boxes. */
export function boxesAround(element: Element): Box[] {
  let holder: Element = element
  for (
    let up = 0;
    up < 4 && holder.parentElement && holder.tagName !== 'TR' && holder.tagName !== 'FORM';
    up++
  ) {
    if (holder.parentElement.tagName === 'BODY') break
    holder = holder.parentElement
  }
  const boxes: Box[] = []
  const walker = holder.ownerDocument.createTreeWalker(holder, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  let steps = 0
  for (let node = walker.nextNode(); node && steps < 250; node = walker.nextNode(), steps++) {
    if (element.contains(node)) continue
    if (node instanceof Text) {
      if (!/[^\s\u00a0]/u.test(node.data)) continue
      const range = node.ownerDocument.createRange()
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
    if (at === element.ownerDocument.body || at === element.ownerDocument.documentElement) break
    if (getComputedStyle(at).overflow === 'visible') continue
    const box = at.getBoundingClientRect()
    if (middle < box.top || middle > box.bottom || own.left > box.right || own.right < box.left) return null
  }
  return own
}
