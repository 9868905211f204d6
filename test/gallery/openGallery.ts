import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import react from '@vitejs/plugin-react'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'

import { builtOnce } from '../browser/builtOnce.ts'
import { launchBrowser } from '../browser/launch.ts'
import { serveFolder } from '../browser/serve.ts'
import { sampleLedger } from '../portfolio/sampleLedger.ts'
import { cleanLedger } from './cleanLedger.ts'

export interface Gallery {
  readonly browser: Browser
  /**
   * Opens the panes in a window of this size: in a page that was given back, since loading takes longer than what is
   * looked at, or in a new one.
   */
  open(query: string, size: WindowSize): Promise<GalleryPage>
  close(): Promise<void>
}

export interface WindowSize {
  readonly width: number
  readonly height: number
  readonly scale?: number
}

export interface GalleryPage {
  readonly page: Page
  /** What the page complained of while these panes were open. */
  readonly complaints: string[]
  /** Gives the page back for the next panes; one that was only closed is not opened again. */
  readonly done: () => Promise<void>
}

/** Fluent makes empty style elements and fills them by script; a strict policy allows the empty text by its hash. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"

/** Builds the gallery as it would be shipped and serves it under a strict policy. */
export async function openGallery(): Promise<Gallery> {
  const folder = await builtOnce('gallery', ['addin', 'core', 'test/gallery', 'test/portfolio'], fill)
  const site = await serveFolder(folder, { styles: emptyStyle })
  const browser = await launchBrowser()
  const idle: GalleryPage[] = []
  const newPage = async ({ scale = 1, ...size }: WindowSize): Promise<GalleryPage> => {
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
    const opened: GalleryPage = {
      page,
      complaints,
      async done() {
        // neither the pointer nor the focus is where the last panes had it
        await page.mouse.move(0, 0)
        if (scale === 1 && complaints.length === 0) idle.push(opened)
        else await page.close()
      },
    }
    return opened
  }
  return {
    browser,
    async open(query, size) {
      const before = (size.scale ?? 1) === 1 ? idle.pop() : undefined
      const opened = before ?? (await newPage(size))
      const { page } = opened
      if (before) {
        await page.setViewportSize(size)
        await page.evaluate(
          (wanted) => (window as unknown as { show(query: string): Promise<void> }).show(wanted),
          query,
        )
      } else await page.goto(`${site.origin}/?${query}`)
      await page.waitForSelector('html[data-ready]')
      return opened
    },
    async close() {
      await browser.close()
      await site.close()
    },
  }
}

async function fill(folder: string): Promise<void> {
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
}
