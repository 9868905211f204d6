import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, extname, join, relative, resolve } from 'node:path'
import process from 'node:process'
import type { Writable } from 'node:stream'
import { setTimeout } from 'node:timers/promises'

import { runCli, type Terminal } from '@postloan/core/cli'

import { findBrowser } from '../peers/find.ts'
import { sampleLedger } from '../portfolio/sampleLedger.ts'
import { demoMessages } from './messages.ts'
import { noWindow, type OpenedBrowser, openBrowser } from './openBrowser.ts'
import { practiceLedger } from './practiceLedger.ts'
import { showSurfaces } from './showSurfaces.ts'

/**
 * `npm start`: makes a sample ledger, checks it, writes the annotated copy and says where both are; then opens the
 * simulated Excel with the add-in and the practice credit system with the extension, until Ctrl+C.
 * `npm start -- my.xlsx`: the same for one's own file. Everything is written into `out/`.
 * `--once`: ends after the check, as it does where nobody is at a terminal. `--no-open`: opens no browser.
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
if (code !== 2) console.log(demoMessages.untouched)
const started = Number(process.env['POSTLOAN_STARTED'])
if (started > 0) console.log(demoMessages.took((Date.now() - started) / 1000))
console.log(`\n${demoMessages.next}`)
process.exitCode = code

if (code !== 2) {
  if (process.argv.includes('--once') || !process.stdout.isTTY) console.log(`\n${demoMessages.once}`)
  else await tryOut()
}

/** Until Ctrl+C. */
async function tryOut(): Promise<void> {
  const stopped = new Promise<void>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop())
  })
  console.log(`\n${demoMessages.building}`)
  const isWorkbook = /\.xls[xm]$/i.test(ledger)
  const surfaces = await showSurfaces({
    extensionFolder: join(outFolder, 'extension'),
    ...(isWorkbook ? { workbook: { fileName: basename(ledger), bytes: await readFile(ledger) } } : {}),
  })
  const { playground, creditSystem, extension, said } = surfaces
  const practice = await practiceLedger()
  const practicePath = join(outFolder, practice.fileName)
  await writeFile(practicePath, practice.bytes)
  console.log(`\n${demoMessages.ready(playground, creditSystem, practicePath)}\n`)
  if (extension === null) console.log(demoMessages.noExtension(said))
  const profile = join(outFolder, 'browser')
  const browser = findBrowser()
  const why = noWindow()
  const window =
    browser && why === null ? openBrowser(browser, profile, extension, [creditSystem, playground]) : null
  const isOpen = window !== null && (await staysOpen(window))
  if (isOpen) console.log(demoMessages.opened)
  else if (window) console.log(demoMessages.notOpened)
  else if (!browser) console.log(demoMessages.noBrowser)
  else if (why !== null && demoMessages.noWindow[why] !== '') console.log(demoMessages.noWindow[why])
  if (extension !== null) console.log(demoMessages.byHand(extension))
  console.log(`\n${demoMessages.stop}`)
  await stopped
  window?.close()
  await window?.ended
  await surfaces.close()
  await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  process.exitCode = 0
  console.log(`\n${demoMessages.stopped}`)
}

/** A browser that cannot open a window ends at once. */
async function staysOpen({ ended }: OpenedBrowser): Promise<boolean> {
  return Promise.race([ended.then(() => false), setTimeout(2_000, true)])
}

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
