import { parameterUses } from '../../check/pack/index.ts'
import type { Parameter, ParameterValue, Policy } from '../../policy/index.ts'
import type { BookCell, BookSheet } from './book.ts'
import { looks } from './looks.ts'
import { templateWords } from './messages.ts'
import { sheetNames } from './names.ts'
import type { WrittenSetting } from './readTemplate.ts'

const words = templateWords.parameters

/** One row of 规则参数: a value of a parameter, for all loans or for some. */
export interface ParameterRow {
  readonly parameter: Parameter
  /** Its place among the parameter's values. */
  readonly at: number
  readonly value: ParameterValue
  /** The sheet's own row number. */
  readonly row: number
  /** Which way is stricter; null: only a signed pack may change it. */
  readonly direction: 'lower' | 'higher' | null
}

/** First row of values, below title, note and header. */
const firstRow = 4

export function parameterRows(policy: Policy): readonly ParameterRow[] {
  const uses = parameterUses(policy)
  let row = firstRow
  return policy.parameters.flatMap((parameter) =>
    parameter.values.map((value, at): ParameterRow => {
      const direction = parameter.type === 'number' ? (uses.get(parameter.name)?.direction ?? null) : null
      return { parameter, at, value, row: row++, direction }
    }),
  )
}

/** The cell that holds the value in force. */
export function parameterCellOf(rows: readonly ParameterRow[]): (id: string, at: number) => string | null {
  const byId = new Map(rows.map((one) => [`${one.parameter.id} ${one.at}`, one.row]))
  return (id, at) => {
    const row = byId.get(`${id} ${at}`)
    return row === undefined ? null : `${sheetNames.parameters}!$F$${row}`
  }
}

/** The column in which a lead writes a value of their own (from 0). */
export const settingColumn = 3
/** Hidden: the parameter's id and the place of the value. */
export const parameterIdColumn = 10

export function parametersSheet(
  policy: Policy,
  rows: readonly ParameterRow[],
  written: readonly WrittenSetting[] = [],
): BookSheet {
  const cells: BookCell[] = [
    { row: 0, column: 0, value: words.title, style: looks.title },
    { row: 1, column: 0, value: words.note, style: looks.plainNote },
    ...words.header.map((value, column) => ({
      row: firstRow - 2,
      column,
      value,
      style: column === settingColumn ? looks.required : looks.optional,
    })),
    ...rows.flatMap((one) => rowCells(policy, one, written)),
  ]
  const open = rows.filter(({ direction }) => direction !== null)
  const last = rows.at(-1)?.row ?? firstRow
  return {
    name: sheetNames.parameters,
    tab: 'BFBFBF',
    columns: [24, 26, 14, 14, 8, 14, 16, 40, 12, 44, 4].map((width, at) =>
      at === parameterIdColumn ? { width, hidden: true as const } : { width },
    ),
    cells,
    heights: new Map([
      [0, 26],
      [firstRow - 2, 22],
    ]),
    validations: open.map(({ row, parameter, direction, value }) => ({
      range: `D${row}`,
      kind: { type: 'decimal' as const, from: -1e14, to: 1e14 },
      prompt: {
        title: parameter.name,
        text: stricter(direction, value.value),
      },
      error: {
        title: templateWords.errors.numberTitle,
        text: templateWords.errors.number(parameter.name),
        style: 'stop' as const,
      },
    })),
    conditionals: [
      {
        range: `G${firstRow}:G${last}`,
        formula: `OR($G${firstRow}="${words.states.looser}",$G${firstRow}="${words.states.notNumber}")`,
        style: { bold: true, color: 'B10E1C' },
      },
      {
        range: `G${firstRow}:G${last}`,
        formula: `$G${firstRow}="${words.states.taken}"`,
        style: { bold: true, color: '005BA1' },
      },
    ],
    freeze: [firstRow - 1, 1],
    protect: true,
    print: { landscape: true, titleRows: `${firstRow - 1}:${firstRow - 1}`, area: `A1:J${last}` },
  }
}

function stricter(direction: 'lower' | 'higher' | null, value: ParameterValue['value']): string {
  const shown = String(value)
  return direction === 'lower' ? `不大于默认值 ${shown} 才采用。` : `不小于默认值 ${shown} 才采用。`
}

function rowCells(policy: Policy, one: ParameterRow, written: readonly WrittenSetting[]): BookCell[] {
  const own = written.find(({ parameter, at }) => parameter === one.parameter.name && at === one.at)
  const { parameter, value, direction } = one
  const row = one.row - 1
  const source = policy.sources.find(({ id }) => id === value.source)
  const number = typeof value.value === 'number'
  const shown = typeof value.value === 'object' ? value.value.join('、') : value.value
  const [standard, setting] = [`$C${one.row}`, `$D${one.row}`]
  const bound = direction === 'lower' ? 'MIN' : 'MAX'
  const worse = direction === 'lower' ? '>' : '<'
  const { states } = words
  const say = (column: number, text: string): BookCell => ({
    row,
    column,
    value: text,
    style: column > 6 ? looks.cellWrapped : looks.cell,
  })
  return [
    say(0, parameter.name),
    say(1, kindOf(value)),
    { row, column: 2, value: shown, style: number ? numberLook : looks.cellWrapped },
    {
      row,
      column: settingColumn,
      ...(own ? { value: own.value } : {}),
      style: direction === null ? looks.cell : looks.inputNumber,
    },
    say(4, parameter.unit ?? ''),
    {
      row,
      column: 5,
      formula:
        direction === null
          ? standard
          : `IF(ISNUMBER(${setting}),${bound}(${standard},${setting}),${standard})`,
      style: number ? looks.formulaCountOrAmount : looks.formulaWrapped,
    },
    direction === null
      ? { row, column: 6, value: words.locked, style: looks.formula }
      : {
          row,
          column: 6,
          formula: `IF(${setting}="","${states.unset}",IF(NOT(ISNUMBER(${setting})),"${states.notNumber}",IF(${setting}${worse}${standard},"${states.looser}",IF(${setting}=${standard},"${states.unset}","${states.taken}"))))`,
          style: looks.formula,
        },
    say(7, source ? `${source.title}${source.article ? ` ${source.article}` : ''}` : value.source),
    say(8, source ? templateWords.sourceStatus[source.status] : ''),
    say(9, parameter.note ?? ''),
    { row, column: parameterIdColumn, value: `${parameter.id} ${one.at}` },
  ]
}

const numberLook = { ...looks.cell, format: '#,##0.####', align: 'right' } as const

/** For which loans and days a value holds. */
function kindOf(value: ParameterValue): string {
  const dates = [
    ...(value.from === undefined ? [] : [`自 ${value.from}`]),
    ...(value.to === undefined ? [] : [`至 ${value.to}`]),
  ]
  const text = [...Object.values(value.for ?? {}), ...dates].join(' ')
  return text === '' ? words.always : text
}
