import { formatIsoDay } from '@postloan/core/calendar'
import type { ListChoice } from '@postloan/core/checklist'
import { browser } from 'wxt/browser'

import { markLook } from '../agent/draw/look.ts'
import type { CheckedPage, FrameMarks, FrameReport, LedgerLoan, LoanCells } from '../engine/index.ts'
import { finishPage, firstMarks, judgePage, nothing, openPage, rowLoans, ruleMarks } from '../engine/index.ts'
import { selectorsOf } from '../page-map/findPageMap.ts'
import type { PageMap } from '../page-map/pageMapSchema.ts'
import type { AgentOrder } from '../protocol/index.ts'
import {
  choiceOf,
  findInLedger,
  readWaiverFile,
  record,
  rememberLoan,
  settle,
  storeWords,
} from '../store/index.ts'
import { placeDock } from './dock.ts'
import type { KeptView } from './keptView.ts'
import { keepView, keptView } from './keptView.ts'
import { tellPanels } from './news.ts'
import { dropFrame, framesOf } from './pages.ts'
import { policyInForce, settings, store, today } from './state.ts'

interface LastCheck {
  readonly checked: CheckedPage
  readonly milliseconds: number
}

const last = new Map<number, LastCheck>()
/** Tabs that this worker has begun to check: what the one before it kept of them may be old. */
const checkedHere = new Set<number>()
const waiting = new Map<number, ReturnType<typeof setTimeout>>()
const running = new Map<number, Promise<LastCheck>>()
/** Milliseconds that the worker's own script took before it could listen. */
const loaded = performance.now()
let wake: number | null = null
/** The rules have run in this worker: what it says from now on takes it milliseconds. */
let ready = false

/**
 * Frames report one after another: they are waited for, but not while somebody waits for an answer to typing. Getting a
 * woken worker ready takes longer than that: it waits for nobody.
 */
const patience = 40

/** Milliseconds from the start of this worker's script to what the rules say, waiting left out; null before. */
export function wakeTime(): number | null {
  return wake
}

export function checkSoon(tab: number): void {
  clearTimeout(waiting.get(tab))
  waiting.set(
    tab,
    setTimeout(
      () => {
        waiting.delete(tab)
        void checkTab(tab)
      },
      ready ? patience : 0,
    ),
  )
}

/**
 * What our pages show of a tab. A worker that has just woken answers with what the last one showed, and checks anew: the
 * rules take longer to get ready than a person should wait.
 */
export async function pageView(tab: number): Promise<KeptView> {
  const own = last.get(tab)
  if (own) return { view: own.checked.view, milliseconds: own.milliseconds }
  const begun = performance.now()
  const kept = checkedHere.has(tab) ? null : await keptView(tab)
  if (kept?.view.asOf === formatIsoDay(today())) {
    wake ??= Math.round(loaded + performance.now() - begun)
    checkSoon(tab)
    return kept
  }
  const { checked, milliseconds } = await checkTab(tab)
  return { view: checked.view, milliseconds }
}

/** The last check of a tab; made now where there is none. */
export async function lastCheck(tab: number): Promise<LastCheck> {
  return last.get(tab) ?? checkTab(tab)
}

export function forgetCheck(tab: number): void {
  last.delete(tab)
}

/** Checks a tab, tells its agents where marks stand, and our pages that there is something new. */
export async function checkTab(tab: number): Promise<LastCheck> {
  const before = running.get(tab)
  if (before) {
    // What was reported since then is not in it.
    await before
    const again = running.get(tab)
    if (again) return again
  }
  const own = run(tab)
  running.set(tab, own)
  try {
    return await own
  } finally {
    if (running.get(tab) === own) running.delete(tab)
  }
}

