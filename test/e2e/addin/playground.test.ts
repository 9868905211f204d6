import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { changedParts } from '../../annotate/packages.ts'
import { browserPath, launchBrowser } from '../../browser/launch.ts'
import { type Surfaces, showSurfaces } from '../../demo/showSurfaces.ts'
import { sampleLedger } from '../../portfolio/sampleLedger.ts'

/** What the sheet shows of a row, as text. */
function shownInRow(page: Page, row: number): Promise<string> {
  return page.evaluate((wanted) => {
    const cells = [...document.querySelectorAll<HTMLElement>('.grid .cell')]
    return cells
      .filter(({ dataset }) => /\d+$/.exec(dataset['address'] ?? '')?.[0] === String(wanted))
      .map(({ textContent }) => textContent)
      .join(' | ')
  }, row)
}

describe.runIf(browserPath)('what npm start opens', async () => {
  const { bytes, fileName } = await sampleLedger()
  const out = mkdtempSync(join(tmpdir(), 'postloan-start-'))
  let surfaces: Surfaces
  let browser: Browser
  beforeAll(async () => {
    ;[surfaces, browser] = await Promise.all([
      showSurfaces({ extensionFolder: join(out, 'extension') }),
      launchBrowser(),
    ])
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await surfaces?.close()
    rmSync(out, { recursive: true, force: true })
  })

  /** The playground as a person opens it; gives how to save, by the button. */
  const open = async () => {
    const page = await browser.newPage({ viewport: { width: 1400, height: 860 } })
    page.setDefaultTimeout(60_000)
    const asked: string[] = []
    page.on('request', (request) => {
      if (
        !request.url().startsWith(new URL(surfaces.playground).origin) &&
        !/^(blob|data):/.test(request.url())
      )
        asked.push(request.url())
    })
    await page.goto(surfaces.playground)
    const pane = page.frameLocator('#pane iframe')
    await pane.getByText('已识别为').waitFor()
    const save = async (): Promise<Uint8Array> => {
      const coming = page.waitForEvent('download')
      await page.getByRole('button', { name: '保存' }).click()
      const download = await coming
      expect(download.suggestedFilename()).toBe(fileName)
      return new Uint8Array(readFileSync(await download.path()))
    }
    return { page, pane, asked, save }
  }

  const typeHere = async (page: Page, text: string): Promise<void> => {
    const cell = page.getByLabel('单元格')
    await cell.focus()
    await page.keyboard.insertText(text)
    await page.keyboard.press('Enter')
  }

  test('check, see flags, go to the cell at fault, put it right, clear, save: only that cell is other', async () => {
    const { page, pane, asked, save } = await open()
    const nameBox = page.getByLabel('名称框')
    await pane.getByRole('button', { name: '检查台账' }).click()
    await pane.getByRole('tab', { name: /^发现 40/ }).waitFor()
    await pane.getByRole('button', { name: '写入标注' }).click()
    await pane.getByText('标注已写入').waitFor()

    // the finding leads to the class, not to the days that prove it wrong
    await pane.getByRole('button', { name: /王岚敏/ }).click()
    await pane.getByRole('button', { name: '定位 V166' }).click()
    await expect.poll(() => nameBox.inputValue(), { timeout: 30_000 }).toBe('V166')

    // the flag stands in the sheet beside it
    await page.evaluate(() => {
      document.querySelector('.scroller')?.scrollBy(2_000, 0)
    })
    await expect.poll(() => shownInRow(page, 166), { timeout: 30_000 }).toContain('严重')

    await pane.getByRole('switch', { name: '实时检查' }).click()
    await pane.getByRole('switch', { name: '实时写入' }).click()
    await pane.getByRole('button', { name: '开启实时写入' }).click()
    await typeHere(page, '关注')
    await pane.getByRole('tab', { name: /^发现 39/ }).waitFor()
    await expect.poll(() => shownInRow(page, 166), { timeout: 30_000 }).not.toContain('严重')

    await pane.getByRole('button', { name: '清除标注' }).click()
    await pane.getByText('标注已清除').waitFor()
    const cleared = await save()

    const plain = await open()
    await plain.page.getByLabel('名称框').fill('V166')
    await plain.page.keyboard.press('Enter')
    await typeHere(plain.page, '关注')
    const edited = await plain.save()
    expect(changedParts(edited, cleared)).toEqual([])
    expect(changedParts(bytes, cleared)).toEqual(['xl/worksheets/sheet1.xml'])
    expect([...asked, ...plain.asked]).toEqual([])
    await Promise.all([page.close(), plain.page.close()])
  }, 240_000)

  test('the practice credit system answers, and the extension is built for it and for nothing else', async () => {
    const page = await (await fetch(new URL('login.jsp', surfaces.creditSystem))).arrayBuffer()
    expect(new TextDecoder('gbk').decode(page)).toContain('登录')
    const manifest: unknown = JSON.parse(
      readFileSync(join(surfaces.extension ?? '', 'manifest.json'), 'utf8'),
    )
    expect(manifest).toMatchObject({ host_permissions: ['http://localhost/*'] })
  })
})
