import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { dialects } from '@postloan/core/feel/sql'

import { rowsPerSlice } from '../differential/bankTables.ts'
import { type ClickHouse, openClickHouse } from './clickhouse.ts'
import { clickHouseTypes } from './nativeBlock.ts'
import type { SliceDone, SliceOrder } from './sliceWorker.ts'

/**
 * A bank of many loans in ClickHouse, checked by the exported statements as they are; the same bank slice by slice in
 * the column engine; the counts by rule, case and outcome must be equal: `pnpm test:many --loans 10000000`. The data,
 * about a kilobyte for each loan, is in the system's temporary folder and deleted at the end; with `--keep` it stays,
 * and `--again <folder>` runs only the statements over it.
 */
const { values } = parseArgs({
  options: {
    loans: { type: 'string', default: '500000' },
    slice: { type: 'string', default: '250000' },
    /** Rows of each register per hundred loans. */
    children: { type: 'string', default: '15' },
    seed: { type: 'string', default: '1' },
    threads: { type: 'string', default: '1' },
    /** Slices that the statements look at in one go: their joins are held in memory, some two kilobytes for each loan. */
    pass: { type: 'string', default: '4' },
    keep: { type: 'boolean', default: false },
    again: { type: 'string' },
  },
})

/** What the column engine said of the bank, and with which statements ClickHouse is to say the same. */
interface Expected {
  readonly statements: SliceDone['statements']
  /** `table rule.case outcome` → rows. */
  readonly counts: Readonly<Record<string, number>>
  readonly tables: readonly string[]
  readonly slices: number
}

const folder = values.again ?? mkdtempSync(join(tmpdir(), 'postloan-many-'))
const expectedFile = join(folder, 'expected.json')
process.on('exit', () => {
  if (values.keep || values.again !== undefined) console.log(folder)
  else rmSync(folder, { recursive: true, force: true })
})
const database = openClickHouse(join(folder, 'clickhouse'))
console.log(`ClickHouse ${database.query('SELECT version()', 'TSV').trim()}`)
if (values.again === undefined) {
  writeFileSync(expectedFile, JSON.stringify(await fillBank(database, Number(values.loans))))
}
const expected: Expected = JSON.parse(readFileSync(expectedFile, 'utf8'))
database.query(`SET max_threads = ${Number(values.threads)}`)
database.query(dialects.clickhouse.before)
const differing = checkBank(database, expected)
database.close()
console.log(differing === 0 ? '全部一致' : `${differing} 处不一致`)
process.exitCode = differing === 0 ? 0 : 1

/** Has the bank made slice by slice, judged by the column engine, and put into ClickHouse. */
async function fillBank(into: ClickHouse, loans: number): Promise<Expected> {
  const sliceLoans = Math.min(loans, Number(values.slice))
  const worker: ChildProcess = fork(join(import.meta.dirname, 'sliceWorker.ts'))
  const sums: Record<string, number> = {}
  const rows = new Map<string, number>()
  const spent = { made: 0, judged: 0, filled: 0 }
  let [pairs, peakOfWorker] = [0, 0]
  let wanted: SliceDone['statements'] = []
  for (let slice = 0; slice * sliceLoans < loans; slice++) {
    const done = await order(worker, {
      slice,
      loans: Math.min(sliceLoans, loans - slice * sliceLoans),
      first: slice * sliceLoans,
      seed: Number(values.seed),
      childRows: Number(values.children),
      // one slice in ten is enough to show that what is worked out agrees as well
      worked: slice % 10 === 0,
      folder,
    })
    if (slice === 0) {
      wanted = done.statements
      for (const { name } of done.tables) create(into, stored(name), done.columns[name] ?? [])
    }
    if (done.statements.some(({ sql }, at) => sql !== wanted[at]?.sql)) throw new Error('slices of two kinds')
    const began = performance.now()
    for (const { name, rows: count, file } of done.tables) {
      into.query(`INSERT INTO ${stored(name)} SELECT * FROM file('${file}', 'Native')`)
      rmSync(file)
      rows.set(name, (rows.get(name) ?? 0) + count)
    }
    for (const [name, count] of Object.entries(done.counts)) sums[name] = (sums[name] ?? 0) + count
    spent.filled += performance.now() - began
    spent.made += done.milliseconds.made
    spent.judged += done.milliseconds.judged
    pairs += done.pairs
    peakOfWorker = done.peak
    console.log(
      `${slice + 1}: ${rows.get('bank_loan')} 笔，列引擎 ${seconds(spent.judged)}，装入 ${seconds(spent.filled)}`,
    )
  }
  worker.disconnect()
  console.log([...rows].map(([name, count]) => `${name} ${count}`).join('，'))
  console.log(
    `列引擎：${pairs} 对（行 × 情形），规则 ${seconds(spent.judged)}（生成与计算列 ${seconds(spent.made)}），每次 ${sliceLoans} 笔，进程内存峰值 ${megabytes(peakOfWorker)}`,
  )
  return { statements: wanted, counts: sums, tables: [...rows.keys()], slices: Math.ceil(loans / sliceLoans) }
}

