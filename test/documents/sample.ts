import { checkLedger, type Result, type RowPlace } from '@postloan/core/check'
import {
  prepareDocuments,
  type BankDetails,
  type DocumentDesk,
  type DocumentKindId,
} from '@postloan/core/documents'
import type { MadeDocument } from '@postloan/core/documents'
import { readLedger, type Ledger } from '@postloan/core/ledger'
import { builtInPolicy as policy } from '@postloan/core/policy'
import { openWorkbook } from '@postloan/core/workbook'
import { nodeCodec } from '@postloan/core/workbook/node'
import { strFromU8, unzipSync } from 'fflate'

import { type Cell, type SheetFile, workbookFile } from '../portfolio/workbookFile.ts'

export const codec = nodeCodec()
export const bank: BankDetails = {
  bankName: '清江农村商业银行',
  phone: '0717-6251234',
  address: '清江市建设路 18 号',
  complaintPhone: '96568',
}

/** A sheet as a bank would write it: its headers, and rows of what stands in them. */
export type Sheet = readonly [name: string, rows: readonly Readonly<Record<string, Cell>>[]]

export async function workbookOf(sheets: readonly Sheet[]): Promise<Uint8Array> {
  return workbookFile(
    sheets.map(([name, rows]): SheetFile => {
      const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))]
      return {
        name,
        columnStyles: [],
        rows: [headers, ...rows.map((row) => headers.map((header) => row[header] ?? null))],
      }
    }),
  )
}

export interface Sample {
  readonly ledger: Ledger
  readonly result: Result
  readonly desk: DocumentDesk
  /** The row of a loan by its number. */
  readonly place: (loanNo: string) => RowPlace
}

export async function sampleOf(sheets: readonly Sheet[], details: BankDetails = bank): Promise<Sample> {
  const opened = await openWorkbook(await workbookOf(sheets), '贷款台账2026-10-31.xlsx', codec)
  if (!opened.ok) throw new Error(opened.error.message)
  const ledger = readLedger([opened.workbook], policy)
  const result = checkLedger(ledger, { policy })
  const place = (loanNo: string): RowPlace => {
    for (const [table, { table: read }] of result.tables.entries()) {
      const column = read.columns.get('loanNo')
      if (read.name !== '借据' || column?.kind !== 'text') continue
      const row = column.codes.findIndex((code) => column.dictionary[code] === loanNo)
      if (row >= 0) return { table, row }
    }
    throw new Error(`no loan ${loanNo}`)
  }
  return { ledger, result, place, desk: prepareDocuments(ledger, { policy, result, codec, bank: details }) }
}

export async function made(desk: DocumentDesk, kind: DocumentKindId, place: RowPlace): Promise<MadeDocument> {
  const making = await desk.make(kind, place)
  if (!making.ok) throw new Error(making.message)
  return making.document
}

/** What a reader sees: the text of the paragraphs, a line each. */
export function textOf(bytes: Uint8Array): string {
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
  return xml
    .replaceAll(/<w:br\/>/g, '\n')
    .replaceAll('</w:p>', '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}

const company = {
  客户编号: 'C001',
  客户名称: '宏远精工机械有限公司',
  客户类型: '对公',
  企业规模: '中型',
  统一社会信用代码: '91420000MA4KUA1234',
  机构名称: '城南支行',
  客户经理: '周敏',
  贷款品种: '流动资金贷款',
  担保方式: '抵押',
  还款方式: '按期付息到期还本',
  贷款用途: '采购钢材',
  '执行利率(%)': 4.35,
} as const

const person = {
  客户编号: 'P001',
  客户名称: '林秀英',
  客户类型: '个人',
  证件类型: '身份证',
  证件号码: '110101199003070038',
  联系电话: '13812345678',
  联系地址: '清江市城南区民主路一巷 7 号',
  机构名称: '城南支行',
  客户经理: '赵强',
  贷款品种: '个人经营性贷款',
  担保方式: '保证',
  还款方式: '等额本息',
  '执行利率(%)': 5.22,
} as const

/** Two customers with what each kind of document needs. */
export const loans: Sheet = [
  '贷款台账',
  [
    {
      借据号: 'JJ2026001',
      合同号: 'HT2025001',
      ...company,
      贷款金额: 7_000_000,
      贷款余额: 5_000_000,
      放款日期: '2025-08-01',
      到期日: '2026-08-01',
      五级分类: '正常',
      逾期天数: 91,
      逾期本金: 5_000_000,
      表内欠息: 52_000.5,
      罚息: 8_000,
      结清日期: null,
    },
    {
      借据号: 'JJ2026002',
      合同号: 'HT2025002',
      ...company,
      贷款金额: 3_000_000,
      贷款余额: 3_000_000,
      放款日期: '2025-11-20',
      到期日: '2026-11-20',
      五级分类: '关注',
      逾期天数: 0,
      逾期本金: 0,
      表内欠息: 0,
      罚息: 0,
    },
    {
      借据号: 'JJ2026003',
      合同号: 'HT2024003',
      ...person,
      贷款金额: 300_000,
      贷款余额: 120_000,
      放款日期: '2024-03-01',
      到期日: '2027-03-01',
      五级分类: '次级',
      逾期天数: 100,
      逾期本金: 18_000,
      表内欠息: 2_300.45,
      罚息: null,
    },
  ],
]

export const registers: readonly Sheet[] = [
  [
    '押品台账',
    [
      {
        押品编号: 'YP01',
        借据号: 'JJ2026001',
        押品名称: '城南工业园厂房',
        押品类型: '厂房',
        最新估值: 9_000_000,
        估值日期: '2025-07-01',
        登记证号: '鄂(2025)清江不动产证明第 0012 号',
        押品状态: '正常',
      },
    ],
  ],
  [
    '保证人台账',
    [
      {
        借据号: 'JJ2026003',
        保证人名称: '王德明',
        保证人证件号: '110101196505050010',
        保证方式: '连带责任保证',
        担保金额: 300_000,
      },
    ],
  ],
]
