import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { nodeCodec } from '@postloan/core/workbook/node'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { sampleLedger } from '../portfolio/sampleLedger.ts'
import { checkBytes, type CheckedBytes } from './checkBytes.ts'
import { browserPath, launchBrowser } from './launch.ts'
import { serveFolder, type Site } from './serve.ts'

describe.runIf(browserPath)('the same ledger in a browser page', () => {
  let site: Site
  const folder = mkdtempSync(join(tmpdir(), 'postloan-page-'))
  beforeAll(async () => {
    await build({
      root: join(import.meta.dirname, 'page'),
      base: './',
      logLevel: 'error',
      build: { outDir: folder, emptyOutDir: true, target: 'es2022' },
    })
    site = await serveFolder(folder)
  })
  afterAll(() => site.close())

  test('gives the findings that it gives on the command line, under a strict CSP, asking no other host', async () => {
    const { bytes, fileName } = await sampleLedger()
    writeFileSync(join(folder, 'ledger.xlsx'), bytes)
    const here = await checkBytes(bytes, fileName, nodeCodec())
    const browser = await launchBrowser()
    try {
      const page = await browser.newPage()
      const outside: string[] = []
      const complaints: string[] = []
      page.on('request', (request) => {
        if (!request.url().startsWith(site.origin)) outside.push(request.url())
      })
      page.on('console', (message) => {
        if (message.type() === 'error' && !message.text().includes('favicon')) complaints.push(message.text())
      })
      page.on('pageerror', (error) => complaints.push(error.message))
      await page.goto(`${site.origin}/?file=${encodeURIComponent(fileName)}`)
      await page.waitForFunction(() => document.querySelector('#result')?.textContent !== '', null, {
        timeout: 30_000,
      })
      const there = JSON.parse((await page.textContent('#result')) ?? 'null') as CheckedBytes
      expect(here.findings.length).toBeGreaterThan(100)
      expect(there).toEqual(here)
      expect(outside).toEqual([])
      expect(complaints.filter((line) => !line.includes('404'))).toEqual([])
    } finally {
      await browser.close()
    }
  })
})
