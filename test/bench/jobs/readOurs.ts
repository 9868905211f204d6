import { readWorkbookFile } from '@postloan/core/workbook/node'

import { report } from '../measure.ts'

// our scanner: file to typed cells by column
const [file = '', rounds = '1'] = process.argv.slice(2)

await report(async () => {
  const opening = await readWorkbookFile(file)
  if (!opening.ok) throw new Error(opening.error.message)
  let cells = 0
  for (const column of opening.workbook.sheets[0]?.columns ?? []) {
    if (column) for (const kind of column.kinds) if (kind !== 0) cells++
  }
  return { cells }
}, Number(rounds))
