import { plain, valueOf } from './labelText.ts'
import type { Control } from './model.ts'
import { classOf, isOutOfSight } from './seen.ts'
import { typedText } from './widgets.ts'
import * as words from './words.ts'

const opensCalendar = /date|calendar/iu
const buttons = new Set(['button', 'submit', 'reset', 'image'])

export function isButton(element: Element): boolean {
  if (element.tagName === 'BUTTON') return true
  return element instanceof HTMLInputElement && buttons.has(element.type)
}

/** A plain HTML control; null for hidden inputs and for originals that a widget stands in for. */
export function nativeControl(element: Element, insideHidden: boolean): Control | null {
  if (element instanceof HTMLSelectElement) return fromSelect(element)
  if (element instanceof HTMLTextAreaElement) {
    return {
      ...base(element),
      ...typed(element),
      kind: 'area',
      editable: !element.disabled && !element.readOnly,
    }
  }
  if (!(element instanceof HTMLInputElement) || element.type === 'hidden') return null
  if (isButton(element)) return drawnChoice(element)
  if (element.type === 'radio' || element.type === 'checkbox') return fromChoice(element)
  if (element.type === 'file') {
    return {
      ...base(element),
      value: plain(element.value.split('\\').at(-1) ?? ''),
      kind: 'file',
      editable: !element.disabled,
    }
  }
  const box = element.getBoundingClientRect()
  if (!insideHidden && isOutOfSight(element, box)) return null
  const kind =
    element.type === 'date' ||
    [classOf(element), element.getAttribute('onclick'), element.getAttribute('onfocus')].some(
      (told) => told && opensCalendar.test(told),
    )
      ? 'date'
      : element.type === 'number'
        ? 'number'
        : 'text'
  return {
    ...base(element),
    ...typed(element),
    box,
    kind,
    editable: !element.disabled && (!element.readOnly || kind === 'date' || element.hasAttribute('onclick')),
  }
}

const families: readonly (readonly [RegExp, Control['family']])[] = [
  [/(^|\s)(fftdinput|inputnumber_dw)/u, 'datawindow'],
  [/(^|\s)layui-/u, 'layui'],
  [/(^|\s)x-form-/u, 'extjs'],
  [/(^|\s)(easyui-|validatebox-text)/u, 'easyui'],
  [/(^|\s)ant-/u, 'antd'],
]

function base(element: Element): Pick<Control, 'element' | 'native' | 'family'> {
  const name = classOf(element)
  const known = name === '' ? undefined : families.find(([own]) => own.test(name))
  const family =
    known?.[1] ?? (/^R\d+F\d+$/u.test(element.getAttribute('name') ?? '') ? 'datawindow' : 'native')
  return { element, native: element, family }
}

function typed(element: HTMLInputElement | HTMLTextAreaElement): { value: string; shown?: string } {
  const { value, shown } = typedText(element)
  return shown ? { value, shown } : { value }
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
    ...base(element),
    value,
    ...(value === '' && chosen[0] ? { shown: chosen[0] } : {}),
    kind: 'select',
    editable: !element.disabled,
  }
}

/** ExtJS 4 draws its checkboxes and radios as buttons; whether one is on is said by a class around it. */
function drawnChoice(element: HTMLInputElement): Control | null {
  const drawn = /(^|\s)x-form-(checkbox|radio)(\s|$)/u.exec(element.className)
  if (!drawn) return null
  const checked = element.closest('.x-form-cb-checked') !== null
  return {
    ...base(element),
    value: checked ? '是' : '',
    kind: drawn[2] === 'radio' ? 'radio' : 'check',
    editable: !element.disabled,
    checked,
  }
}

function fromChoice(element: HTMLInputElement): Control {
  return {
    ...base(element),
    value: element.checked ? '是' : '',
    kind: element.type === 'radio' ? 'radio' : 'check',
    editable: !element.disabled,
    checked: element.checked,
  }
}
