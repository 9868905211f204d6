import { escapeText } from '../../../core/src/workbook/package/escapeText.ts'
import { childrenOf, localName, rootOf, withAttribute } from '../../../core/src/workbook/package/xml.ts'
import { type Area, addressOf, parseAddress } from '../model/area.ts'
import type { ConditionalFormat, Decor, Filter, Validation } from '../model/decor.ts'
import type { Sheet } from '../model/sheet.ts'
import { originOf } from '../model/shiftDecor.ts'
import { textOr } from '../objects/arguments.ts'
import { PROTECTION_OPTIONS, UNKNOWN_PASSWORD, widthInCharacters } from './readDecor.ts'

/** Order of what may follow the rows. */
const ORDER =
  'sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst'.split(
    ' ',
  )

export interface EdgeLinks {
  /** Relationship ids; null leaves what is there, '' takes it away. */
  readonly drawing: string | null
  readonly legacyDrawing: string | null
  readonly tables: readonly string[] | null
}

export interface Edges {
  readonly head: (text: string) => string
  readonly tail: (text: string) => string
}

const json = (value: unknown): string =>
  JSON.stringify(value, (_key, one: unknown) => (one instanceof Map ? [...one] : one))

/** Has anything changed of what `head` and `tail` write? */
export function edgesChanged(before: Decor | undefined, now: Decor): boolean {
  if (!before) return true
  const { rows: _r, comments: _c, notes: _n, charts: _h, tables: _t, name: _m, visibility: _v, ...rest } = now
  return Object.entries(rest).some(([key, value]) => json(before[key as keyof Decor]) !== json(value))
}

/** Rewrites the text before and after the rows, only where the sheet differs from its file. */
export function edgesOf(
  sheet: Sheet,
  before: Decor | undefined,
  links: EdgeLinks,
  styleOf: (style: number) => number,
  dxfOf: (format: ConditionalFormat) => number,
): Edges {
  const now = sheet.decor
  const differs = (key: keyof Decor): boolean => json(before?.[key]) !== json(now[key])
  return {
    head: (text) => {
      let head = text
      const used = sheet.cells.used(false)
      head = head.replace(
        /(<(?:\w+:)?dimension\b[^>]*\sref=)"[^"]*"/,
        (_all, lead: string) => `${lead}"${addressOf(used ?? { row: 0, column: 0, rows: 1, columns: 1 })}"`,
      )
      if (differs('columns')) head = withColumns(head, now, styleOf)
      if (differs('frozen')) head = withPane(head, now)
      if (differs('showGridlines')) head = withGridlines(head, now.showGridlines)
      if (differs('tabColor')) head = withTabColor(head, now.tabColor)
      return head
    },
    tail: (text) => {
      const close = /<\/(?:\w+:)?worksheet>\s*$/.exec(text)
      const inner = `<x>${close ? text.slice(0, close.index) : text}</x>`
      const sections = new Map<string, string[]>()
      for (const one of childrenOf(inner, rootOf(inner))) {
        const name = localName(one.name)
        sections.set(name, [...(sections.get(name) ?? []), inner.slice(one.start, one.end)])
      }
      const set = (name: string, xml: readonly string[]): void => {
        if (xml.length > 0) sections.set(name, [...xml])
        else sections.delete(name)
      }
      if (differs('protection')) set('sheetProtection', protectionXml(now))
      if (differs('filter')) set('autoFilter', now.filter ? [filterXml(now.filter)] : [])
      if (differs('merges')) {
        const list = now.merges.map((a) => `<mergeCell ref="${addressOf(a)}"/>`).join('')
        set(
          'mergeCells',
          list === '' ? [] : [`<mergeCells count="${now.merges.length}">${list}</mergeCells>`],
        )
      }
      if (differs('conditionalFormats')) {
        set(
          'conditionalFormatting',
          now.conditionalFormats.map((one, i) => conditionalXml(one, i + 1, dxfOf)),
        )
      }
      if (differs('validations')) {
        const list = now.validations.map(validationXml).join('')
        set(
          'dataValidations',
          list === '' ? [] : [`<dataValidations count="${now.validations.length}">${list}</dataValidations>`],
        )
      }
      if (differs('rowOrigins') || differs('columnOrigins')) {
        for (const name of ['hyperlinks', 'ignoredErrors', 'protectedRanges']) {
          const old = sections.get(name)
          if (old)
            set(
              name,
              old.map((xml) => followRefs(xml, now)),
            )
        }
      }
      if (links.drawing !== null)
        set('drawing', links.drawing === '' ? [] : [`<drawing ${relation(links.drawing)}/>`])
      if (links.legacyDrawing !== null) {
        set(
          'legacyDrawing',
          links.legacyDrawing === '' ? [] : [`<legacyDrawing ${relation(links.legacyDrawing)}/>`],
        )
      }
      if (links.tables !== null) {
        const list = links.tables.map((id) => `<tablePart ${relation(id)}/>`).join('')
        set(
          'tableParts',
          list === '' ? [] : [`<tableParts count="${links.tables.length}">${list}</tableParts>`],
        )
      }
      const ordered = [...sections].toSorted(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b))
      return ordered.flatMap(([, xml]) => xml).join('') + (close?.[0] ?? '')
    },
  }
}

