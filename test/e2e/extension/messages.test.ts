import { isDeepStrictEqual } from 'node:util'

import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { readOrder } from '../../../extension/src/agent/readOrder.ts'
import { panelRequestSchema } from '../../../extension/src/background/panelMessages.ts'
import { agentMessageSchema, agentOrderSchema } from '../../../extension/src/protocol/index.ts'

const runs = { numRuns: 300 }
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
  place,
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

test.each(doors)('%s: no value whatever gets through that has another shape, and none throws', (_, read) => {
  const sameAgain = (message: unknown): boolean => {
    const taken = read(message)
    return taken === undefined || isDeepStrictEqual(read(structuredClone(taken)), taken)
  }
  const anything = fc.anything({ withNullPrototype: true, withObjectString: true })
  expect(fc.check(fc.property(anything, sameAgain), runs)).toMatchObject({ failed: false })
})

test('a sound message with one part exchanged for anything is taken only where that part may be so', () => {
  const path = fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 3 })
  const addsNothing = (message: object, steps: readonly number[], value: unknown): boolean => {
    const changed = exchange(structuredClone(message), steps, value)
    return doors.every(([, read]) => Object.keys(read(changed) ?? {}).every((name) => name in changed))
  }
  const exchanged = fc.property(fc.constantFrom(...sound), path, fc.anything(), addsNothing)
  expect(fc.check(exchanged, runs)).toMatchObject({ failed: false })
})

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
