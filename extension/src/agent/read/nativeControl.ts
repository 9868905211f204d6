import { plain, valueOf } from './labelText.ts'
import type { Control } from './model.ts'
import { remembered } from './remembered.ts'
import { classOf, type Sight } from './seen.ts'
import { typedText } from './widgets.ts'
import * as words from './words.ts'

const opensCalendar = /date|calendar/iu
const buttons = new Set(['button', 'submit', 'reset', 'image'])

export function isButton(element: Element): boolean {
  if (element.tagName === 'BUTTON') return true
  return element instanceof HTMLInputElement && buttons.has(element.type)
}

/**
 * A plain HTML control; null for hidden inputs and, with `sight`, for originals out of sight that a widget stands in
 * for.
 */
export function nativeControl(element: Element, sight?: Sight): Control | null {
  switch (element.tagName) {
    case 'INPUT':
      return element instanceof HTMLInputElement ? fromInput(element, sight) : null
    case 'SELECT':
      return element instanceof HTMLSelectElement ? fromSelect(element) : null
    case 'TEXTAREA':
      if (!(element instanceof HTMLTextAreaElement)) return null
      return {
        ...base(element, 'area', !element.disabled && !element.readOnly),
        ...typedText(element),
      }
    default:
      return null
  }
}

function fromInput(element: HTMLInputElement, sight: Sight | undefined): Control | null {
  const { type } = element
  if (type === 'hidden') return null
  if (buttons.has(type)) return drawnChoice(element)
  const open = !element.disabled
  if (type === 'radio' || type === 'checkbox') {
    const { checked } = element
    return {
      ...base(element, type === 'radio' ? 'radio' : 'check', open),
      value: checked ? '是' : '',
      checked,
    }
  }
  if (sight?.isOut(element)) return null
  // the value that a drawn widget sends, beside it
  if (element.ariaHidden === 'true') return null
  const click = element.getAttribute('onclick')
  const told = `${type} ${classOf(element)} ${click} ${element.getAttribute('onfocus')}`
  const kind = type === 'number' ? type : opensCalendar.test(told) ? 'date' : 'text'
  return {
    ...base(element, kind, open && (!element.readOnly || kind === 'date' || click !== null)),
    ...typedText(element),
  }
}

const families: readonly (readonly [RegExp, Control['family']])[] = [
  [/(^|\s)(fftdinput|inputnumber_dw)/u, 'datawindow'],
  [/(^|\s)layui-/u, 'layui'],
  [/(^|\s)x-form-/u, 'extjs'],
  [/(^|\s)(easyui-|validatebox-text)/u, 'easyui'],
  [/(^|\s)ant-/u, 'antd'],
]

const familyOf = remembered((name) => families.find(([own]) => own.test(name))?.[1] ?? '')

function base(element: Element, kind: Control['kind'], editable: boolean): Control {
  const name = classOf(element)
  const family =
    (name && familyOf(name)) ||
    (/^R\d+F\d+$/u.test(element.getAttribute('name') ?? '') ? 'datawindow' : 'native')
  return { element, native: element, family, value: '', kind, editable }
}

function fromSelect(element: HTMLSelectElement): Control {
  const chosen = [...element.selectedOptions].map((option) => plain(option.text))
  // an option without a value is the invitation to choose, unless nothing distinguishes it
  const invites = element.selectedIndex >= 0 && element.value === '' && words.emptyWord.test(chosen[0] ?? '')
  const value = invites
    ? ''
    : chosen
        .map(valueOf)
        .filter((text) => text !== '')
        .join('，')
  return {
    ...base(element, 'select', !element.disabled),
    value,
    shown: value === '' ? (chosen[0] ?? '') : '',
  }
}

/** ExtJS 4 draws its checkboxes and radios as buttons; whether one is on is said by a class around it. */
function drawnChoice(element: HTMLInputElement): Control | null {
  const drawn = /(^|\s)x-form-(checkbox|radio)(\s|$)/u.exec(element.className)
  if (!drawn) return null
  const checked = element.closest('.x-form-cb-checked') !== null
  const control = base(element, drawn[2] === 'radio' ? 'radio' : 'check', !element.disabled)
  return { ...control, value: checked ? '是' : '', checked }
}
