import type { FieldKind, WidgetFamily } from '../../protocol/report.ts'
import { plain, valueOf } from './labelText.ts'
import type { Control } from './model.ts'
import { remembered } from './remembered.ts'
import { classOf } from './seen.ts'

interface Widget {
  readonly family: WidgetFamily
  /** Matched against the class attribute of the root. */
  readonly root: RegExp
  readonly kind: FieldKind
  /** Elements whose text or value is the value; the first selector that matches anything wins. */
  readonly value: string
  readonly placeholder?: string
  readonly unit?: string
}

/** One of these class names among an element's. */
const classed = (names: string): RegExp => new RegExp(`(^|\\s)(${names})(\\s|$)`, 'u')

/** How the libraries write that a widget takes no input. */
const shut = /disabled|readonly|aslabel/iu
const inputs = 'input:not([type=hidden]),textarea'

/** One row per widget of the libraries that loan systems are built with; order matters. */
const widgets: readonly Widget[] = [
  {
    family: 'easyui',
    root: classed('textbox|combo|spinner|searchbox'),
    kind: 'text',
    value: inputs,
    unit: '.textbox-label-after',
  },
  {
    family: 'miniui',
    root: classed(
      'mini-((text|combo)box(list)?|\\w*(edit|picker|spinner)|lookup|treeselect|textarea|autocomplete|password)',
    ),
    kind: 'text',
    value: `.mini-textboxlist-item,${inputs}`,
  },
  {
    family: 'layui',
    root: classed('layui-form-select|xm-select-parent'),
    kind: 'select',
    value: '.xm-label-block,input',
  },
  {
    family: 'layui',
    root: classed('layui-input-(wrap|group)'),
    kind: 'text',
    value: inputs,
    unit: '.layui-input-suffix,.layui-input-prefix',
  },
  {
    family: 'extjs',
    root: classed('x-form-field-wrap|x-form-field-trigger-wrap|x-form-trigger-wrap'),
    kind: 'text',
    value: inputs,
  },
  {
    family: 'element',
    root: classed('el-select|el-cascader'),
    kind: 'select',
    value:
      '.el-select__tags-text,.el-select__selected-item:not(.is-transparent):not(.el-select__input-wrapper),.el-cascader__label,input.el-input__inner',
    placeholder: '.el-select__placeholder.is-transparent',
  },
  { family: 'element', root: classed('el-date-editor|el-range-editor'), kind: 'date', value: 'input' },
  {
    family: 'element',
    root: classed('el-input-number|el-autocomplete|el-input|el-textarea'),
    kind: 'text',
    value: inputs,
    unit: '.el-input-group__append,.el-input-group__prepend,.el-input__suffix-inner,.el-input__prefix-inner',
  },
  {
    family: 'antd',
    root: classed('ant-select|ant-cascader-picker'),
    kind: 'select',
    value:
      '[class$=-selection-item-content],[class*=-selection-item],[class*=-selected-value],[class*=choice__content],.ant-cascader-picker-label,[class*=ant-select-content-]',
    placeholder:
      '.ant-select-selection-placeholder,.ant-select-selection__placeholder,.ant-select-placeholder',
  },
  { family: 'antd', root: classed('ant-picker|ant-calendar-picker'), kind: 'date', value: 'input' },
  {
    family: 'antd',
    root: classed('ant-input-(number|search|(number-)?(group-|affix-)?wrapper)'),
    kind: 'text',
    value: inputs,
    unit: '.ant-input-group-addon,.ant-input-number-group-addon,.ant-input-suffix,.ant-input-prefix,.ant-input-number-suffix,.ant-input-number-prefix',
  },
  {
    family: 'proxy',
    root: classed('(ui|p)-(dropdown|calendar|multiselect)'),
    kind: 'select',
    value: '.ui-dropdown-label,.p-dropdown-label,.ui-multiselect-label,.p-multiselect-label,input[type=text]',
    placeholder: '.ui-placeholder,.p-placeholder',
  },
  {
    family: 'proxy',
    root: classed('select2-container|select2|chosen-container|bootstrap-select|ivu-select'),
    kind: 'select',
    value:
      '.select2-selection__rendered,.select2-chosen,.chosen-single span,.filter-option-inner-inner,.filter-option,.ivu-select-selected-value,input',
    placeholder: '.select2-selection__placeholder,.chosen-default span,.ivu-select-placeholder',
  },
]
const mayBeWidget =
  /textbox|combo|spinner|searchbox|mini-|layui-|xm-|x-form|el-|ant-|select|chosen|dropdown|(ui|p)-calendar/u