const relation = (id: string): string =>
  `xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="${id}"`

function withColumns(head: string, { columns }: Decor, styleOf: (style: number) => number): string {
  const list = [...columns]
    .toSorted(([a], [b]) => a - b)
    .map(([c, { width, hidden, style }]) => {
      const parts = [
        width === undefined ? ' width="8.43"' : ` width="${widthInCharacters(width)}" customWidth="1"`,
        hidden === true ? ' hidden="1"' : '',
        style === undefined ? '' : ` style="${styleOf(style)}"`,
      ]
      return `<col min="${c + 1}" max="${c + 1}"${parts.join('')}/>`
    })
    .join('')
  const bare = head.replace(/<(?:\w+:)?cols>[\s\S]*?<\/(?:\w+:)?cols>|<(?:\w+:)?cols\/>/, '')
  return list === '' ? bare : `${bare}<cols>${list}</cols>`
}

function withPane(head: string, { frozen }: Decor): string {
  const bare = head
    .replace(/<(?:\w+:)?pane\b[^>]*\/>/, '')
    .replace(/<(?:\w+:)?selection\b[^>]*\spane="[^>]*\/>/g, '')
  if (!frozen) return bare
  const { rows, columns } = frozen
  const active = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight'
  const corner = addressOf({ row: rows, column: columns, rows: 1, columns: 1 })
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`
  const pane = `<pane${split} topLeftCell="${corner}" activePane="${active}" state="frozen"/>`
  return bare.replace(/<(?:\w+:)?sheetView\b[^>]*>/, (tag) =>
    tag.endsWith('/>') ? `${tag.replace(/\s*\/>$/, '>')}${pane}</sheetView>` : tag + pane,
  )
}

function withGridlines(head: string, shown: boolean): string {
  return head.replace(/<(?:\w+:)?sheetView\b[^>]*>/, (tag) =>
    withAttribute(tag, 'showGridLines', shown ? '1' : '0'),
  )
}

function withTabColor(head: string, color: string): string {
  const bare = head.replace(/<(?:\w+:)?tabColor\b[^>]*\/>/, '')
  if (color === '') return bare
  const tab = `<tabColor rgb="FF${color.replace('#', '').toUpperCase()}"/>`
  if (/<(?:\w+:)?sheetPr\b[^>]*\/>/.test(bare)) {
    return bare.replace(/(<(?:\w+:)?sheetPr\b[^>]*?)\/>/, (_all, open: string) => `${open}>${tab}</sheetPr>`)
  }
  if (/<(?:\w+:)?sheetPr\b/.test(bare)) return bare.replace(/<(?:\w+:)?sheetPr\b[^>]*>/, (tag) => tag + tab)
  return bare.replace(/<(?:\w+:)?worksheet\b[^>]*>/, (tag) => `${tag}<sheetPr>${tab}</sheetPr>`)
}

function protectionXml({ protection }: Decor): readonly string[] {
  if (!protection) return []
  const off = PROTECTION_OPTIONS.filter(([option]) => protection.options[option] === true)
    .map(([, name]) => ` ${name}="0"`)
    .join('')
  const objects = protection.options['allowEditObjects'] === true ? '' : ' objects="1" scenarios="1"'
  const lock =
    protection.password !== null && protection.password !== UNKNOWN_PASSWORD ? ' password="CC1A"' : ''
  return [`<sheetProtection${lock} sheet="1"${objects}${off}/>`]
}

export function filterXml({ area, criteria }: Filter): string {
  const columns = [...criteria]
    .map(([column, rule]) => {
      const { values, criterion1, criterion2, operator } = rule
      const custom = (text: unknown): string => {
        const [, sign = '=', value = ''] = /^(<>|<=|>=|=|<|>)?(.*)$/s.exec(String(text)) ?? []
        const names = {
          '=': 'equal',
          '<>': 'notEqual',
          '<': 'lessThan',
          '<=': 'lessThanOrEqual',
          '>': 'greaterThan',
          '>=': 'greaterThanOrEqual',
        }
        return `<customFilter operator="${names[sign as keyof typeof names]}" val="${escapeText(value)}"/>`
      }
      const inner = Array.isArray(values)
        ? `<filters>${values.map((one) => `<filter val="${escapeText(String(one))}"/>`).join('')}</filters>`
        : `<customFilters${operator === 'And' ? ' and="1"' : ''}>${[criterion1, criterion2]
            .filter((one) => one !== undefined)
            .map(custom)
            .join('')}</customFilters>`
      return `<filterColumn colId="${column}">${inner}</filterColumn>`
    })
    .join('')
  return `<autoFilter ref="${addressOf(area)}">${columns}</autoFilter>`
}

const CELL_OPERATORS: Readonly<Record<string, string>> = {
  EqualTo: 'equal',
  NotEqualTo: 'notEqual',
  GreaterThan: 'greaterThan',
  GreaterThanOrEqual: 'greaterThanOrEqual',
  LessThan: 'lessThan',
  LessThanOrEqual: 'lessThanOrEqual',
  Between: 'between',
  NotBetween: 'notBetween',
}
const TEXT_OPERATORS: Readonly<Record<string, readonly [string, string]>> = {
  Contains: ['containsText', 'containsText'],
  NotContains: ['notContainsText', 'notContains'],
  BeginsWith: ['beginsWith', 'beginsWith'],
  EndsWith: ['endsWith', 'endsWith'],
}

const areaList = (areas: readonly Area[]): string => areas.map(addressOf).join(' ')
const bare = (formula: unknown): string => escapeText(String(formula).replace(/^=/, ''))

function conditionalXml(
  format: ConditionalFormat,
  priority: number,
  dxfOf: (format: ConditionalFormat) => number,
): string {
  const wrap = (rule: string): string =>
    `<conditionalFormatting sqref="${areaList(format.areas)}">${rule}</conditionalFormatting>`
  if (format.source) {
    return wrap(
      format.source.xml.replace(/(\spriority=)"\d+"/, (_all, lead: string) => `${lead}"${priority}"`),
    )
  }
  const common = ` dxfId="${dxfOf(format)}" priority="${priority}"${format.stopIfTrue ? ' stopIfTrue="1"' : ''}`
  if (format.type === 'CellValue') {
    const { operator, formula1, formula2 } = format.rule
    const second = formula2 === undefined ? '' : `<formula>${bare(formula2)}</formula>`
    return wrap(
      `<cfRule type="cellIs"${common} operator="${CELL_OPERATORS[String(operator)] ?? 'equal'}"><formula>${bare(formula1)}</formula>${second}</cfRule>`,
    )
  }
  if (format.type === 'ContainsText') {
    const [type, operator] = TEXT_OPERATORS[String(format.rule['operator'])] ?? [
      'containsText',
      'containsText',
    ]
    const text = textOr(format.rule['text'], '')
    const [first] = format.areas
    const cell = first ? addressOf({ ...first, rows: 1, columns: 1 }) : 'A1'
    const formula = `NOT(ISERROR(SEARCH("${text.replaceAll('"', '""')}",${cell})))`
    return wrap(
      `<cfRule type="${type}"${common} operator="${operator}" text="${escapeText(text)}"><formula>${escapeText(formula)}</formula></cfRule>`,
    )
  }
  return wrap(`<cfRule type="expression"${common}><formula>${bare(format.formula)}</formula></cfRule>`)
}

function validationXml(rule: Validation): string {
  if (rule.source !== null) {
    return rule.source.replace(
      /(\ssqref=)"[^"]*"/,
      (_all, lead: string) => `${lead}"${areaList(rule.areas)}"`,
    )
  }
  const [kind = ''] = Object.keys(rule.rule)
  const type = kind === 'wholeNumber' ? 'whole' : kind
  const body = (rule.rule[kind] ?? {}) as Readonly<Record<string, unknown>>
  const source = textOr(body['source'], '')
  const formulas =
    kind === 'list'
      ? [source.startsWith('=') ? bare(source) : `"${escapeText(source)}"`]
      : kind === 'custom'
        ? [bare(body['formula'])]
        : [body['formula1'], body['formula2']].filter((one) => one !== undefined).map(bare)
  const operator = CELL_OPERATORS[textOr(body['operator'], '')]
  const list = formulas.map((formula, i) => `<formula${i + 1}>${formula}</formula${i + 1}>`).join('')
  return `<dataValidation type="${type}"${operator === undefined ? '' : ` operator="${operator}"`} allowBlank="${rule.ignoreBlanks ? 1 : 0}" showErrorMessage="1" sqref="${areaList(rule.areas)}">${list}</dataValidation>`
}

/** References of links and the like after rows or columns were put in or taken out. */
function followRefs(xml: string, { rowOrigins, columnOrigins }: Decor): string {
  const place = (origins: ArrayLike<number> | null, line: number): number => {
    for (let i = Math.max(0, line - 5000); i < line + 5000; i++) if (originOf(origins, i) === line) return i
    return line
  }
  return xml.replace(/(\s(?:ref|sqref)=)"([^"]*)"/g, (_all, lead: string, refs: string) => {
    const moved = refs.split(' ').map((ref) => {
      const a = parseAddress(ref)
      if (!a) return ref
      return addressOf({ ...a, row: place(rowOrigins, a.row), column: place(columnOrigins, a.column) })
    })
    return `${lead}"${moved.join(' ')}"`
  })
}
