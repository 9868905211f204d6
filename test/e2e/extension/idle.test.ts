import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

import { describe, expect, test } from 'vitest'

import { agentsIn } from './agentIn.ts'
import { browserPath, withPractice } from './launch.ts'

const patient = { timeout: 30_000, interval: 250 }

describe.runIf(browserPath)('a page that nobody touches', () => {
  const here = withPractice()

  test('costs nothing: ten seconds without one timer, frame, search or measurement', async () => {
    const agents = await agentsIn(here.extended, here.page)
    await expect.poll(() => agents.value('借据号'), patient).not.toBeNull()
    await here.page.frame({ name: 'work' })?.locator('postloan-marks').waitFor({ state: 'attached' })
    await agents.countCalls()
    // what was under way when counting began comes to rest first
    let before = -1
    await expect
      .poll(
        async () => {
          const [was, now] = [before, await agents.calls()]
          before = now
          return now - was
        },
        { timeout: 60_000, interval: 3000 },
      )
      .toBe(0)
    await here.page.waitForTimeout(10_000)
    expect(await agents.calls()).toBe(before)
    await agents.close()
  }, 120_000)

  test('the built agent weighs no more than 30 kB, and is all that is put into pages', () => {
    const agent = readFileSync(join(here.folder, 'agent.js'))
    // the zlib that Node is built with makes a hundredth more of it than gzip -9 does
    expect(gzipSync(agent, { level: 9 }).length).toBeLessThanOrEqual(30_300)
    const manifest: unknown = JSON.parse(readFileSync(join(here.folder, 'manifest.json'), 'utf8'))
    expect(JSON.stringify(manifest)).not.toContain('content_scripts')
    expect(readdirSync(here.folder).filter((name) => /^(agent|background)\.js$/u.test(name))).toHaveLength(2)
  })
})
