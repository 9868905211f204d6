import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { bigLedger, type BigLedgerState } from '../portfolio/bigLedger.ts'
import { addinLines } from './addin.ts'
import { inOwnProcess, type Measured, median } from './measure.ts'
import { earlierLines, type Line, markdownTable, megabytes, seconds, times } from './table.ts'

/**
 * Measures the product against what it is compared with, each in a process of its own, and prints a table of ratios.
 * `--write` keeps the table in README.md with the date; `--rows` takes a smaller ledger for a quick look.
 */
const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '3' },
    write: { type: 'boolean', default: false },
    /** Only the parts whose name holds this word. */
    only: { type: 'string', default: '' },
  },
})
const rows = Number(options.rows)
const rounds = options.rounds

const today = new Date().toISOString().slice(0, 10)
const folder = mkdtempSync(join(tmpdir(), 'postloan-bench-'))
const lines: Line[] = []

const files = new Map<string, Promise<string>>()

function ledgerFile(count: number, state: BigLedgerState = 'usual'): Promise<string> {
  const name = `${state}-${count}.xlsx`
  const known = files.get(name)
  if (known) return known
  const made = bigLedger(count, state).then((bytes) => {
    writeFileSync(join(folder, name), bytes)
    return join(folder, name)
  })
  files.set(name, made)
  return made
}

function note(
  what: string,
  ours: string,
  other: string,
  ratio: number,
  goal: string,
  met: boolean | null,
): void {
  lines.push({ what, ours, other, ratio: times(ratio), goal, met, on: today })
  console.log(`${what}: ${ours} / ${other} = ${times(ratio)} ${goal}`)
}

const shown = (measured: Measured): string =>
  `${seconds(median(measured.seconds))}, ${megabytes(measured.peakMb)}`
const time = (measured: Measured): number => median(measured.seconds)
const millions = (value: number): string => `${(value / 1e6).toFixed(1)} M/s`

async function reading(): Promise<void> {
  const file = await ledgerFile(rows)
  const floor = await inOwnProcess('inflateFloor', [file, rounds])
  const ours = await inOwnProcess('readOurs', [file, rounds])
  const sheetJs = await inOwnProcess('readSheetJs', [file, '1'])
  if (ours.counted.cells !== sheetJs.counted.cells) {
    throw new Error(`cells read: ${ours.counted.cells} and ${sheetJs.counted.cells}`)
  }
  const overFloor = time(ours) / time(floor)
  note(`读取 ${rows} × 40,对解压底线`, shown(ours), shown(floor), overFloor, '≤ 5×', overFloor <= 5)
  note('读取,对 SheetJS(dense)', shown(ours), shown(sheetJs), time(ours) / time(sheetJs), '', null)
}

async function annotating(): Promise<void> {
  const file = await ledgerFile(rows)
  const ours = await inOwnProcess('annotateOurs', [file, String(rows), rounds])
  const excelJs = await inOwnProcess('annotateExcelJs', [file, '1'])
  note('标注每一行,对 exceljs', shown(ours), shown(excelJs), time(ours) / time(excelJs), '', null)
}

async function rules(): Promise<void> {
  for (const [state, label] of [
    ['usual', '常态台账'],
    ['clean', '无问题台账'],
    ['allFail', '全部有问题台账'],
  ] as const) {
    const file = await ledgerFile(rows, state)
    const ours = await inOwnProcess('rules', ['ours', file, '5'])
    const duckDb = await inOwnProcess('rules', ['duckdb', file, '5'])
    for (const count of ['rows', 'cases', 'hits', 'incomplete']) {
      if (ours.counted[count] !== duckDb.counted[count]) {
        throw new Error(`${state} ${count}: ${ours.counted[count]} and ${duckDb.counted[count]}`)
      }
    }
    const checks = ours.counted.checks ?? 0
    const faster = time(duckDb) / time(ours)
    const what = `规则 ${ours.counted.cases} 项,${label}(命中 ${ours.counted.hits}),对 DuckDB 单线程`
    const figure = (measured: Measured): string =>
      `${seconds(time(measured))}, ${millions(checks / time(measured))}`
    note(what, figure(ours), figure(duckDb), faster, '≥ 2×', faster >= 2)
    if (state !== 'usual') continue
    const feelin = await inOwnProcess('rules', ['feelin', file, '1'])
    const sample = feelin.counted.checks ?? 0
    const perCheck = time(feelin) / sample
    const slower = perCheck / (time(ours) / checks)
    note(
      '规则,对逐行解释(feelin,抽样)',
      seconds(time(ours)),
      `${seconds(perCheck * checks)} 推算`,
      slower,
      '',
      null,
    )
  }
}

