import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import react from '@vitejs/plugin-react'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'

import { launchBrowser } from '../browser/launch.ts'
import { serveFolder } from '../browser/serve.ts'
import { sampleLedger } from '../portfolio/sampleLedger.ts'
import { cleanLedger } from './cleanLedger.ts'

export interface Gallery {
  readonly browser: Browser
  /** Opens the panes in a window of this size; complaints of the page are collected. */
  open(
    query: string,
    size: { readonly width: number; readonly height: number; readonly scale?: number },
  ): Promise<GalleryPage>
  close(): Promise<void>
}

export interface GalleryPage {
  readonly page: Page
  readonly complaints: string[]
}

/** Fluent makes empty style elements and fills them by script; a strict policy allows the empty text by its hash. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"

/** Builds the gallery as it would be shipped and serves it under a strict policy. */
export async function openGallery(): Promise<Gallery> {
  const folder = mkdtempSync(join(tmpdir(), 'postloan-gallery-'))
  await build({
    root: join(import.meta.dirname, 'page'),
    configFile: false,
    base: './',
    logLevel: 'error',
    plugins: [react()],
    build: { outDir: folder, emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false } },
  })
  writeFileSync(join(folder, 'sample.xlsx'), (await sampleLedger()).bytes)
  writeFileSync(join(folder, 'clean.xlsx'), await cleanLedger())
  const site = await serveFolder(folder, { styles: emptyStyle })
  const browser = await launchBrowser()
  return {
    browser,
    async open(query, { scale = 1, ...size }) {
      const page = await browser.newPage({ viewport: size, deviceScaleFactor: scale, locale: 'zh-CN' })
      page.setDefaultTimeout(60_000)
      const complaints: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error' && !message.text().includes('404')) complaints.push(message.text())
      })
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('request', (request) => {
        if (!request.url().startsWith(site.origin)) complaints.push(`outside: ${request.url()}`)
      })
      await page.goto(`${site.origin}/?${query}`)
      await page.waitForSelector('html[data-ready]')
      return { page, complaints }
    },
    async close() {
      await browser.close()
      await site.close()
    },
  }
}