async function run(tab: number): Promise<LastCheck> {
  checkedHere.add(tab)
  const begun = performance.now()
  const [frames, { policy, lists, maps }, waivers, { values }] = await Promise.all([
    framesOf(tab),
    policyInForce(),
    readWaiverFile(store),
    settings(),
  ])
  askSelectors(tab, frames, maps)
  const input = { frames: values.on ? frames : [], policy, lists, maps, today: today(), waivers }
  // Nobody waits for what a worker that is awake says; one that has just woken says each thing as soon as it is known.
  const inParts = !ready && values.marks
  const send = (marks: readonly FrameMarks[]): Promise<unknown> =>
    Promise.all(marks.map((one) => sendMarks(tab, one, values.marks)))
  const opened = openPage(input)
  if (inParts) {
    void send(firstMarks(opened))
    performance.mark('read')
    // Lets the orders go out before the rules take the worker's time.
    await new Promise((resume) => setTimeout(resume))
  }
  const judged = judgePage(opened, input)
  if (judged) {
    if (inParts) void send(ruleMarks(judged))
    if (!ready) performance.mark('findings')
    ready = true
    wake ??= Math.round(loaded + performance.now() - begun)
  }
  const loan = opened.head?.key
  const none: ListChoice = {}
  const rows = judged ? rowLoans(judged.read).map(({ cells }) => cells) : []
  const loans = opened.kind === 'detail' ? [opened.cells, ...rows] : rows
  const [choice, ledger] = await Promise.all([loan ? choiceOf(store, loan) : none, ledgerRows(loans)])
  const checked = judged
    ? finishPage(judged, {
        ...input,
        choiceOf: () => choice,
        ledgerOf: (cells) => ledger.get(keyOf(cells)) ?? null,
      })
    : nothing(opened, input)
  const result = { checked, milliseconds: Math.round(performance.now() - begun) }
  last.set(tab, result)
  await send(checked.marks)
  await keepView(tab, { view: checked.view, milliseconds: result.milliseconds })
  tellPanels({ to: 'panel', news: 'page', tab })
  if (checked.view.kind !== 'none' && values.panel === 'dock') await placeDock(tab)
  await remember(tab, checked)
  return result
}

/** A page map's own selectors are tried by the agents: their next reports say which field each finds. */
function askSelectors(tab: number, frames: readonly FrameReport[], maps: readonly PageMap[]): void {
  const hosts = frames.map(({ report }) => report.frame.host)
  const selectors = selectorsOf(maps, hosts)
  if (selectors.length === 0) return
  for (const { frameId } of frames) void order(tab, frameId, { type: 'selectors', selectors })
}

async function ledgerRows(asked: readonly LoanCells[]): Promise<ReadonlyMap<string, LedgerLoan>> {
  const found = new Map<string, LedgerLoan>()
  if (asked.length === 0 || (await store.ledgers.count()) === 0) return found
  for (const cells of asked) {
    const loan = await findInLedger(store, cells)
    if (loan) found.set(keyOf(cells), loan)
  }
  return found
}

function keyOf(cells: LoanCells): string {
  return JSON.stringify([cells['loanNo'], cells['contractNo'], cells['accountNo']])
}

async function sendMarks(
  tab: number,
  { frameId, document, marks }: FrameMarks,
  shown: boolean,
): Promise<void> {
  await order(tab, frameId, {
    type: 'marks',
    document,
    marks: shown ? marks : [],
    look: markLook,
  })
}

/** Sends an order to the agent of one frame; a frame that is gone is forgotten. */
export async function order(tab: number, frameId: number, what: AgentOrder): Promise<unknown> {
  try {
    return await browser.tabs.sendMessage(tab, what, { frameId })
  } catch {
    await dropFrame(tab, frameId, null)
    return null
  }
}

/** The loan, and that it was checked, are kept; the same page with the same findings is written down once. */
async function remember(tab: number, { view }: CheckedPage): Promise<void> {
  const { loan } = view
  if (!loan) return
  const hits = view.findings.filter(({ finding }) => finding.outcome === 'hit' && finding.kind !== 'due')
  const said = JSON.stringify([loan.key, view.title, hits.map(({ finding }) => finding.id), view.cells])
  const name = `said:${tab}`
  if ((await browser.storage.session.get(name))[name] === said) return
  const { values } = await settings()
  const serious = hits.filter(({ finding }) => finding.severity === 'serious').length
  const text = storeWords.checked(view.title, serious, hits.length)
  const saved = await settle(async () => {
    await rememberLoan(store, loan, view.cells)
    const deed = { by: values.userName || storeWords.officer, kind: 'check', loan: loan.key, text } as const
    await record(store, deed, [], async () => {})
  })
  if (!saved.ok) return
  await browser.storage.session.set({ [name]: said }).catch(() => {})
  tellPanels({ to: 'panel', news: 'store' })
}
