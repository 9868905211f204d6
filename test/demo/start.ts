import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, extname, join, relative, resolve } from 'node:path'
import type { Writable } from 'node:stream'

import { runCli, type Terminal } from '@postloan/core/cli'

import { sampleLedger } from '../portfolio/sampleLedger.ts'
import { demoMessages } from './messages.ts'

/**
 * `npm start`: makes a sample ledger, checks it, writes the annotated copy and says where both are.
 * `npm start -- my.xlsx`: the same for one's own file. Everything is written into `out/`.
 */
const root = resolve(import.meta.dirname, '../..')
const outFolder = join(root, 'out')
const given = process.argv.slice(2).find((word) => !word.startsWith('-'))

await mkdir(outFolder, { recursive: true })
const ledger = given === undefined ? await writeSample() : findOwn(given)
console.log(`${demoMessages.checking}\n`)

const annotated = join(outFolder, `${basename(ledger, extname(ledger))}-检查结果.xlsx`)
const code = await runCli(['check', ledger, '-o', annotated, '--force'], terminal())

console.log('')
if (code !== 2) console.log(`${demoMessages.untouched}\n`)
console.log(demoMessages.next)
process.exitCode = code

async function writeSample(): Promise<string> {
  const sample = await sampleLedger()
  const path = join(outFolder, sample.fileName)
  await writeFile(path, sample.bytes)
  console.log(demoMessages.sample(sample.loans.length, shown(path)))
  return path
}

/** The file as named from where `npm start` was typed; scripts run in the workspace's own folder. */
function findOwn(name: string): string {
  const typedIn = process.env['INIT_CWD'] ?? process.cwd()
  const path = existsSync(resolve(typedIn, name)) ? resolve(typedIn, name) : resolve(name)
  console.log(demoMessages.own(path))
  return path
}

function shown(path: string): string {
  return relative(process.cwd(), path)
}

function terminal(): Terminal {
  return { out: outputTo(process.stdout), log: { ...outputTo(process.stderr), isTTY: process.stderr.isTTY } }
}

function outputTo(stream: Writable): Terminal['out'] {
  return {
    write: (text) =>
      new Promise((settle, fail) => {
        stream.write(text, (error) => (error ? fail(error) : settle()))
      }),
  }
}
