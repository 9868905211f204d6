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
  if (!by) return no
  // what the words of label and prompt say of a condition is the engine's business
  return control.condition ? { required: 'sometimes', by: control.condition } : { required: 'yes', by }
}

function toldBy(pair: Pair, control: Control, drawn: Map<string, boolean>): string | undefined {
  const { native, element } = control
  if (pair.star || control.starred) return 'star'
  if (native.hasAttribute('required')) return 'native'
  if (element.getAttribute('aria-required') === 'true') return 'aria'
  // names are plain strings; the list of attributes would make an object of each
  for (const name of native.getAttributeNames())
    if (!usual.has(name) && asks.test(`${name}=${native.getAttribute(name)}`)) return 'validator'
  if (saysRequired(native) || (element !== native && saysRequired(element))) return 'class'
  const { labelNode } = pair
  if (!labelNode) return undefined
  const item = labelNode.closest(formItem)
  const holder = item?.contains(element) ? item : null
  if (saysRequired(labelNode) || (holder && holder !== labelNode && saysRequired(holder))) return 'class'
  if (labelNode.childElementCount > 0 && labelNode.querySelector('.required,.must,.red-star,.xing') !== null)
    return 'class'
  return starDrawn(labelNode, item, drawn) ? 'star' : undefined
}

function saysRequired(element: Element): boolean {
  const name = classOf(element)
  return name !== '' && words.requiredClass.test(name)
}

/** A star that exists only in a style sheet; asked once for each look of label. */
function starDrawn(label: Element, item: Element | null, drawn: Map<string, boolean>): boolean {
  const { firstElementChild: inner, parentElement: outer } = label
  const look = `${lookOf(label)}<${lookOf(inner)}<${lookOf(outer)}<${lookOf(item)}`
  const known = drawn.get(look)
  if (known !== undefined) return known
  const found = [label, inner, outer].some(
    (element) =>
      element !== null &&
      ['::before', '::after'].some((part) => /[*＊]/u.test(getComputedStyle(element, part).content)),
  )
  drawn.set(look, found)
  return found
}

function lookOf(element: Element | null): string {
  return element ? `${element.tagName}.${classOf(element)}` : ''
}
