import * as fc from 'fast-check'

import type { CellValue } from '../../../excel-host/model/cells.ts'
import type { Step } from '../../../excel-host/runSteps.ts'
import { columnLetters } from '../../../portfolio/workbookFile.ts'
import { FIRST, LOANS, header, ledgerName, registerName } from './ledgers.ts'

/** Rows of the list and a few below it, columns of it and one right of it: from 0. */
const row = fc.integer({ min: FIRST, max: FIRST + LOANS + 2 })
const loan = fc.integer({ min: FIRST, max: FIRST + LOANS - 3 })
const column = fc.integer({ min: 0, max: header.length - 1 })
const count = fc.integer({ min: 1, max: 3 })
const entry = fc.oneof(
  fc.constantFrom(
    '',
    '正常',
    '损失',
    '次级',
    '第3贸易有限公司',
    'JJ202600005',
    '合计',
    '万',
    '2026-13-01',
    '=1+1',
    '2025/3/4',
  ),
  fc.integer({ min: 0, max: 47_000 }).map(String),
)
const value: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constantFrom('正常', '关注', '第1贸易有限公司', 'JJ202600011', '信用', null),
  fc.integer({ min: 0, max: 47_000 }),
)
const cell = (r: number, c: number): string => `${columnLetters(c)}${r + 1}`
const on = (sheet: string, r: number, c: number): string => `${sheet}!${cell(r, c)}`
const step = (name: Step['name'], ...args: readonly unknown[]): Step => ({ name, args })

export const typing = fc
  .tuple(row, column, entry)
  .map(([r, c, text]) => step('type', on(ledgerName, r, c), text))
export const typingElsewhere = fc
  .tuple(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 0, max: 4 }), entry)
  .map(([r, c, text]) => step('type', on(registerName, r, c), text))
/** The header itself stays: without it there is no ledger to be checked. */
const rowsComeAndGo = fc
  .tuple(
    fc.constantFrom('insertRows' as const, 'deleteRows' as const),
    loan.filter((r) => r > 10),
    count,
  )
  .map(([name, r, n]) => step(name, r, n, ledgerName))
const atTheTop = fc.constant(step('insertRows', FIRST, 1, ledgerName))
const columnsComeAndGo = fc
  .tuple(
    fc.constantFrom('insertColumns' as const, 'deleteColumns' as const),
    fc.integer({ min: 6, max: header.length }),
  )
  .map(([name, c]) => step(name, c, 1, ledgerName))
export const sorting = fc
  .tuple(column, fc.boolean())
  .map(([c, up]) => step('sortExpanded', `${cell(FIRST, c)}:${cell(FIRST + LOANS - 1, c)}`, up, ledgerName))
const sortingSome = fc
  .tuple(loan, fc.boolean())
  .map(([r, up]) =>
    step('sort', `${on(ledgerName, r, 0)}:${cell(r + 2, header.length - 1)}`, [{ column: 2, ascending: up }]),
  )
