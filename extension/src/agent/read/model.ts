import type { FieldKind, LeftOutWhy, Required, WidgetFamily } from '../../protocol/report.ts'

/** One control as a person sees it, whatever stack of elements the library makes of it. */
export interface Control {
  /** What the person clicks: marks stand beside it. */
  readonly element: Element
  /** Element that carries the name or id, where another one does. */
  readonly native: Element
  value: string
  shown?: string
  kind: FieldKind
  family: WidgetFamily
  editable: boolean
  starred?: string
  unit?: string
  /** Text of one radio or checkbox. */
  option?: string
  checked?: boolean
  /** Elements of the other parts of a composite value or group. */
  parts?: Element[]
  button?: boolean
  /** What stands behind or under it, which may say when it is asked for. */
  remark?: string
}

/** A radio or a checkbox, or several as one. */
export const isChoiceKind = ({ kind }: Control): boolean => kind === 'radio' || kind === 'check'

export type Unit =
  | TextUnit
  | { readonly is: 'control'; readonly control: Control; readonly node: Element }
  | { readonly is: 'button'; readonly node: Element; readonly text: string }
  | { readonly is: 'break' }
  | { readonly is: 'empty'; readonly node: Element }
  | { readonly is: 'heading'; readonly text: string; readonly node: Element }
  | { readonly is: 'solid'; readonly node: Element }

/** What holds no more than has been read of it. */
export const solid = (node: Element): Unit => ({ is: 'solid', node })

export interface TextUnit {
  readonly is: 'text'
  /** Stands under a control. */
  readonly remark?: boolean
  /** The element whose text it is, or the parent of the text node. */
  readonly node: Element
  readonly text: string
  star: boolean
  /** th, label, dt, or a class that says so. */
  readonly strong: boolean
  /** An empty element stands right behind it: where the value would be. */
  readonly blank?: Element
}

/** A label and its value, before locator and place are worked out. */
export interface Pair {
  /** As it is written. */
  readonly label: string
  /** Without star, colon and number. */
  readonly name: string
  readonly labelNode: Element | null
  readonly control: Control | null
  readonly valueNode: Element
  readonly value: string
  readonly confidence: number
  readonly star: boolean
  unit?: string
  section?: string
  hidden?: boolean
  required?: Required
  /** Open to editing, and neither its cells nor its control have any look or question of their own. */
  readonly plain?: boolean
}

export interface LeftOutNote {
  readonly what: string
  readonly why: LeftOutWhy
}
