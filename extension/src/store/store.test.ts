import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { choiceOf, closeRound, rememberLoan, saveNote, saveTick } from './answers.ts'
import { backUp, restore, wipe } from './backup.ts'
import { Store } from './database.ts'
import { dropOlder } from './dropOlder.ts'
import { verifyLog } from './evidenceLog.ts'
import { settle } from './storeFault.ts'

const head = {
  key: 'loanNo:JK-1',
  keyKind: 'loanNo',
  label: 'JK-1',
  customer: '甲公司',
  product: '流动资金贷款',
}
const order = {
  loan: head.key,
  stage: 'firstCheck',
  item: 'I1',
  text: '上下游情况',
  ticked: true,
  by: '周敏',
}
let store: Store
beforeEach(async () => {
  store = new Store(`store-${Math.random()}`)
  await rememberLoan(store, head, { loanNo: 'JK-1', balance: '100' })
})
afterEach(() => store.delete())

describe('ticks', () => {
  test('are there with who and when, and in the log', async () => {
    await saveTick(store, { ...order, note: '现场 46 人' })
    expect((await choiceOf(store, head.key)).answers).toMatchObject([
      { item: 'I1', by: '周敏', note: '现场 46 人' },
    ])
    expect(await verifyLog(store)).toEqual({ ok: true, entries: 1 })
    expect((await store.log.toArray())[0]).toMatchObject({ kind: 'tick', loan: head.key })
  })
  test('of a closed inspection do not count for the next one, and are kept', async () => {
    await saveTick(store, order)
    await closeRound(store, head.key, 'firstCheck', '周敏')
    expect((await choiceOf(store, head.key)).answers).toEqual([])
    expect(await store.ticks.count()).toBe(1)
  })
  test('made at once in many pages are all kept, in one chain', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, at) => saveTick(store, { ...order, item: `I${at}` })))
    expect(await store.ticks.count()).toBe(12)
    expect(await verifyLog(store)).toEqual({ ok: true, entries: 12 })
  })
  test('that cannot be written leave neither tick nor log entry', async () => {
    const ticks = store.ticks
    const full = (): Promise<never> => Promise.reject(new DOMException('full', 'QuotaExceededError'))
    Object.defineProperty(store, 'ticks', { value: { ...ticks, put: full }, configurable: true })
    expect(await settle(() => saveTick(store, order))).toMatchObject({ ok: false, code: 'full' })
    Object.defineProperty(store, 'ticks', { value: ticks, configurable: true })
    expect([await store.ticks.count(), await store.log.count()]).toEqual([0, 0])
  })
})

describe('the log', () => {
  beforeEach(async () => {
    for (const text of ['一', '二', '三']) await saveNote(store, head.key, text, '周敏')
  })
  test.each([
    ['a changed entry', () => store.log.update(2, { text: '改' }), 2],
    ['a missing entry', () => store.log.delete(2), 3],
    ['a missing end', () => store.log.delete(3), 3],
  ])('shows %s', async (_, tamper, brokenAt) => {
    await tamper()
    expect(await verifyLog(store)).toMatchObject({ ok: false, brokenAt })
  })
  test('goes on from where retention cut it', async () => {
    expect(await dropOlder(store, '2999-01-01', '周敏')).toBe(6)
    await saveNote(store, head.key, '四', '周敏')
    expect(await verifyLog(store)).toEqual({ ok: true, entries: 2 })
  })
})

describe('a backup', () => {
  const own = 'a'.repeat(32)
  test('brings everything back, and only with its passphrase', async () => {
    await saveTick(store, order)
    const file = await backUp(store, '一句口令', '周敏', own)
    expect(file).not.toContain('甲公司')
    await wipe(store)
    expect(await restore(store, file, '另一句', '周敏', own)).toMatchObject({ ok: false })
    expect(await store.loans.count()).toBe(0)
    expect(await restore(store, file, '一句口令', '周敏', own)).toMatchObject({ ok: true })
    expect((await choiceOf(store, head.key)).answers).toHaveLength(1)
    expect(await verifyLog(store)).toMatchObject({ ok: true })
  })
  test('of another installation is told as such, and taken when that is wanted', async () => {
    const file = await backUp(store, '一句口令', '周敏', 'b'.repeat(32))
    await saveTick(store, order)
    expect(await restore(store, file, '一句口令', '周敏', own)).toMatchObject({ code: 'other' })
    expect(await store.ticks.count()).toBe(1)
    expect(await restore(store, file, '一句口令', '周敏', null)).toMatchObject({ ok: true })
    expect(await store.ticks.count()).toBe(0)
  })
  const sound = { document: 'postloan.backup', format: 1 }
  test.each([
    ['', 'notABackup'],
    ['{}', 'notABackup'],
    [JSON.stringify(sound), 'notABackup'],
    [JSON.stringify(sound).slice(0, -3), 'torn'],
    [JSON.stringify({ ...sound, format: 2, more: 'x' }), 'newer'],
  ])('%j is none, is called what it is, and changes nothing', async (text, code) => {
    expect(await restore(store, text, 'x', '周敏', own)).toMatchObject({ ok: false, code })
    expect(await store.loans.count()).toBe(1)
  })
  test('whose rows are of another shape changes nothing', async () => {
    await store.loans.put(Object.assign({}, await store.loans.get(head.key), { cells: '不是' }))
    const file = await backUp(store, '一句口令', '周敏', own)
    expect(await restore(store, file, '一句口令', '周敏', own)).toMatchObject({ code: 'notABackup' })
    expect(await store.loans.count()).toBe(1)
  })
  test('that does not fit on the disk changes nothing', async () => {
    const file = await backUp(store, '一句口令', '周敏', own)
    await saveTick(store, order)
    const last = store.tables.at(-1) ?? store.loans
    const full = (): Promise<never> => Promise.reject(new DOMException('full', 'QuotaExceededError'))
    Object.defineProperty(last, 'bulkAdd', { value: full, configurable: true })
    expect(await restore(store, file, '一句口令', '周敏', own)).toMatchObject({
      code: 'notSaved',
      message: expect.stringContaining('磁盘空间不足'),
    })
    Reflect.deleteProperty(last, 'bulkAdd')
    expect([await store.ticks.count(), await store.loans.count()]).toEqual([1, 1])
  })
})

test('a store of the first version keeps its ticks', async () => {
  const name = `old-${Math.random()}`
  const old = new Dexie(name)
  old.version(1).stores({
    loans: '&key, loanNo, contractNo, seenAt',
    ticks: '&id, loan',
    notes: '++id, loan, at',
    log: '&seq, loan, at',
    settings: '&name',
  })
  await old.table('loans').add({ key: head.key, loanNo: 'JK-1', cells: {}, seenAt: '2026-01-01' })
  await old.table('ticks').add({ ...order, id: 'x', verdict: 'fine', note: '', at: '2026-01-01T00:00:00Z' })
  old.close()
  const now = new Store(name)
  expect((await choiceOf(now, head.key)).answers).toMatchObject([{ item: 'I1' }])
  await now.delete()
})