/** The widget that has this element as its root, or null. */
export function widgetAt(element: Element): Control | null {
  const name = classOf(element)
  if (name === '' || !mayBeWidget.test(name)) return null
  if (element.tagName === 'INPUT' || element.tagName === 'SELECT' || element.tagName === 'TEXTAREA')
    return null
  const widget = widgets.find(({ root }) => root.test(name))
  if (!widget) return null
  const found = [...element.querySelectorAll(widget.value)].filter(
    (one) => !(one instanceof HTMLInputElement) || one.type !== 'hidden',
  )
  const typed = element.querySelectorAll(inputs)
  // a class of that name without anything to read is the page's own layout
  if (found.length === 0 && typed.length === 0 && widget.kind !== 'select') return null
  // several fields share a wrapper of that class
  if (widget.kind === 'text' && typed.length > 2 && widget.family !== 'miniui') return null
  const texts: string[] = []
  let shown = ''
  const placeholder = widget.placeholder ? element.querySelector(widget.placeholder) : null
  for (const one of found) {
    if (placeholder && (one.contains(placeholder) || placeholder.contains(one))) continue
    const read =
      one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement
        ? typedText(one)
        : { value: valueOf(one.textContent ?? ''), shown: plain(one.textContent ?? '') }
    if (read.value !== '' && !texts.includes(read.value)) texts.push(read.value)
    else shown ||= read.shown
    if (widget.kind === 'select' && texts.length > 0 && one instanceof HTMLInputElement) break
  }
  if (placeholder && texts.length === 0) shown = plain(placeholder.textContent ?? '')
  const native = typed[0] ?? element.querySelector('input,select,textarea') ?? element
  const unit = widget.unit ? unitText(element, widget.unit) : ''
  return {
    element,
    native: named(element) ?? native,
    value: texts.join(widget.kind === 'date' ? ' 至 ' : '，'),
    shown: texts.length === 0 ? shown : '',
    kind: kindOf(widget.kind, name, native),
    family: widget.family,
    editable:
      !shut.test(name) &&
      !isOff(
        native,
        widget.kind !== 'text' ||
          /combo|buttonedit|popupedit|datepicker|lookup|trigger|input-search/u.test(name),
      ),
    unit,
  }
}

/** EasyUI and MiniUI keep the page's own name on a hidden element beside or inside the widget. */
function named(element: Element): Element | null {
  const before = element.previousElementSibling
  if (before instanceof HTMLInputElement && /-f(\s|$)/u.test(before.className)) return before
  if (before instanceof HTMLSelectElement) return before
  return element.id ? element : null
}

function unitText(element: Element, selector: string): string {
  for (const part of element.querySelectorAll(selector)) {
    const text = plain(part.textContent ?? '')
    if (text !== '' && text.length <= 6) return text
  }
  return ''
}

function kindOf(kind: FieldKind, name: string, native: Element): FieldKind {
  if (/datebox|datetimebox|datepicker|date-editor|-calendar/u.test(name)) return 'date'
  if (/combo|treeselect/u.test(name)) return 'select'
  if (/buttonedit|popupedit|lookup|searchbox|input-search/u.test(name)) return 'chooser'
  if (/numberbox|spinner|number/u.test(name)) return 'number'
  if (native.tagName === 'TEXTAREA') return 'area'
  return kind
}

/** Read-only inputs of selects and choosers are filled by a click, so they count as open to editing. */
function isOff(native: Element, filledByClick: boolean): boolean {
  if (native.matches(':disabled')) return true
  return !filledByClick && native.hasAttribute('readonly')
}

/** What stands in a control, as far as a report would carry it. */
export function writtenIn(input: HTMLInputElement | HTMLTextAreaElement): string {
  return input.value.slice(0, 4000)
}

