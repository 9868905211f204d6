import type { Required } from '../../protocol/report.ts'
import type { Control, Pair } from './model.ts'
import { classOf } from './seen.ts'
import * as words from './words.ts'

export interface RequiredTold {
  readonly required: Required
  readonly by?: string
}

const no: RequiredTold = { required: 'no' }
/** Attributes that most controls have and that ask for nothing. */
const usual = new Set(['id', 'name', 'type', 'value', 'class', 'style'])
/** `name=value` of an attribute in which pages and form libraries write that a control must hold something. */
const asks =
  /^(lay-verify|data-options|v?validate|vtype|data-validate|check|valid|rule|data-rule|v-validate)=.*(\brequired\b|not-?null|not-?empty|isnull\s*[:=]\s*['"]?false|allowblank\s*[:=]\s*false|nullable\s*[:=]\s*['"]?(false|no))|^(data-val-required|msg-required|data-bv-notempty)=|^(data-rule-required|aria-required)=true$|^datatype=(require|\*)|^(notnull|mustinput)=(?!(false|no|0)$)|^(isnull|nullable|allowblank)=(false|no|0)$/isu
const formItem = '.el-form-item,.ant-form-item,.layui-form-item,.form-group,.x-form-item,.ivu-form-item,td,li'

/** Whether the page itself asks for this field to be filled, and how it says so. */
export function tellRequired(pair: Pair, drawn: Map<string, boolean>): RequiredTold {
  const { control } = pair
  if (!control?.editable) return pair.star ? { required: 'no', by: 'star' } : no
  const by = toldBy(pair, control, drawn)
  // what the words of label, prompt and remark say of a condition is the engine's business
  return by ? { required: 'yes', by } : no
}

function toldBy(pair: Pair, control: Control, drawn: Map<string, boolean>): string | undefined {
  if (pair.star || control.starred) return 'star'
  const { labelNode } = pair
  let look = ''
  if (!pair.plain) {
    const told = toldByControl(control)
    if (told || !labelNode) return told
    const item = labelNode.closest(formItem)
    if (saysRequired(labelNode) || (item && saysRequired(item) && item.contains(control.element)))
      return 'class'
    look = looksOf(labelNode, item)
  }
  return labelNode && starDrawn(labelNode, look, drawn) ? 'star' : undefined
}

function toldByControl({ native, element }: Control): string | undefined {
  // names are plain strings; the list of attributes would make an object of each
  const names = native.getAttributeNames()
  if (names.includes('required')) return 'native'
  if (element.getAttribute('aria-required') === 'true') return 'aria'
  if (names.some((name) => !usual.has(name) && asks.test(`${name}=${native.getAttribute(name)}`)))
    return 'validator'
  return saysRequired(native) || (element !== native && saysRequired(element)) ? 'class' : undefined
}

function saysRequired(element: Element): boolean {
  const name = classOf(element)
  return name !== '' && words.isRequiredClass(name)
}

/** A star that exists only in a style sheet; asked once for each look of label. */
function starDrawn(label: Element, look: string, drawn: Map<string, boolean>): boolean {
  let found = drawn.get(look)
  if (found === undefined) {
    found = [label, label.firstElementChild, label.parentElement].some(
      (element) =>
        element !== null &&
        ['::before', '::after'].some((part) => /[*＊]/u.test(getComputedStyle(element, part).content)),
    )
    drawn.set(look, found)
  }
  return found
}

/** How a label and the parts around it are drawn, by their tags and classes. */
function looksOf(label: Element, item: Element | null): string {
  const { firstElementChild: inner, parentElement: outer } = label
  return (
    lookOf(label) + lookOf(inner) + lookOf(outer) + lookOf(item === label || item === outer ? null : item)
  )
}

function lookOf(element: Element | null): string {
  if (!element) return '<'
  const name = classOf(element)
  return name === '' ? element.tagName : `${element.tagName}.${name}<`
}
