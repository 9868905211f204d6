import { type DateSystem, dayOfSerial } from '@postloan/core/calendar'

import { ledgerHeader } from '../../../../addin/src/session/ledgerForTests.ts'
import { type Cell, type SheetFile, columnLetters, workbookFile } from '../../../portfolio/workbookFile.ts'

/** First row of loans, from 0: a title, a header above. */
export const FIRST = 2
export const LOANS = 30
export const header: readonly string[] = ledgerHeader
export const ledgerName = '借据'
export const registerName = '押品'

const day = (serial: number): Cell => ({ day: dayOfSerial(serial) })
const classes = ['正常', '正常', '正常', '关注', '次级']

function loanRow(i: number): readonly Cell[] {
  return [
    `JJ${202_600_000 + i}`,
    `第${i % 7}贸易有限公司`,
    100 + ((i * 13) % 37),
    day(45_658 + ((i * 11) % 300)),
    day(46_100 + ((i * 17) % 500)),
    classes[i % 5] ?? '正常',
    i % 6 === 0 ? 100 : 0,
    i % 2 === 0 ? '保证' : '抵押',
    `经理${i % 4}`,
    i % 5 === 0 ? null : '采购原材料',
  ]
}

export interface LedgerKind {
  readonly name: string
  /** An arrow in each header of the list. */
  readonly hasFilter?: boolean
  /** A total below, with a formula. */
  readonly hasTotal?: boolean
  /** A second list of loans below the first, in the same sheet. */
  readonly hasSecond?: boolean
  /** In which system its days are counted. */
  readonly dateSystem?: DateSystem
}

/** A ledger with a merged title, a register of collateral, and a sheet that is none. */
export function propertyLedger({
  hasFilter,
  hasTotal,
  hasSecond,
  dateSystem,
}: LedgerKind): Promise<Uint8Array> {
  const last = FIRST + LOANS
  const width = columnLetters(header.length - 1)
  const total: readonly Cell[] = ['合计', null, { formula: `SUM(C${FIRST + 1}:C${last})`, value: 3_500 }]
  const more = Array.from({ length: 6 }, (_, i) => loanRow(100 + i))
  const sheets: readonly SheetFile[] = [
    {
      name: ledgerName,
      columnStyles: ['text', 'text', 'money', 'date', 'date', 'text', 'count', 'text', 'text', 'text'],
      columnWidths: [14, 24, 12, 12, 12, 10, 10, 10, 10, 16],
      styledRows: ['title', 'header'],
      merges: [`A1:${width}1`],
      frozenRows: FIRST,
      ...(hasFilter ? { autoFilter: `A2:${width}${last}` } : {}),
      rows: [
        ['城南支行贷款台账 2026年10月31日'],
        header,
        ...Array.from({ length: LOANS }, (_, i) => loanRow(i)),
        ...(hasTotal ? [total] : []),
        ...(hasSecond ? [[], [], ['表外及核销贷款 2026年10月31日'], header, ...more] : []),
      ],
    },
    {
      name: registerName,
      columnStyles: ['text', 'text', 'text', 'money', 'date'],
      styledRows: ['header'],
      rows: [
        ['押品编号', '借据号', '押品类型', '最新估值(万元)', '估值日期'],
        ...Array.from({ length: 12 }, (_, i): readonly Cell[] => [
          `YP${i}`,
          `JJ${202_600_000 + i * 2 + 1}`,
          '房产',
          20 + i * 15,
          day(45_000 + i * 120),
        ]),
      ],
    },
    {
      name: '说明',
      columnStyles: ['plain', 'plain'],
      rows: [['本表由信贷部编制'], ['联系人', '周敏']],
    },
  ]
  return workbookFile(sheets, dateSystem)
}
