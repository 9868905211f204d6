import { checkLedger, prepareRecheck } from '@postloan/core/check'
import type { Ledger } from '@postloan/core/ledger'
import { builtInPolicy } from '@postloan/core/policy'
import type { Column } from '@postloan/core/table'

import { readLedgerFile } from '../ledgerFile.ts'

// one edited loan after the other in a checked ledger: each edit counted by itself
const [folder = '', edits = '1000'] = process.argv.slice(2)

const before = readLedgerFile(`${folder}/before`)
let ledger = readLedgerFile(`${folder}/now`)
const options = { policy: builtInPolicy, previous: before }
const result = checkLedger(ledger, options)
const start = performance.now()
const { recheck } = prepareRecheck(result, ledger, options)
const prepare = (performance.now() - start) / 1000

/** A ledger with one number changed, as a surface has it after an officer typed a figure. */
function withNumber(old: Ledger, row: number, key: string, value: number): Ledger {
  const tables = old.tables.map((table, at) => {
    const column = table.columns.get(key)
    if (at !== 0 || column?.kind !== 'number') return table
    const values = column.values.slice()
    values[row] = value
    const changed: Column = { ...column, values }
    return { ...table, columns: new Map(table.columns).set(key, changed) }
  })
  return { ...old, tables }
}

const rowCount = ledger.tables[0]?.rowCount ?? 0
const warmUps = 300
const seconds: number[] = []
const cpu: number[] = []
const counted = { judged: 0, findings: 0, unsettled: 0 }
for (let edit = 0; edit < Number(edits) + warmUps; edit++) {
  const row = (edit * 7919) % rowCount
  ledger = withNumber(ledger, row, 'overdueDays', edit % 3 === 0 ? 0 : 45)
  const [from, used] = [performance.now(), process.threadCpuUsage()]
  const again = recheck(ledger, [{ table: 0, row }])
  const took = (performance.now() - from) / 1000
  const { user, system } = process.threadCpuUsage(used)
  if (edit < warmUps) continue
  seconds.push(took)
  cpu.push((user + system) / 1e6)
  counted.judged += again.rows.length
  counted.findings += again.findings.length
  counted.unsettled += again.settled ? 0 : 1
}

const at = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN
const peakMb = process.resourceUsage().maxRSS / 1024
const figures = { prepare, p95: at(seconds, 0.95), cpuMedian: at(cpu, 0.5), cpuP95: at(cpu, 0.95) }
console.log(JSON.stringify({ seconds, peakMb, counted: { ...counted, ...figures } }))
