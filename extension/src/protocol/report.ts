/** What the agent of one frame read. Text only: values stand as the page shows them, the engine gives them meaning. */
export interface PageReport {
  readonly frame: FrameFacts
  /** Counts up within one document; marks name the report they answer. */
  readonly number: number
  readonly fields: readonly ReadField[]
  readonly grids: readonly ReadGrid[]
  /** Buttons that save or submit, by their words. */
  readonly saves: readonly string[]
  readonly leftOut: readonly LeftOut[]
  /** Slices and milliseconds of our own work, for support. */
  readonly cost: { readonly milliseconds: number; readonly slices: number; readonly longest: number }
  /** True where the page was larger than the agent's cap. */
  readonly cut: boolean
}

export interface FrameFacts {
  /** Drawn once per document, so that a reloaded frame is not mistaken for the old one. */
  readonly document: string
  readonly top: boolean
  readonly host: string
  /** Path without query and hash: these may hold numbers of customers. */
  readonly path: string
  /** `name` or `id` of the frame element, else the last part of its address; '' in the top frame. */
  readonly name: string
  readonly title: string
  /** Words of headings, legends, section titles, selected tabs and 当前位置. */
  readonly headings: readonly string[]
  readonly visible: boolean
}

export type FieldKind =
  | 'static'
  | 'text'
  | 'area'
  | 'number'
  | 'date'
  | 'select'
  | 'radio'
  | 'check'
  | 'chooser'
  | 'file'

export type WidgetFamily =
  | 'native'
  | 'easyui'
  | 'miniui'
  | 'layui'
  | 'extjs'
  | 'element'
  | 'antd'
  | 'datawindow'
  | 'proxy'

/**
 * `sometimes`: asked for by the page, but only under a condition that the values here do not show to be met. The engine
 * tells it, by what label, prompt, remark and answers say.
 */
export type Required = 'yes' | 'no' | 'sometimes'

export interface ReadField {
  /** Names the field within this document for as long as its element lives. */
  readonly key: string
  /** Without star, colon, number and blanks: 贷款余额(元). */
  readonly label: string
  /** As written on the page. */
  readonly written: string
  /** '' when empty: placeholders, 请选择, - and &nbsp; are empty. */
  readonly value: string
  /** What the page shows where that is not the value: the placeholder, or 请选择; and a remark beside it. */
  readonly shown?: string
  readonly kind: FieldKind
  readonly family: WidgetFamily
  readonly editable: boolean
  readonly required: Required
  /** star, class, aria, validator, native; or the condition as the page words it. */
  readonly requiredBy?: string
  /** 元, 万元, %, 月, 天 … when it stands beside the control and not in the label. */
  readonly unit?: string
  /** Heading of the section or fieldset that the field stands in. */
  readonly section?: string
  readonly locator: Locator
  /** 0–1: how sure the agent is that this label belongs to this value. */
  readonly confidence: number
  /** True where it stands in a tab or part that is not shown at present. */
  readonly hidden?: boolean
}

/** As in a page map: the label is tried first where it is alone on the page. */
export interface Locator {
  /** In a report only where a page map asked which field its selector finds; else ''. */
  readonly selector: string
  readonly label?: string
  /** Which of several fields with the same label, from 0. */
  readonly ordinal?: number
}

/** CSS pixels in the frame's document. */
export interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface ReadGrid {
  readonly key: string
  readonly title?: string
  readonly columns: readonly string[]
  /** Whole texts of the cells, in the order of `columns`. */
  readonly rows: readonly (readonly string[])[]
  readonly rowCount: number
  readonly family: WidgetFamily
  readonly locator: Locator
}

export type LeftOutWhy =
  | 'menu'
  | 'query'
  | 'footer'
  | 'pager'
  | 'hidden'
  | 'footnote'
  | 'signature'
  | 'toolbar'
  | 'noLabel'
  | 'clone'

export interface LeftOut {
  readonly what: string
  readonly why: LeftOutWhy
}