/** A ledger with three times as many rows in registers and the month before it. */
async function registers(): Promise<void> {
  const world = join(folder, `registers-${rows}`)
  const made = await inOwnProcess('makeRegisters', [world, String(rows)])
  const ours = await inOwnProcess('rules', ['ours', world, '5'])
  const duckDb = await inOwnProcess('rules', ['duckdb', world, '2'])
  for (const count of ['rows', 'cases', 'hits', 'incomplete']) {
    if (ours.counted[count] !== duckDb.counted[count]) {
      throw new Error(`registers ${count}: ${ours.counted[count]} and ${duckDb.counted[count]}`)
    }
  }
  const faster = time(duckDb) / time(ours)
  const { cases, withoutSql, hits, checks = 0 } = ours.counted
  const what = `规则 ${cases} 项(另有 ${withoutSql} 项无 SQL),${rows} 笔借据、${made.counted.childRows} 行登记簿、上期(命中 ${hits}),对 DuckDB 单线程`
  note(
    what,
    `${millions(checks / time(ours))}, ${shown(ours)}`,
    shown(duckDb),
    faster,
    '≥ 2×,内存 ≤ 700 MB',
    faster >= 2 && ours.peakMb <= 700,
  )
  const again = await inOwnProcess('recheck', [world])
  const { cpuMedian = 0, p95 = 0, judged = 0, prepare = 0 } = again.counted
  note(
    `同一台账改一笔后重查(备查 ${seconds(prepare)},平均重查 ${(judged / again.seconds.length).toFixed(1)} 笔)`,
    `中位 ${seconds(time(again))},p95 ${seconds(p95)}`,
    `CPU 中位 ${seconds(cpuMedian)}`,
    time(again) / 0.005,
    '中位 ≤ 5 ms(比值为占 5 ms 之比)',
    time(again) <= 0.005,
  )
  const one = join(folder, 'one')
  await inOwnProcess('makeRegisters', [one, '1'])
  const cold = await inOwnProcess('oneLoan', [one, 'cold'])
  const warm = await inOwnProcess('oneLoan', [one, 'warm'])
  note(
    '单笔借据(网页),首次含编译规则',
    shown(cold),
    `其后 ${seconds(time(warm))}`,
    time(cold) / time(warm),
    '',
    null,
  )
}

async function growth(): Promise<void> {
  const steps = [1000, 10_000, 100_000, 300_000].filter((count) => count <= rows * 3)
  const perRow: number[] = []
  const overall: number[] = []
  for (const count of steps) {
    const file = await ledgerFile(count)
    // a small ledger takes milliseconds: many rounds until the machine code is warm
    const measured = await inOwnProcess('rules', ['ours', file, count < 50_000 ? '60' : '5'])
    const check = await inOwnProcess('check', [file, '1'])
    perRow.push((time(measured) / count) * 1e9)
    overall.push((time(check) / count) * 1e6)
    const ratio = (perRow.at(-1) ?? 0) / Math.min(...perRow)
    const figures = [
      `规则 ${Math.round(perRow.at(-1) ?? 0)} ns/行`,
      `全程 ${Math.round(overall.at(-1) ?? 0)} µs/行,${shown(check)}`,
    ]
    const [ruleFigure = '', overallFigure = ''] = figures
    note(
      `增长:${count} 行(比值为每行规则耗时与最低者之比)`,
      ruleFigure,
      overallFigure,
      ratio,
      '不随行数上升:≤ 1.5×',
      ratio <= 1.5,
    )
  }
}

async function endToEnd(): Promise<void> {
  const file = await ledgerFile(rows)
  const checks: Measured[] = []
  for (let round = 0; round < Number(rounds); round++) checks.push(await inOwnProcess('check', [file, '1']))
  const sheetJs = await inOwnProcess('readSheetJs', [file, '1'])
  const typical = median(checks.map(time))
  const peak = Math.max(...checks.map((one) => one.peakMb))
  const share = typical / time(sheetJs)
  note(
    `postloan check ${rows} × 40 全程,对 SheetJS 仅读取`,
    `${seconds(typical)}, ${megabytes(peak)}`,
    shown(sheetJs),
    share,
    '≤ 0.75×(期望 0.6),内存 ≤ 500 MB',
    share <= 0.75 && peak <= 500,
  )
}

/** Of a branch's ledger: what is due of all its loans, and 500 documents of every kind in turn. */
async function documents(): Promise<void> {
  const loans = Math.min(rows, 5000)
  const file = await ledgerFile(loans)
  const measured = await inOwnProcess('documents', [file, '500', rounds])
  const { made = 0, due = 0, bytes = 0 } = measured.counted
  note(
    `文书 ${made} 份，各种轮流（${loans} 笔借据，判断该制发 ${due} 份）`,
    shown(measured),
    `每份 ${seconds(time(measured) / made)}，${Math.round(bytes / made / 1024)} KB`,
    time(measured) / 60,
    '≤ 60 s（比值为占 60 s 之比）',
    time(measured) <= 60,
  )
}

