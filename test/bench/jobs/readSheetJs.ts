import { readFileSync } from 'node:fs'

import * as XLSX from 'xlsx'

import { report } from '../measure.ts'

// SheetJS at its fastest: dense sheets, no formatted text, no styles
const [file = '', rounds = '1'] = process.argv.slice(2)

await report(() => {
  const book = XLSX.read(readFileSync(file), {
    dense: true,
    cellText: false,
    cellHTML: false,
    cellFormula: false,
  })
  const sheet = book.Sheets[book.SheetNames[0] ?? '']
  const rows: unknown = sheet?.['!data']
  let cells = 0
  if (Array.isArray(rows))
    for (const row of rows)
      if (Array.isArray(row)) for (const cell of row) if (cell && cell.t !== 'z') cells++
  return { cells }
}, Number(rounds))
