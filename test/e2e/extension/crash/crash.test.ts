import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { startCreditSystem } from '../../../credit-system/server.ts'
import { seededRandom } from '../../../portfolio/random.ts'
import { browserPath, buildExtension } from '../launch.ts'
import { crashRun } from './crashRun.ts'
import { shuffled } from './kinds.ts'

describe.runIf(browserPath)('crashes while someone ticks and notes', () => {
  test('lose nothing that was confirmed, and the log fits together after each', async () => {
    const seed = Date.now() % 1_000_000
    console.log(`crash points: seed ${seed}`)
    const random = seededRandom(seed)
    const folder = await buildExtension()
    const profile = mkdtempSync(join(tmpdir(), 'postloan-profile-'))
    const site = await startCreditSystem(0)
    try {
      const kinds = shuffled({ worker: 5, tab: 2, browser: 3 }, random)
      const { losses, deeds, logEntries } = await crashRun({ folder, profile, site, random, kinds })
      expect(losses).toEqual([])
      expect(deeds).toBeGreaterThanOrEqual(kinds.length)
      expect(logEntries).toBeGreaterThan(0)
    } finally {
      await site.close()
      rmSync(profile, { recursive: true, force: true })
    }
  }, 300_000)
})