function create(into: ClickHouse, name: string, columns: readonly (readonly [string, string])[]): void {
  const types = new Map<string, string>(Object.entries(clickHouseTypes))
  const list = columns.map(([column, kind]) => `\`${column}\` ${types.get(kind) ?? ''}`).join(', ')
  into.query(`CREATE TABLE ${name} (${list}) ENGINE = MergeTree ORDER BY id`)
  into.query(`SYSTEM STOP MERGES ${name}`)
}

async function order(worker: ChildProcess, wanted: SliceOrder): Promise<SliceDone> {
  worker.send(wanted)
  const [answer] = await once(worker, 'message')
  return answer as SliceDone // the only thing the worker ever sends
}

/** The statements name views, each of which shows the slices of one pass. */
function stored(name: string): string {
  return `${name}_all`
}

/**
 * Runs the statements as exported over the whole bank, pass by pass as a bank would go branch by branch, and compares
 * the sums of their counts; how many differ.
 */
function checkBank(bank: ClickHouse, { statements, counts, tables, slices }: Expected): number {
  const perPass = Number(values.pass)
  const found = new Map<string, number>()
  let spent = 0
  let highest = 0
  for (let slice = 0; slice < slices; slice += perPass) {
    const [from, to] = [slice * rowsPerSlice, Math.min(slice + perPass, slices) * rowsPerSlice]
    for (const name of tables) {
      const rows = `SELECT * FROM ${stored(name)} WHERE id >= ${from} AND id < ${to}`
      bank.query(`CREATE OR REPLACE VIEW ${name} AS ${rows}`)
    }
    forgetPeak()
    const began = performance.now()
    for (const { table, sql } of statements) {
      const counted = `SELECT rule, \`case\`, outcome, count() FROM (\n${sql}\n) GROUP BY 1, 2, 3`
      for (const line of bank.query(counted, 'JSONCompactEachRow').trim().split('\n')) {
        if (line === '') continue
        const [rule, caseId, outcome, count]: unknown[] = JSON.parse(line)
        const name = `${table} ${String(rule)}.${String(caseId)} ${String(outcome)}`
        found.set(name, (found.get(name) ?? 0) + Number(count))
      }
    }
    spent += performance.now() - began
    highest = Math.max(highest, peak())
    console.log(`ClickHouse: 至第 ${Math.min(slice + perPass, slices)} 片，${seconds(spent)}`)
  }
  const names = [...new Set([...Object.keys(counts), ...found.keys()])]
  const differences = names.filter((name) => (found.get(name) ?? 0) !== (counts[name] ?? 0))
  for (const name of differences) {
    console.log(`  ${name}: 列引擎 ${counts[name] ?? 0}，ClickHouse ${found.get(name) ?? 0}`)
  }
  const cases = statements.reduce((sum, statement) => sum + statement.cases, 0)
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  console.log(
    `ClickHouse：${cases} 个情形，${total} 个发现，${names.length} 个计数，${seconds(spent)}，进程内存峰值 ${megabytes(highest)}`,
  )
  return differences.length
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} 秒`
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MB`
}

/** The kernel's high-water mark of this process, started anew, so that loading is not counted as checking. */
function forgetPeak(): void {
  if (process.platform === 'linux') writeFileSync('/proc/self/clear_refs', '5')
}

function peak(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024
  const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
  return Number(kilobytes) * 1024
}
