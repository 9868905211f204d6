import { isDeepStrictEqual } from 'node:util'

import { pageMapSchema } from '@postloan/core/policy/pack'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { readOrder } from '../../../extension/src/agent/readOrder.ts'
import { panelRequestSchema } from '../../../extension/src/background/panelMessages.ts'
import { agentMessageSchema } from '../../../extension/src/protocol/index.ts'
import { agentOrderSchema } from '../../../extension/src/protocol/orderSchemas.ts'
import { backupRows } from '../../../extension/src/store/backupRows.ts'
import { settingsInForce } from '../../../extension/src/store/settings.ts'
import { hostileValues } from './hostileValues.ts'

/** `POSTLOAN_SEED=…` runs a failed run again: what failed says its seed. */
const given = process.env['POSTLOAN_SEED']
const runs = { numRuns: 300, ...(given === undefined ? {} : { seed: Number(given) }) }

/** What went wrong, with the seed and the path that show it again. */
function fault<Given>(property: fc.IProperty<Given>): string | undefined {
  return fc.defaultReportMessage(fc.check(property, runs))
}

const doors = [
  ['what an agent says', (message: unknown) => agentMessageSchema.safeParse(message).data],
  ['what a page of ours asks', (message: unknown) => panelRequestSchema.safeParse(message).data],
  ['what an agent is told', (message: unknown) => agentOrderSchema.safeParse(message).data],
  ['what an agent takes', (message: unknown) => readOrder(message) ?? undefined],
] as const

const place = { x: 0, y: 0, width: 1, height: 1 }
const field = {
  key: 'f1',
  label: '余额',
  written: '余额：',
  value: '1',
  kind: 'text',
  family: 'native',
  editable: true,
  required: 'no',
  locator: { selector: '#a' },
  confidence: 1,
}
/** One sound message for every kind there is at a door. */
const sound: readonly object[] = [
  { type: 'changed', document: '12345678', fields: [field] },
  { type: 'savePressed', document: '12345678', words: '保存' },
  { type: 'markChosen', document: '12345678', id: 'm' },
  { type: 'step', by: 1 },
  { type: 'hovered', document: '12345678', field },
  { type: 'pointed', document: '12345678', field },
  { type: 'dockMoved', place },
  { type: 'gone', document: '12345678' },
  { type: 'placed', document: '12345678', unplaced: ['m'] },
  { ask: 'tick', loan: 'loanNo:1', stage: 's', item: 'i', text: 't', ticked: true },
  { ask: 'note', loan: 'loanNo:1', text: 't' },
  { ask: 'set', changed: { on: false } },
  { ask: 'waive', finding: 'f', reason: 'r', until: '2026-12-31', by: 'b' },
  { ask: 'dock', token: 't', mode: 'open' },
]

/** What comes from files: a backup's tables, settings. */
const files: readonly object[] = [
  {
    loans: [
      {
        key: 'loanNo:1',
        loanNo: '1',
        contractNo: '',
        customer: '甲',
        product: '',
        cells: { loanNo: '1' },
        seenAt: '2026-10-01T00:00:00Z',
        rounds: { firstCheck: 1 },
      },
    ],
    ticks: [],
    notes: [{ id: 1, loan: 'loanNo:1', text: 't', by: 'b', at: '2026-10-01T00:00:00Z' }],
    log: [{ seq: 1, at: 'a', by: 'b', kind: 'note', loan: '', text: 't', previous: '', hash: 'h' }],
    ledgers: [],
    ledgerLoans: [],
    todos: [],
    settings: [{ name: 'settings', value: { on: true } }],
    pageMaps: [],
  },
  { on: true, packs: ['{}'], hosts: ['http://credit.bank.intra/*'], userName: '周敏', retentionYears: 5 },
]

test.each(doors)('%s: no value whatever gets through that has another shape, and none throws', (_, read) => {
  const sameAgain = (message: unknown): boolean => {
    const taken = read(message)
    return taken === undefined || isDeepStrictEqual(read(structuredClone(taken)), taken)
  }
  const anything = fc.anything({ withNullPrototype: true, withObjectString: true })
  expect(fault(fc.property(anything, sameAgain))).toBeUndefined()
})

test('a sound message with one part exchanged for anything is taken only where that part may be so', () => {
  const path = fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 3 })
  const addsNothing = (message: object, steps: readonly number[], value: unknown): boolean => {
    const changed = exchange(structuredClone(message), steps, value)
    return doors.every(([, read]) => Object.keys(read(changed) ?? {}).every((name) => name in changed))
  }
  const exchanged = fc.property(fc.constantFrom(...sound), path, fc.anything(), addsNothing)
  expect(fault(exchanged)).toBeUndefined()
})

test('keys of prototypes, texts of megabytes, nesting without end and versions that are none get through nowhere', () => {
  const path = fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 4 })
  const holds = (message: object, steps: readonly number[], value: unknown): boolean => {
    const changed = exchange(structuredClone(message), steps, value)
    const taken = [
      ...doors.map(([, read]) => read(changed)),
      backupRows.safeParse(changed).data,
      pageMapSchema.safeParse(changed).data,
      settingsInForce(changed, changed).values,
    ]
    return (
      Object.keys(Object.prototype).length === 0 &&
      !('polluted' in {}) &&
      taken.every((one) => one === undefined || !Object.hasOwn(one, '__proto__'))
    )
  }
  const hostile = fc.property(fc.constantFrom(...sound, ...files), path, hostileValues, holds)
  expect(fault(hostile)).toBeUndefined()
})

test.each(sound.map((message) => [JSON.stringify(message).slice(0, 60), message] as const))(
  'a megabyte in a text is refused: %s',
  (_, message) => {
    const read = 'ask' in message ? panelRequestSchema : agentMessageSchema
    for (const [name, value] of Object.entries(message)) {
      if (typeof value !== 'string') continue
      const longer = { ...message, [name]: value + '长'.repeat(1_000_000) }
      expect([name, read.safeParse(longer).success]).toEqual([name, false])
    }
  },
)

test.each(sound.map((message) => [JSON.stringify(message).slice(0, 60), message] as const))(
  'one more part than there may be is refused: %s',
  (_, message) => {
    const read = 'ask' in message ? panelRequestSchema : agentMessageSchema
    expect(read.safeParse(message).success).toBe(true)
    expect(read.safeParse({ ...message, more: 1 }).success).toBe(false)
    expect(
      read.safeParse(JSON.parse(JSON.stringify(message).replace('{', '{"__proto__":{"on":1},'))).success,
    ).toBe(false)
  },
)

/** Puts a value in the place that the steps lead to, each the number of a part among its like. */
function exchange(message: object, [step = 0, ...rest]: readonly number[], value: unknown): object {
  const names = Object.keys(message)
  const name = names[step % names.length] ?? 'type'
  const inner: unknown = Reflect.get(message, name)
  if (rest.length > 0 && typeof inner === 'object' && inner !== null && Object.keys(inner).length > 0)
    exchange(inner, rest, value)
  else Reflect.set(message, name, value)
  return message
}