/** The page agent beside axe-core, scanning the same page of 2,000 fields in the same browser. */
async function agent(): Promise<void> {
  const ours = await inOwnProcess('agentPage', ['agent', rounds])
  const axe = await inOwnProcess('agentPage', ['axe', rounds])
  const {
    slices = 0,
    longestSlice = 0,
    longest = 0,
    typing = 0,
    plainLoop = 0,
    watchedLoop = 0,
  } = ours.counted
  note(
    `页面代理读取 2000 个字段（${slices} 片，最长 ${longestSlice.toFixed(1)} ms），对 axe-core 扫描同一页`,
    seconds(time(ours)),
    seconds(time(axe)),
    time(axe) / time(ours),
    '≤ 50 ms，每片 ≤ 8 ms',
    time(ours) <= 0.05 && longestSlice <= 8,
  )
  const opening = await inOwnProcess('agentPage', ['agent', rounds, 'table', 'opening'])
  note(
    `同一页刚打开、浏览器还在绘制时就读（${opening.counted['slices'] ?? 0} 片，最长 ${(opening.counted['longestSlice'] ?? 0).toFixed(1)} ms），对上一行`,
    seconds(time(opening)),
    seconds(time(ours)),
    time(opening) / time(ours),
    '没有超过 50 ms 的任务',
    (opening.counted['longest'] ?? 0) === 0,
  )
  const parts = await inOwnProcess('agentPage', ['agent', rounds, 'parts'])
  note(
    `同样多的字段由带类名的层层元素排成（${parts.counted.slices ?? 0} 片，最长 ${(parts.counted.longestSlice ?? 0).toFixed(1)} ms），对第一行`,
    seconds(time(parts)),
    seconds(time(ours)),
    time(parts) / time(ours),
    '没有超过 50 ms 的任务',
    (parts.counted.longest ?? 0) === 0,
  )
  note(
    '读取时超过 50 ms 的任务（0 为没有），对 axe-core',
    `${longest.toFixed(0)} ms`,
    `${(axe.counted.longest ?? 0).toFixed(0)} ms`,
    longest === 0 ? 0 : longest / 50,
    '没有',
    longest === 0,
  )
  note('键入一个字段到代理报告', `${typing.toFixed(1)} ms`, '100 ms', typing / 100, '≤ 100 ms', typing <= 100)
  note(
    '页面自己的脚本改 2000 个字段，对没有代理时',
    `${watchedLoop.toFixed(2)} ms`,
    `${plainLoop.toFixed(2)} ms`,
    watchedLoop / plainLoop,
    '在波动之内',
    null,
  )
}

/** The extension's worker after sleep: woken by typing into a loan's page of the practice system. */
async function wake(): Promise<void> {
  const measured = await inOwnProcess('wake', [String(Math.max(5, Number(rounds)))])
  const { first = Number.NaN, told = Number.NaN } = measured.counted
  note(
    `扩展休眠后唤醒到给出发现（头一次 ${seconds(first)}，按键到面板全部更新 ${seconds(told)}）`,
    seconds(time(measured)),
    '150 ms',
    time(measured) / 0.15,
    '≤ 150 ms',
    time(measured) <= 0.15,
  )
}

const parts: Readonly<Record<string, () => Promise<void>>> = {
  reading,
  annotating,
  rules,
  registers,
  growth,
  endToEnd,
  agent,
  wake,
  documents,
  addin: async () => addinLines(rows, await bigLedger(rows), note),
}

try {
  for (const [name, measure] of Object.entries(parts)) if (name.includes(options.only)) await measure()
  console.log(`\n${markdownTable(lines)}`)
  if (options.write) {
    const file = join(import.meta.dirname, 'README.md')
    const kept = options.only === '' ? [] : earlierLines(readFileSync(file, 'utf8'), lines)
    writeFileSync(file, readme(markdownTable([...kept, ...lines])))
  }
} finally {
  rmSync(folder, { recursive: true })
}

function readme(table: string): string {
  const machine = `${cpus()[0]?.model ?? ''}, ${cpus().length} cores, Node ${process.versions.node}`
  return `# Bench

Written by \`pnpm bench --write\`, last on ${today} (${machine}); \`--only\` measures one part and leaves the other
lines. Not edited by hand.

Every measurement runs in a process of its own on the same generated ledgers (\`test/portfolio/bigLedger.ts\`); the
median of the rounds is shown with the process's peak memory. The rules run warm over data that is already in each
engine's own typed tables, with the same outcomes counted and compared; DuckDB has one thread and runs the SQL that the
product exports. With registers, the tables and computed columns are loaded from a file, so that the memory is that of
evaluating; DuckDB runs two rounds. An edited loan is checked again in the same ledger, 1,000 edits after 300 unmeasured
ones. SheetJS reads dense sheets without texts, styles or formulas, its fastest setting. \`feelin\` is timed
on 40 rows and its figure scaled up.

The add-in runs as built, with the real office.js, in a browser against the simulated Excel (\`test/excel-host\`), which
works in a worker of the window; the add-in's page comes from another host name and so has a process of its own: tasks and
memory are those of the add-in alone. Seconds hold the simulated Excel's own time, which is named beside them. The naive
way fills a cell, adds a comment and syncs, in the same Excel with the same latency.

${table}
`
}
