import type { Required } from '../../protocol/report.ts'
import { cleanLabel } from './labelText.ts'
import type { Control, Pair } from './model.ts'
import { classOf } from './seen.ts'
import * as words from './words.ts'

export interface RequiredTold {
  readonly required: Required
  readonly by?: string
}

const no: RequiredTold = { required: 'no' }
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
  const label = cleanLabel(pair.label)
  const condition =
    control.condition ?? (words.conditionShown.test(control.shown ?? '') ? control.shown : undefined)
  if (condition) return { required: 'sometimes', by: condition }
  if (words.onlySometimes.test(label) || words.conditionShown.test(label))
    return { required: 'sometimes', by }
  return { required: 'yes', by }
}

function toldBy(pair: Pair, control: Control, drawn: Map<string, boolean>): string | undefined {
  const { native, element } = control
  if (pair.star || control.starred) return 'star'
  if (native.hasAttribute('required')) return 'native'
  if (element.getAttribute('aria-required') === 'true') return 'aria'
  // names are plain strings; the list of attributes would make an object of each
  for (const name of native.getAttributeNames())
    if (asks.test(`${name}=${native.getAttribute(name)}`)) return 'validator'
  if (words.requiredClass.test(classOf(native)) || words.requiredClass.test(classOf(element))) return 'class'
  const { labelNode } = pair
  if (!labelNode) return undefined
  const item = labelNode.closest(formItem)
  const holder = item?.contains(element) ? item : null
  if (words.requiredClass.test(classOf(labelNode)) || (holder && words.requiredClass.test(classOf(holder))))
    return 'class'
  if (labelNode.childElementCount > 0 && labelNode.querySelector('.required,.must,.red-star,.xing') !== null)
    return 'class'
  return starDrawn(labelNode, item, drawn) ? 'star' : undefined
}

/** A star that exists only in a style sheet; asked once for each look of label. */
function starDrawn(label: Element, item: Element | null, drawn: Map<string, boolean>): boolean {
  const look = [label, label.firstElementChild, label.parentElement, item]
    .map((element) => (element ? `${element.tagName}.${classOf(element)}` : ''))
    .join('<')
  const known = drawn.get(look)
  if (known !== undefined) return known
  const found = [label, label.firstElementChild, label.parentElement].some(
    (element) =>
      element !== null &&
      ['::before', '::after'].some((part) => /[*＊]/u.test(getComputedStyle(element, part).content)),
  )
  drawn.set(look, found)
  return found
}

/** 是否诉讼 = 否: what hangs on it is not asked for. */
export function conditionsOf(pairs: readonly Pair[], told: RequiredTold[]): void {
  for (const [index, pair] of pairs.entries()) {
    const label = cleanLabel(pair.label)
    const subject = /^(?:是否|有无|有否)(?:已|存在|需要|需|为|属于|涉及|涉)?(.{2,})$/u.exec(label)?.[1]
    if (!subject || !/^(否|无|没有|不是|未|)$/u.test(pair.value)) continue
    for (let next = index + 1; next <= index + 4 && next < pairs.length; next++) {
      const other = pairs[next]
      const state = told[next]
      if (!other || state?.required !== 'yes') continue
      const name = cleanLabel(other.label)
      if (
        name.includes(subject.slice(0, 2)) ||
        /^(具体|详细)?(日期|金额|原因|理由|说明|情况|情况说明|详情)$/u.test(name)
      ) {
        told[next] = { required: 'sometimes', by: `${label}：${pair.value || '未选'}` }
      }
    }
  }
}
