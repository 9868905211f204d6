import type { FieldKind, WidgetFamily } from '../../protocol/report.ts'
import { plain, valueOf } from './labelText.ts'
import type { Control } from './model.ts'
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
    value: '.textbox-text,.combo-text,.spinner-text,.searchbox-text',
    unit: '.textbox-label-after',
  },
  {
    family: 'miniui',
    root: classed(
      'mini-((text|combo)box(list)?|\\w*(edit|picker|spinner)|lookup|treeselect|textarea|autocomplete|password)',
    ),
    kind: 'text',
    value: '.mini-textbox-input,.mini-buttonedit-input,.mini-textboxlist-item,input[type=text],textarea',
  },
  {
    family: 'layui',
    root: classed('layui-form-select|xm-select-parent'),
    kind: 'select',
    value: '.layui-select-title input,.xm-label .xm-label-block,input',
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
    value: '.x-form-text,.x-form-field,input',
  },
  {
    family: 'element',
    root: classed('el-select|el-cascader'),
    kind: 'select',
    value:
      '.el-select__tags-text,.el-tag__content,.el-select__selected-item:not(.is-transparent):not(.el-select__input-wrapper),.el-cascader__label,input.el-input__inner',
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
      '.ant-select-selection-item-content,.ant-select-selection-item,.ant-select-selection-selected-value,.ant-select-selection__choice__content,.ant-cascader-picker-label,.ant-select-content-value,.ant-select-content-has-value',
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
    if (placeholder && (placeholder === one || one.contains(placeholder) || placeholder.contains(one)))
      continue
    const read =
      one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement
        ? typedText(one)
        : { value: valueOf(one.textContent ?? ''), shown: plain(one.textContent ?? '') }
    if (read.value !== '' && !texts.includes(read.value)) texts.push(read.value)
    else if (read.shown && shown === '') ({ shown } = read)
    if (widget.kind === 'select' && texts.length > 0 && one instanceof HTMLInputElement) break
  }
  if (placeholder && texts.length === 0) shown = plain(placeholder.textContent ?? '')
  const native = typed[0] ?? element.querySelector('input,select,textarea') ?? element
  const unit = widget.unit ? unitText(element, widget.unit) : ''
  return {
    element,
    native: named(element) ?? native,
    value: texts.join(widget.kind === 'date' ? ' 至 ' : '，'),
    ...(shown && texts.length === 0 ? { shown } : {}),
    kind: kindOf(widget.kind, name, native),
    family: widget.family,
    editable:
      !shut.test(name) &&
      !isOff(
        native,
        widget.kind !== 'text' || /combo|buttonedit|popupedit|datepicker|lookup|trigger/u.test(name),
      ),
    ...(unit ? { unit } : {}),
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
  if (/buttonedit|popupedit|lookup|searchbox/u.test(name)) return 'chooser'
  if (/numberbox|spinner|number/u.test(name)) return 'number'
  if (native.tagName === 'TEXTAREA') return 'area'
  return kind
}

/** Read-only inputs of selects and choosers are filled by a click, so they count as open to editing. */
function isOff(native: Element, filledByClick: boolean): boolean {
  if (native.matches(':disabled')) return true
  return !filledByClick && native.hasAttribute('readonly')
}

/** What was typed, with prompts that old libraries write into the value taken out. */
export function typedText(input: HTMLInputElement | HTMLTextAreaElement): { value: string; shown: string } {
  const raw = plain(input.value)
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

interface ChoiceLook {
  readonly family: WidgetFamily
  readonly root: RegExp
  readonly on: RegExp
  readonly kind: 'radio' | 'check'
}

/** Styled radios and checkboxes: whether one is chosen is said by a class. */
const choices: readonly ChoiceLook[] = [
  { family: 'layui', root: classed('layui-form-radio'), on: /layui-form-radioed/u, kind: 'radio' },
  { family: 'layui', root: classed('layui-form-checkbox'), on: /layui-form-checked/u, kind: 'check' },
  { family: 'layui', root: classed('layui-form-switch'), on: /layui-form-onswitch/u, kind: 'check' },
  {
    family: 'element',
    root: classed('el-radio|el-radio-button'),
    on: /is-checked|is-active/u,
    kind: 'radio',
  },
  {
    family: 'element',
    root: classed('el-checkbox|el-checkbox-button|el-switch'),
    on: /is-checked/u,
    kind: 'check',
  },
  {
    family: 'antd',
    root: classed('ant-radio-wrapper|ant-radio-button-wrapper'),
    on: /-wrapper-checked/u,
    kind: 'radio',
  },
  { family: 'antd', root: classed('ant-checkbox-wrapper|ant-switch'), on: /-checked/u, kind: 'check' },
  {
    family: 'extjs',
    root: classed('x-form-(check|radio)-wrap'),
    on: /x-form-cb-checked|x-form-check-checked/u,
    kind: 'check',
  },
  { family: 'miniui', root: classed('mini-radiobuttonlist-item'), on: /-item-selected/u, kind: 'radio' },
  {
    family: 'miniui',
    root: classed('mini-checkboxlist-item|mini-checkbox'),
    on: /-item-selected|mini-checkbox-checked/u,
    kind: 'check',
  },
  { family: 'easyui', root: classed('radiobutton'), on: /radiobutton-checked/u, kind: 'radio' },
  {
    family: 'easyui',
    root: classed('checkbox|switchbutton'),
    on: /checkbox-checked|switchbutton-checked/u,
    kind: 'check',
  },
]
const mayBeChoice = /radio|check|switch/iu

/** The words of a choice without the glyphs of icon fonts. */
function optionText(element: Element): string {
  const parts: string[] = []
  for (const node of element.childNodes) {
    if (node instanceof Text) parts.push(node.data)
    else if (node instanceof Element && !/^(I|INPUT|SVG|svg)$/u.test(node.tagName))
      parts.push(optionText(node))
  }
  return plain(parts.join(' '))
}

/** A styled radio, checkbox or switch with this element as its root, or null. */
export function choiceAt(element: Element): Control | null {
  const name = classOf(element)
  if (name === '' || !mayBeChoice.test(name) || element.tagName === 'INPUT') return null
  const look = choices.find(({ root }) => root.test(name))
  if (!look) return null
  const native = element.querySelector('input') ?? element
  if (look.family === 'easyui' && element.tagName === 'DIV') return null
  const kind = native instanceof HTMLInputElement && native.type === 'radio' ? 'radio' : look.kind
  const checked =
    look.on.test(name) ||
    (native instanceof HTMLInputElement && native.checked) ||
    element.querySelector('.radiobutton-checked,.checkbox-checked') !== null
  const option = optionText(element)
  return {
    element,
    native,
    value: checked ? option || '是' : '',
    kind,
    family: look.family,
    editable: !shut.test(name) && !native.matches(':disabled'),
    option,
    checked,
  }
}
