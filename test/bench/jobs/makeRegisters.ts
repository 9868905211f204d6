import { mkdirSync } from 'node:fs'

import { registerLedger } from '../registerLedger.ts'
import { writeRegisterWorld } from '../ruleSetup.ts'

// the ledger with registers that other jobs measure with, made by a process whose memory nobody counts
const [folder = '', rows = '1000'] = process.argv.slice(2)

const made = registerLedger(Number(rows))
mkdirSync(folder, { recursive: true })
writeRegisterWorld(folder, made)
console.log(JSON.stringify({ seconds: [0], peakMb: 0, counted: { childRows: made.childRows } }))
