import { join } from 'node:path'

import { checkLedger } from '@postloan/core/check'
import { builtInPolicy } from '@postloan/core/policy'

import { readLedgerFile } from '../ledgerFile.ts'

// a web page's one loan with the rows beside it: by a worker that has just woken, and by one that is awake
const [folder = '', mode = 'warm'] = process.argv.slice(2)

const ledger = readLedgerFile(join(folder, 'now'))
const check = (): number => [...checkLedger({ ...ledger }, { policy: builtInPolicy }).findings()].length
const seconds: number[] = []
let findings = 0
const measure = (): void => {
  const start = performance.now()
  findings = check()
  seconds.push((performance.now() - start) / 1000)
}
if (mode === 'cold') measure()
else {
  for (let round = 0; round < 200; round++) findings = check()
  for (let round = 0; round < 100; round++) measure()
}
const peakMb = process.resourceUsage().maxRSS / 1024
console.log(JSON.stringify({ seconds, peakMb, counted: { findings } }))
