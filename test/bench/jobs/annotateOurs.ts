import { readFileSync, writeFileSync } from 'node:fs'

import { annotateWorkbook, type AnnotationPlan } from '@postloan/core/workbook'
import { nodeCodec } from '@postloan/core/workbook/node'

import { report } from '../measure.ts'

// flags in every row of the ledger, the file edited in place
const [file = '', rows = '0', rounds = '1'] = process.argv.slice(2)

const headerRow = 3
const plan: AnnotationPlan = {
  asOf: 20_757,
  sheets: [
    {
      sheet: '贷款台账',
      headerRows: [headerRow, headerRow],
      firstFreeColumn: 40,
      rows: Array.from({ length: Number(rows) }, (_, index) => ({
        row: headerRow + 1 + index,
        level: 'serious',
        item: '逾期 91 天,五级分类仍为关注',
        basis: '默认值',
        remedy: '重新分类',
        deadline: 20_767,
        owner: '张三',
        key: String(index),
        label: ['', ''],
        faults: [],
      })),
    },
  ],
  ownSheets: [],
}

await report(async () => {
  const annotated = await annotateWorkbook(readFileSync(file), plan, nodeCodec())
  if (!annotated.ok) throw new Error(annotated.error.message)
  writeFileSync('/dev/null', annotated.bytes)
  return { rows: annotated.report.rows, bytes: annotated.bytes.length }
}, Number(rounds))
