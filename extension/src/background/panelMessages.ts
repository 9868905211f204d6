import { z } from 'zod'

import type { PageView } from '../engine/index.ts'
import { locatorSchema } from '../protocol/index.ts'
import type { ReadField, Locator, Stands } from '../protocol/index.ts'
import type {
  ImportedLedger,
  KeptPageMap,
  LogEntry,
  Note,
  Saved,
  SettingsInForce,
  Todo,
  Verified,
} from '../store/index.ts'
import { settingsSchema } from '../store/index.ts'

const short = z.string().max(400)
const long = z.string().max(2000)
const tab = z.number().int()
const loan = z.string().min(1).max(400)

/** What our own pages may ask of the engine. A page framed in the bank's names no tab: it is that of its frame. */
export const panelRequestSchema = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('page'), tab: tab.optional() }),
  z.strictObject({
    ask: z.literal('tick'),
    loan,
    stage: short,
    item: short,
    text: long,
    ticked: z.boolean(),
    verdict: z.enum(['fine', 'fault', 'notApplicable']).optional(),
    note: long.optional(),
  }),
  z.strictObject({ ask: z.literal('note'), loan, text: long }),
  z.strictObject({ ask: z.literal('closeRound'), loan, stage: short }),
  z.strictObject({ ask: z.literal('choose'), loan, loanType: short.optional(), stage: short.optional() }),
  z.strictObject({ ask: z.literal('places'), tab: tab.optional() }),
  z.strictObject({ ask: z.literal('go'), tab: tab.optional(), id: short }),
  z.strictObject({ ask: z.literal('step'), tab: tab.optional(), by: z.union([z.literal(1), z.literal(-1)]) }),
  z.strictObject({
    ask: z.literal('waive'),
    tab: tab.optional(),
    finding: short,
    reason: long,
    until: z.iso.date(),
    by: short,
  }),
  z.strictObject({ ask: z.literal('wrong'), tab: tab.optional(), finding: short, what: long, by: short }),
  z.strictObject({ ask: z.literal('records'), loan: z.string().max(400) }),
  z.strictObject({ ask: z.literal('verify') }),
  z.strictObject({ ask: z.literal('todos') }),
  z.strictObject({ ask: z.literal('todo'), id: short, loan, what: short, done: z.boolean(), note: long }),
  z.strictObject({ ask: z.literal('settings') }),
  z.strictObject({ ask: z.literal('set'), changed: settingsSchema.partial() }),
  z.strictObject({ ask: z.literal('storeChanged') }),
  z.strictObject({
    ask: z.literal('dock'),
    token: z.string().max(80),
    mode: z.enum(['open', 'badge', 'notice']).optional(),
    height: z.number().min(24).max(1200).optional(),
    width: z.number().min(24).max(1200).optional(),
    // how far it is from where it was gripped
    dx: z.number().optional(),
    dy: z.number().optional(),
    grip: z.enum(['take', 'hold', 'leave']).optional(),
  }),
  z.strictObject({ ask: z.literal('dockAway'), tab: tab.optional() }),
  z.strictObject({ ask: z.literal('noticeSeen') }),
  z.strictObject({ ask: z.literal('updateSeen') }),
  z.strictObject({
    ask: z.literal('pointing'),
    tab: tab.optional(),
    on: z.boolean(),
    assigned: z.array(locatorSchema).max(500),
  }),
  z.strictObject({ ask: z.literal('maps') }),
  z.strictObject({ ask: z.literal('saveMap'), map: z.unknown() }),
  z.strictObject({ ask: z.literal('dropMap'), id: short }),
  z.strictObject({ ask: z.literal('selfTest'), tab: tab.optional(), id: short }),
])

export type PanelRequest = z.infer<typeof panelRequestSchema>
export type Ask = PanelRequest['ask']

export interface Notice {
  /** Words of the button. */
  readonly pressed: string
  readonly at: number
  /** Key of the loan; '' where its page names none. */
  readonly loan: string
}

export interface PageState {
  readonly tab: number | null
  readonly view: PageView | null
  readonly notice: Notice | null
  readonly notes: readonly Note[]
  readonly userName: string
  readonly switchedOn: boolean
  readonly milliseconds: number
  /** The version that took over while pages were open and nobody has acknowledged; null where there is none. */
  readonly updated: string | null
}

export interface DockState {
  readonly mode: 'open' | 'badge' | 'notice'
}

export interface Records {
  readonly log: readonly LogEntry[]
  readonly notes: readonly Note[]
}

export interface SettingsView extends SettingsInForce {
  readonly ledger: ImportedLedger | null
  readonly rules: { readonly all: number; readonly fields: number; readonly parameters: number }
  readonly logEntries: number
  /** Hosts for which the browser has given leave and the agent is registered. */
  readonly registered: readonly string[]
  /** Hosts fixed in the manifest of a bank's build. */
  readonly fixed: readonly string[]
  /** Milliseconds from the worker's start to its first answer about a page. */
  readonly wake: number | null
}

export interface SelfTestLine {
  readonly field: string
  /** How often; null where only an open page can tell. */
  readonly found: number | null
  /** Null on a saved page, where it is not read. */
  readonly value: string | null
}

/** What the engine answers to each request. */
export interface Answers {
  readonly page: PageState
  readonly tick: Saved
  readonly note: Saved
  readonly closeRound: Saved
  readonly choose: Saved
  readonly go: boolean
  readonly step: boolean
  readonly waive: Saved
  readonly wrong: Saved
  readonly records: Records
  readonly verify: Verified
  readonly todos: readonly Todo[]
  readonly todo: Saved
  readonly settings: SettingsView
  readonly set: Saved
  readonly storeChanged: true
  readonly dock: DockState | null
  readonly dockAway: true
  readonly noticeSeen: true
  readonly updateSeen: true
  readonly places: readonly FrameStands[]
  readonly pointing: boolean
  readonly maps: readonly KeptPageMap[]
  readonly saveMap: Saved
  readonly dropMap: Saved
  readonly selfTest: readonly SelfTestLine[] | null
}

export interface FrameStands {
  readonly frameId: number
  readonly stands: readonly Stands[]
}

/** What the engine tells our pages without being asked. */
export type PanelNews =
  | { readonly to: 'panel'; readonly news: 'page'; readonly tab: number }
  | { readonly to: 'panel'; readonly news: 'saved'; readonly tab: number }
  | { readonly to: 'panel'; readonly news: 'store' }
  | { readonly to: 'panel'; readonly news: 'hovered'; readonly tab: number; readonly field: ReadField | null }
  | {
      readonly to: 'panel'
      readonly news: 'pointed'
      readonly tab: number
      readonly frame: {
        readonly name: string
        readonly path: string
        readonly host: string
        readonly title: string
        readonly top: boolean
      }
      readonly field: ReadField
      readonly locators: readonly Locator[]
    }
