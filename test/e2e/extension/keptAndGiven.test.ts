import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { newKeyFile, openKeyFile, signPack } from '@postloan/core/policy/pack'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { startCreditSystem, type CreditSystem } from '../../credit-system/server.ts'
import { askEngine, openSeat, type Seat } from './crash/seat.ts'
import { browserPath, buildExtension, launchExtended, type Extended } from './launch.ts'
import { copyExtension, type OwnCopy } from './ownCopy.ts'
import { sealBackup } from './sealBackup.ts'

const patient = { timeout: 30_000 }
const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
const idNumber = '330106198001011234'
const ledger = [
  '借据号,客户名称,证件号码,贷款金额（元）,贷款余额（元）,放款日期,到期日,五级分类,客户经理',
  `JJ9,张三 ${idNumber},${idNumber},100000,100000,2026-01-20,${day},正常,周敏`,
].join('\r\n')

/** What a bank hands to the extension and what the extension hands out: packs, backups, the notice of the day. */
describe.runIf(browserPath)('packs, backups and the notice of the day', () => {
  let own: OwnCopy
  let site: CreditSystem
  let extended: Extended
  let seat: Seat
  let options: Page
  const profile = mkdtempSync(join(tmpdir(), 'postloan-profile-'))
  beforeAll(async () => {
    own = copyExtension(await buildExtension())
    own.grant('notifications')
    site = await startCreditSystem(0)
    extended = await launchExtended(own.folder, profile)
    seat = await openSeat(extended, site)
    options = await extended.context.newPage()
    await options.goto(`chrome-extension://${own.id}/options.html`)
  }, 180_000)
  afterAll(async () => {
    await extended?.close()
    await site?.close()
    own?.clean()
    rmSync(profile, { recursive: true, force: true })
  })

  const part = async (name: string): Promise<void> => {
    await options.bringToFront()
    await options.getByRole('button', { name, exact: true }).click(patient)
  }
  const give = async (name: string, text: string, at = 0): Promise<void> => {
    const file = { name, mimeType: 'application/json', buffer: Buffer.from(text) }
    await options.locator('input[type=file]').nth(at).setInputFiles(file)
  }
  /** Rule and level of what is found on the page in front. */
  const found = async (): Promise<ReadonlyMap<string, string>> => {
    const findings = await seat.panel.evaluate(async () => {
      const tab = Number(new URLSearchParams(location.search).get('tab'))
      const page = await chrome.runtime.sendMessage({ ask: 'page', tab })
      return page?.view?.findings ?? []
    })
    return new Map(findings.map(({ finding }) => [finding.rule, finding.severity]))
  }

  test('once a day a number is told, with no name and no ID number in it; the next look on that day tells nothing', async () => {
    await part('台账')
    await options
      .locator('input[type=file]')
      .setInputFiles({ name: '台账.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${ledger}`) })
    await options.getByText('1 笔借据').waitFor(patient)
    await options.evaluate(() => chrome.runtime.sendMessage({ ask: 'set', changed: { dailyNotice: true } }))
    const worker = await extended.worker()
    await worker.evaluate(async () => {
      const told: object[] = []
      const { create } = chrome.notifications
      chrome.notifications.create = (id, notice) => {
        told.push(notice)
        return create(id, notice)
      }
      Reflect.set(globalThis, 'told', told)
      // the first look may have been before the switch was on
      await new Promise<void>((done, failed) => {
        const opening = indexedDB.open('postloan')
        opening.addEventListener('error', () => failed(new Error('no store')))
        opening.addEventListener('success', () => {
          const change = opening.result.transaction('settings', 'readwrite')
          change.objectStore('settings').delete('dayTold')
          change.addEventListener('complete', () => {
            opening.result.close()
            done()
          })
        })
      })
    })
    const look = async (): Promise<void> => {
      await worker.evaluate(() => chrome.alarms.create('day', { when: Date.now() }))
      await expect.poll(() => worker.evaluate(() => chrome.alarms.get('day')), patient).toBeFalsy()
    }
    await look()
    await expect
      .poll(() => worker.evaluate(() => chrome.notifications.getAll()), patient)
      .toEqual({ day: true })
    await look()
    await askEngine(seat.panel, { ask: 'todos' })
    const told = await worker.evaluate(() => Reflect.get(globalThis, 'told') as unknown)
    expect(told).toMatchObject([{ silent: true, message: expect.stringMatching(/[1-9]\d* /u) }])
    expect(JSON.stringify(told)).not.toMatch(/张三|JJ9|\d{6}/u)
  }, 90_000)

  test('calendar and list of what is to be done name the customer, and mask the number behind the name', async () => {
    const todo = await extended.context.newPage()
    await todo.goto(`chrome-extension://${own.id}/todo.html`)
    for (const name of ['导出日历 .ics', '导出清单']) {
      const saving = todo.waitForEvent('download', { timeout: 60_000 })
      await todo.getByRole('button', { name }).click(patient)
      const text = readFileSync(await (await saving).path(), 'utf8').replaceAll('\r\n ', '')
      expect([text.includes('张三'), text.includes(idNumber)]).toEqual([true, false])
    }
    expect(await todo.locator('#root').innerHTML()).not.toContain(idNumber)
    await todo.close()
  }, 60_000)

  test('a pack changes what is found on the page: signed by a trusted key all of it, unsigned only what is stricter, tampered nothing', async () => {
    const pack = JSON.stringify({
      document: 'postloan.policy',
      format: 1,
      id: 'test-bank',
      title: '试行参数',
      version: '1',
      issuer: '试行银行授信部',
      level: '总行',
      issued: '2026-10-01',
      switchedOff: [{ rule: 'INS-013', reason: '试行期间由系统校验' }],
      severities: [{ rule: 'CLS-001', severity: '严重', reason: '从严' }],
    })
    const made = await newKeyFile('试行银行', '一句够长的口令 2026', 1000)
    const key = made.ok ? await openKeyFile(JSON.stringify(made.value), '一句够长的口令 2026') : made
    if (!key.ok) throw new Error(key.message)
    const signed = (await signPack(pack, key.value, '2026-10-01')) ?? ''
    await expect
      .poll(found, patient)
      .toSatisfy((rules: Map<string, string>) => rules.get('CLS-001') === 'attention' && rules.has('INS-013'))

    await part('常规')
    await give('改过.json', signed.replace('从严', '从宽'))
    await options.getByText('签名与内容不符').waitFor(patient)
    await give('坏的.json', pack.slice(0, -20))
    await options.getByText('文件没有写完').waitFor(patient)
    expect((await found()).get('CLS-001')).toBe('attention')

    await give('未签名.json', pack)
    await options.getByText('未签名，改动 2 处，其中 1 处放宽，没有采用').waitFor(patient)
    await expect.poll(async () => (await found()).get('CLS-001'), patient).toBe('serious')
    expect((await found()).has('INS-013')).toBe(true)

    await give('签名.json', signed)
    await options.getByText(key.value.fingerprint).waitFor(patient)
    await options.getByRole('button', { name: '指纹一致，信任并导入' }).click(patient)
    await options.getByText('试行银行签名，改动 2 处').waitFor(patient)
    await expect.poll(async () => (await found()).has('INS-013'), patient).toBe(false)

    await options.getByRole('button', { name: '移除' }).click(patient)
    await options.getByText('使用内置政策').waitFor(patient)
    await expect
      .poll(async () => [...(await found())].filter(([rule]) => /^(INS-013|CLS-001)$/u.test(rule)), patient)
      .toHaveLength(2)
    expect((await found()).get('CLS-001')).toBe('attention')
  }, 90_000)

  test('a backup that is torn, newer, of somebody else or opened with the wrong words is told as such and loses nothing; the right one brings all back', async () => {
    await seat.panel.bringToFront()
    const box = seat.panel.getByRole('checkbox').first()
    await box.click(patient)
    await expect.poll(() => box.isChecked(), patient).toBe(true)
    await part('记录与备份')
    await options.getByLabel('口令').fill('对的口令 2026')
    const saving = options.waitForEvent('download', patient)
    await options.getByRole('button', { name: '备份…' }).click(patient)
    const backup = readFileSync(await (await saving).path(), 'utf8')
    expect(backup).not.toContain('张三')
    const before = await askEngine(options, { ask: 'verify' })
    const foreign = await sealBackup('对的口令 2026', 'b'.repeat(32))
    for (const [text, words] of [
      [backup.slice(0, -40), '备份文件不完整'],
      [backup.replace('"format":1', '"format":2'), '先升级贷后助手'],
      ['{}', '不是贷后助手的备份文件'],
      [backup.replace(/"data":"..../u, '"data":"AAAA'), '口令不对，或文件已损坏'],
      [foreign, '备份来自另一家机构'],
    ] as const) {
      await give('备份.json', text)
      await options.getByText(words).waitFor(patient)
    }
    await options.getByRole('button', { name: '取消' }).click(patient)
    expect(await askEngine(options, { ask: 'verify' })).toEqual(before)
    await give('备份.json', foreign)
    await options.getByRole('button', { name: '仍要恢复' }).click(patient)
    await expect.poll(() => box.isChecked(), patient).toBe(false)
    await give('备份.json', backup)
    await expect.poll(() => box.isChecked(), patient).toBe(true)
    expect(await askEngine(options, { ask: 'verify' })).toMatchObject({ ok: true })
    expect(extended.asked).toEqual([])
  }, 120_000)
})

interface Notice {
  readonly message: string
}

declare const chrome: {
  readonly runtime: { sendMessage(message: object): Promise<PageAnswer | null> }
  readonly alarms: {
    create(name: string, when: { readonly when: number }): Promise<void>
    get(name: string): Promise<object | undefined>
  }
  readonly notifications: {
    create: (id: string, notice: Notice) => Promise<string>
    getAll(): Promise<Record<string, boolean>>
  }
}

interface PageAnswer {
  readonly view?: {
    readonly findings: readonly { readonly finding: { readonly rule: string; readonly severity: string } }[]
  }
}
