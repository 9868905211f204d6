import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { runCli } from '@postloan/core/cli'

import { report } from '../measure.ts'

// `postloan check` from the file to the annotated file
const [file = '', rounds = '1'] = process.argv.slice(2)

const output = join(tmpdir(), `postloan-bench-${process.pid}.xlsx`)
let printed = 0
const out = {
  write: async (text: string) => {
    printed += text.length
  },
}
await report(async () => {
  const code = await runCli(['check', file, '-o', output, '--force'], { out, log: out })
  if (code === 2) throw new Error('the check failed')
  return { printed }
}, Number(rounds))
rmSync(output, { force: true })
