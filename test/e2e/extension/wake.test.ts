import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { parseIsoDay } from '@postloan/core/calendar'
import { emptyWaiverFile } from '@postloan/core/check/waivers'
import { builtInPolicy } from '@postloan/core/policy'
import type { Page } from 'playwright-core'
import { describe, expect, test, vi } from 'vitest'

import type { FrameReport, PageView } from '../../../extension/src/engine/index.ts'
import { checkPage } from '../../../extension/src/engine/index.ts'
import { browserPath, withPractice } from './launch.ts'

const patient = { timeout: 30_000 }

/** What the engine shows of the tab that a panel is about, with the reports of its frames. */
async function shownOf(panel: Page): Promise<{ readonly view: PageView; readonly frames: FrameReport[] }> {
  const found = await panel.evaluate(async () => {
    const tab = Number(new URLSearchParams(location.search).get('tab'))
    const answer = await chrome.runtime.sendMessage({ ask: 'page', tab })
    const kept = await chrome.storage.session.get(`page:${tab}`)
    return { view: answer.view, reports: kept[`page:${tab}`] ?? [] }
  })
  return { view: found.view, frames: found.reports.map(([frameId, report]) => ({ frameId, report })) }
}

/** What the sources say of the same reports: nothing of it was worked out by a build. */
function saidBySources(frames: readonly FrameReport[], asOf: string): PageView {
  const { view } = checkPage({
    frames,
    policy: builtInPolicy,
    maps: [],
    today: parseIsoDay(asOf),
    waivers: emptyWaiverFile(),
    choiceOf: () => ({}),
    ledgerOf: () => null,
  })
  // messages between pages of an extension are JSON
  return JSON.parse(JSON.stringify(view))
}

describe.runIf(browserPath)('a worker that was asleep', () => {
  const here = withPractice()

  test('starts from one script of plain letters that asks for no other', () => {
    const script = readFileSync(join(here.folder, 'background.js'), 'latin1')
    const manifest = JSON.parse(readFileSync(join(here.folder, 'manifest.json'), 'utf8'))
    expect(manifest.background).toEqual({ service_worker: 'background.js' })
    expect(/[^\0-\x7f]/.exec(script)?.[0]).toBeUndefined()
    expect(/\bimport\s*\(|^import\b/m.exec(script)?.[0]).toBeUndefined()
  })

  test('says of a page, word for word, what the rules in the sources say', async () => {
    const { extended, page } = here
    const panel = await extended.panel(page)
    await panel.getByRole('checkbox').first().waitFor(patient)
    await extended.stopWorker()
    await page.bringToFront()
    const work = page.frame({ name: 'work' })
    const field = work?.locator('textarea').first()
    let typed = 0
    // what is told to a worker that is just being stopped is lost: a person types on
    await vi.waitFor(
      async () => {
        typed += 1
        await field?.fill(`醒来之后${typed}`)
        await vi.waitFor(
          async () => {
            const { view, frames } = await shownOf(panel)
            expect(JSON.stringify(view.fields)).toContain(`醒来之后${typed}`)
            expect(view.findings.length).toBeGreaterThan(0)
            expect(view).toEqual(saidBySources(frames, view.asOf))
          },
          { timeout: 10_000 },
        )
      },
      { timeout: 60_000 },
    )
    await panel.close()
  }, 90_000)
})

declare const chrome: {
  readonly runtime: { sendMessage(message: object): Promise<{ readonly view: PageView }> }
  readonly storage: {
    readonly session: {
      get(name: string): Promise<Readonly<Record<string, [number, FrameReport['report']][]>>>
    }
  }
}
