import { setTimeout as pause } from 'node:timers/promises'

import type { Page } from 'playwright-core'

import type { CreditSystem } from '../../../credit-system/server.ts'
import type { Random } from '../../../portfolio/random.ts'
import { launchExtended } from '../launch.ts'
import { askEngine, boxesOf, boxOf, killBrowser, openSeat, type Seat } from './seat.ts'

/** What goes away at a crash point: the engine alone, the tabs, or the whole browser (SIGKILL, same profile afterwards). */
export type CrashKind = 'worker' | 'tab' | 'browser'

export interface CrashReport {
  readonly points: Readonly<Record<CrashKind, number>>
  /** Presses made and notes sent, and how many of them the panel had confirmed before the crash. */
  readonly deeds: number
  readonly confirmed: number
  /** Crashes that hit a deed between press and confirmation. */
  readonly midway: number
  readonly logEntries: number
  /** Empty: nothing that was confirmed is missing, and every chain verified. */
  readonly losses: readonly string[]
}

interface Run {
  readonly folder: string
  readonly profile: string
  readonly site: CreditSystem
  readonly random: Random
  readonly kinds: readonly CrashKind[]
  readonly told?: (line: string) => void
}

/** Ticks, unticks and notes on one loan, with a crash at a random moment after each burst; on return looks for every deed. */
export async function crashRun(run: Run): Promise<CrashReport> {
  const points = { worker: 0, tab: 0, browser: 0 }
  const losses: string[] = []
  let [deeds, confirmed, midway, logEntries] = [0, 0, 0, 0]
  const notes = new Set<string>()
  let extended = await launchExtended(run.folder, run.profile)
  let seat = await openSeat(extended, run.site)
  try {
    for (const [at, kind] of run.kinds.entries()) {
      const burst = await deedsUntilCrash(seat, run.random, at)
      deeds += burst.deeds
      confirmed += burst.confirmed
      midway += burst.open
      for (const note of burst.notes) notes.add(note)
      points[kind] += 1
      if (kind === 'browser') {
        await killBrowser(extended, run.profile)
        extended = await launchExtended(run.folder, run.profile)
        seat = await openSeat(extended, run.site)
      } else if (kind === 'tab') {
        await Promise.all([seat.panel.close(), seat.page.close()])
        seat = await openSeat(extended, run.site)
      } else {
        await extended.stopWorker()
        await seat.panel.reload()
        await seat.panel.getByRole('checkbox').first().waitFor({ timeout: 60_000 })
      }
      const lost = await missing(seat.panel, burst.ticks, notes)
      losses.push(...lost.map((what) => `${at} ${kind}: ${what}`))
      const verified = await askEngine(seat.panel, { ask: 'verify' })
      logEntries = verified.entries ?? 0
      if (verified.ok !== true) losses.push(`${at} ${kind}: the log breaks at ${verified.brokenAt ?? '?'}`)
      run.told?.(
        `${at + 1}/${run.kinds.length} ${kind}: ${confirmed} of ${deeds} confirmed, ${losses.length} lost`,
      )
    }
  } finally {
    await extended.close().catch(() => {})
  }
  return { points, deeds, confirmed, midway, logEntries, losses }
}

interface Burst {
  readonly deeds: number
  readonly confirmed: number
  readonly open: number
  /** Boxes whose last press was confirmed on the screen, with what they showed. */
  readonly ticks: ReadonlyMap<string, boolean>
  /** Notes that stood in the list of records. */
  readonly notes: readonly string[]
}

/** Presses one to four things, and leaves at any moment: often before the engine has answered. */
async function deedsUntilCrash({ panel }: Seat, random: Random, at: number): Promise<Burst> {
  const ticks = new Map<string, boolean>()
  const waiting = new Map<string, boolean>()
  const notes: string[] = []
  let open: string[] = []
  let deeds = 0
  const look = async (): Promise<void> => {
    const now = await boxesOf(panel)
    for (const [name, wanted] of waiting) {
      if (now.get(name) !== wanted) continue
      ticks.set(name, wanted)
      waiting.delete(name)
    }
    if (open.length === 0) return
    const listed = new Set(await panel.locator('.px-log').allTextContents())
    const text = [...listed].join('\n')
    notes.push(...open.filter((note) => text.includes(note)))
    open = open.filter((note) => !text.includes(note))
  }
  const inRecords = random.chance(0.3)
  await panel.getByRole('tab', { name: inRecords ? '记录' : '清单' }).click({ timeout: 60_000 })
  if (inRecords) {
    const note = `第 ${at} 次记下 ${random.between(1000, 9999)}`
    await panel.getByLabel('备注').fill(note)
    await panel.getByRole('button', { name: '记下' }).click()
    deeds += 1
    open = [note]
  } else {
    await panel.getByRole('checkbox').first().waitFor({ timeout: 60_000 })
    const boxes = [...(await boxesOf(panel)).keys()]
    for (let one = random.between(1, 4); one > 0; one -= 1) {
      const name = random.pick(boxes)
      // a box that is still waiting would be pressed back to where it was
      if (waiting.has(name)) continue
      const before = (await boxesOf(panel)).get(name) ?? false
      ticks.delete(name)
      waiting.set(name, !before)
      await boxOf(panel, name).click({ timeout: 60_000 })
      deeds += 1
      await look()
    }
  }
  // half of the crashes come while the engine is at work, half after the last deed was confirmed
  const patience = random.chance(0.5) ? random.between(0, 700) : 20_000
  const end = performance.now() + patience
  do {
    await look()
    await pause(10)
  } while (performance.now() < end && waiting.size + open.length > 0)
  return { deeds, confirmed: ticks.size + notes.length, open: waiting.size + open.length, ticks, notes }
}

/** What was confirmed and is not there now. */
async function missing(
  panel: Page,
  ticks: ReadonlyMap<string, boolean>,
  notes: ReadonlySet<string>,
): Promise<readonly string[]> {
  const lost: string[] = []
  if (ticks.size > 0) {
    await panel.getByRole('tab', { name: '清单' }).click({ timeout: 60_000 })
    await panel.getByRole('checkbox').first().waitFor({ timeout: 60_000 })
    const now = await boxesOf(panel)
    for (const [name, wanted] of ticks)
      if (now.get(name) !== wanted) lost.push(`item ${name} is not ${wanted}`)
  }
  if (notes.size > 0) {
    const { log = [] } = await askEngine(panel, { ask: 'records', loan: '' })
    const kept = new Set(log.map(({ text }) => text))
    for (const note of notes) if (!kept.has(note)) lost.push(`note ${note}`)
  }
  return lost
}
