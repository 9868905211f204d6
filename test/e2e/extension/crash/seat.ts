import { readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import type { Frame, Locator, Page } from 'playwright-core'

import type { CreditSystem } from '../../../credit-system/server.ts'
import type { Extended } from '../launch.ts'

/** Somebody at work: a loan's page of the bank, and the panel beside it. */
export interface Seat {
  readonly page: Page
  readonly panel: Page
}

export async function openSeat(extended: Extended, site: CreditSystem): Promise<Seat> {
  await extended.context.addCookies([{ name: 'teller', value: '330107', url: site.origin }])
  const page = await extended.context.newPage()
  await page.goto(`${site.origin}/dh/check.jsp`)
  const panel = await extended.panel(page)
  await panel.getByRole('checkbox').first().waitFor({ timeout: 60_000 })
  return { page, panel }
}

/** The boxes that a person can press, by the number of their item, as the panel shows them at this moment. */
export async function boxesOf(panel: Page): Promise<ReadonlyMap<string, boolean>> {
  const boxes = await panel.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('.pl-check input[type=checkbox]')].map(
      (box) =>
        [
          box.closest('.pl-check')?.querySelector('.pl-check-text')?.textContent?.split('.')[0] ?? '',
          box.checked,
        ] as const,
    ),
  )
  return new Map(boxes)
}

export function boxOf(panel: Page, number: string): Locator {
  const text = panel.locator('.pl-check-text', { hasText: new RegExp(`^${number}\\.`) })
  return panel.locator('.pl-check', { has: text }).locator('input[type=checkbox]')
}

export interface KeptLog {
  readonly ok?: boolean
  readonly entries?: number
  readonly brokenAt?: number
  readonly log?: readonly { readonly kind: string; readonly text: string }[]
}

/** Asks the engine as our own pages do. */
export async function askEngine(
  panel: Page | Frame,
  request: { readonly ask: string; readonly loan?: string },
): Promise<KeptLog> {
  return panel.evaluate(async (one) => {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      try {
        const answer = await chrome.runtime.sendMessage(one)
        if (answer) return answer
      } catch {
        // the worker is being started anew
      }
      await new Promise((resume) => setTimeout(resume, 100))
    }
    throw new Error('the engine does not answer')
  }, request)
}

/** Ends the browser's main process without a word to it; its children go with it. */
export async function killBrowser(extended: Extended, profile: string): Promise<void> {
  const pid = Number(readlinkSync(join(profile, 'SingletonLock')).split('-').at(-1))
  const closed = new Promise<void>((gone) => extended.context.on('close', () => gone()))
  process.kill(pid, 'SIGKILL')
  await Promise.race([closed, pause(5000)])
  // the profile's lock names a process that is no more; the next browser takes it over once that is seen
  for (let tries = 0; tries < 100 && isAlive(pid); tries += 1) await pause(20)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

declare const chrome: { readonly runtime: { sendMessage(message: object): Promise<KeptLog | null> } }
