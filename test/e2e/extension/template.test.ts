import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { openWorkbook } from '@postloan/core/workbook'
import { nodeCodec } from '@postloan/core/workbook/node'
import { identifyTemplate, sheetNames, templateFormat } from '@postloan/core/workbook/template'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { browserPath, buildExtension, launchExtended, type Extended } from './launch.ts'

const patient = { timeout: 90_000 }

describe.runIf(browserPath)('新建标准模板 in the options', () => {
  let extended: Extended
  const profile = mkdtempSync(join(tmpdir(), 'postloan-profile-'))
  beforeAll(async () => {
    extended = await launchExtended(await buildExtension(), profile)
  }, 180_000)
  afterAll(async () => {
    await extended?.close()
    rmSync(profile, { recursive: true, force: true })
  })

  test('hands over the workbook of the policy in force, and asks nobody for anything', async () => {
    const page = await extended.context.newPage()
    await page.goto(`chrome-extension://${extended.id}/options.html`)
    const button = page.getByRole('button', { name: '新建标准模板' })
    await button.waitFor(patient)
    const downloading = page.waitForEvent('download', patient)
    await button.click()
    const download = await downloading
    expect(download.suggestedFilename()).toBe('贷后管理标准台账.xlsx')
    const path = join(profile, 'template.xlsx')
    await download.saveAs(path)
    const opening = await openWorkbook(new Uint8Array(readFileSync(path)), 'template.xlsx', nodeCodec())
    if (!opening.ok) throw new Error(opening.error.message)
    expect(identifyTemplate(opening.workbook)?.format).toBe(templateFormat)
    expect(opening.workbook.sheets.map(({ name }) => name)).toContain(sheetNames.loans)
    await button.waitFor(patient)
    expect(extended.asked).toEqual([])
  }, 240_000)
})
