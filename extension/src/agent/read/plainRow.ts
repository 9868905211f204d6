import { plain, valueOf } from './labelText.ts'
import type { Control, Pair } from './model.ts'
import { nativeControl } from './nativeControl.ts'
import { remembered } from './remembered.ts'
import { movesAway, type Sight } from './seen.ts'
import { isHeadingClass } from './settle.ts'
import { mayBeStyled, writtenIn } from './widgets.ts'
import * as words from './words.ts'

/**
 * One pair in the markup of a row: a cell with a word and its colon, without any star, unit, number or blank by which
 * something is told; then a cell with one control.
 */
const pairMarkup =
  /\s*<td([^>]*)>(?:&nbsp;|\s)*([一-鿿][一-鿿A-Za-z\d]*)([:：])(?:&nbsp;|\s)*<\/td>\s*<td([^>]*)>(?:&nbsp;|\s)*<input([^>]*)>(?:&nbsp;|\s)*<\/td>/uy
/** Attributes of a text input that say nothing but what it holds and how it is called. */
const bareMarkup =
  /^(?: (?:type="text"|name="(?!R\d)[^"]*"|(?:id|value|size|maxlength|disabled|title)="[^"]*"))*$/u

/**
 * The pairs of a row in which every label is a cell with one word and a colon, and every value a cell with one input;
 * null where anything else stands in the row. Most rows of old forms are such, and none of the questions that are asked
 * of other rows would change what they say. The row is read as one text: every question put to an element costs a
 * browser more than what is done with the answer.
 */
export function plainRow(row: Element, sight: Sight): Pair[] | null {
  if (row.lastElementChild?.firstElementChild?.tagName !== 'INPUT') return null
  const markup = row.innerHTML
  const pairs: Pair[] = []
  const known = sight.knows(row)
  const bareRow = !row.hasAttributes()
  pairMarkup.lastIndex = 0
  for (let label = row.firstElementChild; label;) {
    const told = pairMarkup.exec(markup)
    const name = told?.[2]
    const holder = label.nextElementSibling
    const input = holder?.firstElementChild
    if (!name || !holder || !(input instanceof HTMLInputElement)) return null
    const styled = told[1] !== '' || told[4] !== ''
    if (styled && !(isPlain(told[1] ?? '') && isPlain(told[4] ?? '') && label.checkVisibility())) return null
    if (words.noPlainLabel.test(name) || !input.checkVisibility()) return null
    const asks = told[5] ?? ''
    const bare = bareMarkup.test(asks)
    const control = bare ? bareControl(input, !asks.includes(' disabled="')) : nativeControl(input)
    if (!control || 'checked' in control) return null
    if ((styled || !bare || !known) && sight.isOut(input)) return null
    pairs.push({
      label: name + told[3],
      name,
      labelNode: label,
      control,
      valueNode: input,
      value: control.value,
      confidence: 0.97,
      star: false,
      plain: bare && bareRow && !styled && control.editable,
    })
    label = holder.nextElementSibling
  }
  return pairs
}

function bareControl(element: HTMLInputElement, editable: boolean): Control {
  const written = plain(writtenIn(element))
  const value = valueOf(written)
  return {
    element,
    native: element,
    family: 'native',
    value,
    kind: 'text',
    editable,
    shown: value === '' ? written : '',
  }
}

/** Whether a cell with these attributes is neither moved away nor by its class anything else. */
const isPlain = remembered((attributes) => {
  const name = / class="([^"]*)"/u.exec(attributes)?.[1] ?? ''
  return !(
    / rowspan="(?!1")/u.test(attributes) ||
    movesAway.test(attributes) ||
    words.isPartClass(name) ||
    mayBeStyled(name) ||
    isHeadingClass(name)
  )
})
