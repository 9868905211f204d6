import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Browser, Page } from 'playwright-core'

import { totalRows } from '../../extension/src/engine/totalRows.ts'
import type { PageReport } from '../../extension/src/protocol/report.ts'
import { type Understood, understand } from './meaning.ts'

/** What a person reads on a page: `*label = value [unit] → field ⇒ cell`; `# titles : rows` for a list. */
interface Line {
  readonly label: string
  readonly value: string
  readonly unit: string
  readonly asked: boolean
  readonly key: string | null
  readonly cell: string | undefined
}

export interface HeldOutScore {
  readonly name: string
  readonly fields: number
  readonly found: number
  readonly meant: number
  readonly lists: number
  readonly listsFound: number
  /** Asked for, or taken for a field, where a person sees none. */
  readonly alarms: readonly string[]
  readonly wrong: readonly string[]
}

const folder = join(import.meta.dirname, 'heldOut')

export const heldOutNames = readdirSync(folder)
  .filter((name) => name.endsWith('.html'))
  .map((name) => name.slice(0, -5))

/** Reads one page, every frame of it, and compares it with its list. */
export async function scoreHeldOut(browser: Browser, agent: string, name: string): Promise<HeldOutScore> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 900 } })
  await page.setContent(readFileSync(join(folder, `${name}.html`), 'utf8'))
  const reports = await readFrames(page, agent)
  await page.close()
  return compare(name, reports, understand(reports))
}

/** The report of every frame, those without a field too. */
export async function readFrames(page: Page, agent: string): Promise<PageReport[]> {
  const reports: PageReport[] = []
  for (const frame of page.frames()) {
    await frame.evaluate(agent)
    await frame.waitForFunction(() => window.agentInPage?.sent.some(({ type }) => type === 'report'))
    const sent = await frame.evaluate(() => window.agentInPage?.sent ?? [])
    const last = sent.findLast((message) => message.type === 'report')
    if (last?.type === 'report') reports.push(last.report)
  }
  return reports
}

function compare(name: string, reports: readonly PageReport[], read: readonly Understood[]): HeldOutScore {
  const listed = readFileSync(join(folder, `${name}.txt`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
  const lines = listed.filter((line) => !line.startsWith('#')).map(lineOf)
  const left = [...read]
  const wrong: string[] = []
  const alarms: string[] = []
  let found = 0
  let meant = 0
  for (const line of lines) {
    const named = left.filter((one) => bare(one.label) === bare(line.label))
    const one = named.find((other) => sameValue(other, line)) ?? named[0]
    if (!one) {
      wrong.push(`${line.label}: not found`)
      continue
    }
    left.splice(left.indexOf(one), 1)
    if (sameValue(one, line)) found++
    else wrong.push(`${line.label}: ${one.value} [${one.unit}] for ${line.value} [${line.unit}]`)
    if (one.key !== line.key) wrong.push(`${line.label}: means ${one.key}, not ${line.key}`)
    else if (line.key !== null && line.value !== '' && one.cell === '')
      wrong.push(`${line.label}: ${line.value} cannot be read`)
    else if (line.cell !== undefined && line.cell !== one.cell)
      wrong.push(`${line.label}: ${one.cell}, not ${line.cell}`)
    else meant++
    if (one.asked && !line.asked) alarms.push(`${line.label} is asked for`)
    if (!one.asked && line.asked) wrong.push(`${line.label} is not asked for`)
  }
  for (const { label, value } of left) alarms.push(`${label} = ${value} is no field`)
  const grids = reports.flatMap((report) =>
    report.grids.map(({ columns, rows, rowCount }) => listLine(columns, rowCount - totalRows(rows).length)),
  )
  const lists = listed
    .filter((line) => line.startsWith('#'))
    .map((line) => /^# (.*) : (\d+)$/u.exec(line) ?? fail(line))
    .map(([, titles = '', rows]) => listLine(titles.split('|'), Number(rows)))
  const missing = lists.filter((list) => !grids.includes(list))
  wrong.push(...missing.map((list) => `${list}: not found`))
  alarms.push(...grids.filter((grid) => !lists.includes(grid)).map((grid) => `${grid} is no list`))
  return {
    name,
    fields: lines.length,
    found,
    meant,
    lists: lists.length,
    listsFound: lists.length - missing.length,
    alarms,
    wrong,
  }
}

/** A list by its titles and its rows: neither a column without a title nor a total is any of them. */
function listLine(columns: readonly string[], rows: number): string {
  const titled = columns.map((title) => title.trim()).filter((title) => title !== '')
  return `# ${titled.join(' | ')} : ${rows}`
}

function sameValue(one: Understood, line: Line): boolean {
  const [value, whole] = [bare(one.value), bare(line.value + line.unit)]
  if (value === whole) return true
  return value === bare(line.value) && (one.unit === line.unit || one.label.includes(line.unit))
}

function lineOf(text: string): Line {
  const match =
    /^(\*?)(.+?) =(?: (.*?))??(?: \[([^\]]+)\])?(?: → (\w+))?(?: ⇒ (.+))?$/u.exec(text) ?? fail(text)
  const [, star, label = '', value = '', unit = '', key, cell] = match
  return { label, value: value.trim(), unit, asked: star === '*', key: key ?? null, cell }
}

function fail(text: string): never {
  throw new Error(`not a line of a page's list: ${text}`)
}

function bare(text: string): string {
  return text
    .replaceAll(/\s/gu, '')
    .replaceAll('（', '(')
    .replaceAll('）', ')')
    .replace(/(?<=\d)[~～—至]+(?=\d)/u, '至')
}
