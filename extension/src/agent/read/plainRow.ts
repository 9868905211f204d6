import { plain } from './labelText.ts'
import type { Pair } from './model.ts'
import { nativeControl } from './nativeControl.ts'
import { classOf, isMovedAway, type Sight } from './seen.ts'
import { isHeadingClass } from './settle.ts'
import { mayBeStyled } from './widgets.ts'
import * as words from './words.ts'

/** A word with its colon and nothing else: no star, unit, number or blank by which something is told. */
const wordWithColon = /^([一-鿿][一-鿿A-Za-z\d]*)[:：]$/u

/**
 * The pairs of a row in which every label is a cell with one word and a colon, and every value a cell with one text
 * input; null where anything else stands in the row. Most rows of old forms are such, and none of the questions that
 * are asked of other rows would change what they say.
 */
export function plainRow(row: Element, sight: Sight): Pair[] | null {
  const count = row.childElementCount
  if (count === 0 || count % 2 !== 0) return null
  const pairs: Pair[] = []
  for (let label = row.firstElementChild; label;) {
    const holder = label.nextElementSibling
    const text = label.firstChild
    const input = holder?.firstElementChild
    if (!holder || !(text instanceof Text) || text.nextSibling || input?.tagName !== 'INPUT') return null
    if (!isPlain(label) || !isPlain(holder) || input.nextElementSibling) return null
    const word = plain(text.data)
    const own = wordWithColon.exec(word)?.[1]
    if (own === undefined || words.isNoLabel(own) || words.valueEnd.test(own)) return null
    if (words.chromeWord.test(word) || words.pagerWord.test(word)) return null
    if ((holder.firstChild !== input || input.nextSibling) && /\S/u.test(holder.textContent ?? ''))
      return null
    if (!label.checkVisibility() || !input.checkVisibility()) return null
    const control = nativeControl(input, sight)
    if (!control || 'checked' in control) return null
    pairs.push({
      label: word,
      labelNode: label,
      control,
      valueNode: input,
      value: control.value,
      confidence: 0.97,
      star: false,
    })
    label = holder.nextElementSibling
  }
  return pairs
}

/** A cell of one row that neither a class nor a style of its own makes anything else. */
function isPlain(cell: Element): boolean {
  if (!cell.hasAttributes()) return cell.tagName === 'TD'
  if (!(cell instanceof HTMLTableCellElement) || cell.rowSpan > 1 || isMovedAway(cell)) return false
  const name = classOf(cell)
  return !words.isPartClass(name) && !mayBeStyled(name) && !isHeadingClass(name)
}