/** What was typed, with prompts that old libraries write into the value taken out. */
export function typedText(input: HTMLInputElement | HTMLTextAreaElement): { value: string; shown: string } {
  const raw = plain(writtenIn(input))
  const prompt = plain(
    input.placeholder || input.getAttribute('emptytext') || input.getAttribute('prompt') || '',
  )
  const isPrompt =
    (raw !== '' && raw === prompt) ||
    /(^|\s)(textbox-prompt|validatebox-prompt|x-form-empty-field|mini-textbox-emptyText|placeholder)(\s|$)/u.test(
      input.className,
    )
  const value = isPrompt ? '' : valueOf(raw)
  return { value, shown: value === '' ? raw || prompt : '' }
}

/** Styled radios and checkboxes: whether one is chosen is said by a class. */
const choices: readonly Pick<Widget, 'family' | 'root'>[] = [
  { family: 'layui', root: classed('layui-form-(radio|checkbox|switch)') },
  { family: 'element', root: classed('el-(radio|checkbox)(-button)?|el-switch') },
  { family: 'antd', root: classed('ant-(radio-(button-)?|checkbox-)wrapper|ant-segmented-item|ant-switch') },
  { family: 'extjs', root: classed('x-form-(check|radio)-wrap') },
  { family: 'miniui', root: classed('mini-(radiobuttonlist-item|checkbox(list-item)?)') },
  { family: 'easyui', root: classed('radiobutton|checkbox|switchbutton') },
]
/** How the libraries write that one is chosen. */
const chosen = /(?<!un)checked|is-active|-selected|radioed|onswitch/u
const mayBeChoice = /radio|check|switch|segmented/iu

/** Whether a class may be that of a widget or of a styled choice. */
export const mayBeStyled = remembered((name) => mayBeWidget.test(name) || mayBeChoice.test(name))

/** The words of a choice without the glyphs of icon fonts and without a list that opens. */
function optionText(element: Element): string {
  const parts: string[] = []
  for (const node of element.childNodes) {
    if (node instanceof Text) parts.push(node.data)
    else if (node instanceof Element && !/^(I|INPUT|SVG|UL)$/iu.test(node.tagName))
      parts.push(optionText(node))
  }
  return plain(parts.join(' '))
}

/** Shows one of two words, by which it is known that the other is not chosen. */
const switchWords = [
  '.switchbutton-off,.el-switch__label.is-active',
  '.switchbutton-on,.el-switch__label.is-active',
]

/** A list that opens, or a part that is typed into, which is none by its tag or class. */
export function toldControl(element: Element): Control | null {
  const typed = element.getAttribute('contenteditable')
  const kind =
    element.getAttribute('role') === 'combobox'
      ? 'select'
      : typed !== null && typed !== 'false'
        ? 'area'
        : null
  if (!kind) return null
  const shown = optionText(element)
  const editable = element.ariaDisabled !== 'true'
  return { element, native: element, family: 'native', kind, value: valueOf(shown), shown, editable }
}

/** A styled radio, checkbox or switch with this element as its root, or null. */
export function choiceAt(element: Element): Control | null {
  const name = classOf(element)
  const role = element.getAttribute('role') ?? ''
  if (!mayBeChoice.test(name + role) || element.tagName === 'INPUT') return null
  const family =
    choices.find(({ root }) => root.test(name))?.family ??
    // what only says to a screen reader that it is a choice
    (/^(radio|checkbox|switch)$/u.test(role) ? 'native' : null)
  if (!family) return null
  const native = element.querySelector('input') ?? element
  if (family === 'easyui' && element.tagName === 'DIV') return null
  const one = /radio|segmented/u.test(`${name} ${role} ${native.getAttribute('type')}`)
  const checked =
    chosen.test(name) ||
    element.ariaChecked === 'true' ||
    (native instanceof HTMLInputElement && native.checked) ||
    element.querySelector('.radiobutton-checked,.checkbox-checked') !== null
  const option = optionText(element)
  const turned =
    /switch/u.test(name + role) &&
    (plain(element.querySelector(switchWords[+checked] ?? '')?.textContent ?? '') || option)
  return {
    element,
    native,
    value: turned || (checked ? option || '是' : ''),
    kind: one ? 'radio' : 'check',
    family,
    editable: !shut.test(name) && !native.matches(':disabled'),
    // a switch says how it stands, and is no choice among others
    ...(turned === false ? { option } : { parts: [] }),
    checked,
  }
}