const pasting = fc
  .tuple(
    row,
    fc.integer({ min: 0, max: header.length - 4 }),
    fc.array(fc.array(value, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
  )
  .map(([r, c, values]) => step('paste', on(ledgerName, r, c), values))
const emptying = fc
  .tuple(loan, column)
  .map(([r, c]) =>
    step('clear', `${on(ledgerName, r, c)}:${cell(r + 1, Math.min(c + 2, header.length - 1))}`, 'Contents'),
  )
const undoing = fc.constant(step('undo'))
const copyingRows = fc.tuple(loan, loan).map(([from, to]) => step('copyRows', from, to, 1, ledgerName))

/** What changes cells: edits, inserts, deletes, sorts, pastes, undo. */
export const changes: fc.Arbitrary<Step> = fc.oneof(
  { weight: 40, arbitrary: typing },
  { weight: 6, arbitrary: typingElsewhere },
  { weight: 8, arbitrary: rowsComeAndGo },
  { weight: 2, arbitrary: atTheTop },
  { weight: 1, arbitrary: columnsComeAndGo },
  { weight: 4, arbitrary: sorting },
  { weight: 3, arbitrary: sortingSome },
  { weight: 8, arbitrary: pasting },
  { weight: 4, arbitrary: emptying },
  { weight: 6, arbitrary: undoing },
  { weight: 3, arbitrary: copyingRows },
)

const byArrow = fc.tuple(column, fc.boolean()).map(([c, up]) => step('sortByArrow', c, up, null, ledgerName))
const filtering = fc
  .tuple(fc.constantFrom(['正常', '关注'], ['损失'], ['正常']), fc.constant(5))
  .map(([values, c]) =>
    step('filter', `${ledgerName}!A2:${cell(FIRST + LOANS - 1, header.length - 1)}`, c, values),
  )
const unfiltering = fc.constant(step('clearFilter', ledgerName))
/**
 * Part of a row, a whole row, or a whole column: painted, or with another font. Sorting takes the paint of a whole row along
 * with the cells it moves and leaves it on those it does not: where our columns are sorted too, that shows, and whole
 * rows are left out.
 */
const painting = (wholeRows: boolean): fc.Arbitrary<Step> =>
  fc
    .tuple(
      loan,
      column,
      fc.constantFrom<'part' | 'row' | 'column'>('part', wholeRows ? 'row' : 'part', 'column'),
      fc.constantFrom({ fill: '#FFFF00' }, { bold: true }, { color: '#C00000' }),
    )
    .map(([r, c, what, look]) => {
      const places = {
        part: `${cell(r, c)}:${cell(r + 1, Math.min(c + 2, header.length - 1))}`,
        row: `${r + 1}:${r + 1}`,
        column: columnOf(c),
      }
      return step('format', `${ledgerName}!${places[what]}`, look)
    })
const hiding = fc.tuple(loan, count, fc.boolean()).map(([r, n, is]) => step('hideRows', r, n, is, ledgerName))
const grouping = fc
  .tuple(loan, count, fc.boolean())
  .map(([r, n, is]) => step('groupRows', r, n, is, ledgerName))
const remarking = fc.tuple(loan, column).map(([r, c]) => step('comment', on(ledgerName, r, c), '请核对'))
const otherSheets = fc.constantFrom(
  step('activate', registerName),
  step('activate', ledgerName),
  step('type', '说明!B3', '13800000000'),
)
const tableRows = fc
  .tuple(
    fc.constantFrom('insertTableRows' as const, 'deleteTableRows' as const),
    fc.integer({ min: 0, max: LOANS - 8 }),
    count,
  )
  .map(([name, r, n]) => step(name, 0, r, n, ledgerName))
const tableSort = fc.tuple(column, fc.boolean()).map(([c, up]) => step('sortByArrow', c, up, 0, ledgerName))

function columnOf(c: number): string {
  return `${columnLetters(c)}:${columnLetters(c)}`
}

/** What a person does to a ledger with our columns in it. `undo` is left out: our own writing takes it away. */
export const handling = (hasTable: boolean, wholeRows: boolean): fc.Arbitrary<Step> =>
  fc.oneof(
    { weight: 10, arbitrary: typing },
    { weight: 2, arbitrary: typingElsewhere },
    { weight: 4, arbitrary: rowsComeAndGo },
    { weight: 1, arbitrary: atTheTop },
    { weight: 2, arbitrary: columnsComeAndGo },
    { weight: 4, arbitrary: sorting },
    { weight: 2, arbitrary: sortingSome },
    { weight: 4, arbitrary: pasting },
    { weight: 2, arbitrary: emptying },
    { weight: 3, arbitrary: copyingRows },
    { weight: 3, arbitrary: hasTable ? tableSort : byArrow },
    { weight: 3, arbitrary: hasTable ? tableRows : filtering },
    { weight: 1, arbitrary: unfiltering },
    { weight: 4, arbitrary: painting(wholeRows) },
    { weight: 2, arbitrary: hiding },
    { weight: 1, arbitrary: grouping },
    { weight: 1, arbitrary: remarking },
    { weight: 1, arbitrary: otherSheets },
  )
