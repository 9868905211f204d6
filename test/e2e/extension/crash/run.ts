import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { startCreditSystem } from '../../../credit-system/server.ts'
import { seededRandom } from '../../../portfolio/random.ts'
import { buildExtension } from '../launch.ts'
import { crashRun } from './crashRun.ts'
import { shuffled } from './kinds.ts'

/**
 * `pnpm crash`: two hundred crash points in a row on one profile.
 *
 *   --seed 7   the same run again      --points 40   fewer      --folder …   an extension that is built already
 */
const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: { seed: { type: 'string' }, points: { type: 'string' }, folder: { type: 'string' } },
})
const seed = Number(values.seed ?? Date.now() % 1_000_000)
const all = Number(values.points ?? 200)
const random = seededRandom(seed)
const browser = Math.round(all * 0.2)
const tab = Math.round(all * 0.25)
console.log(`seed ${seed}`)

const folder = values.folder ?? (await buildExtension())
const profile = mkdtempSync(join(tmpdir(), 'postloan-profile-'))
const site = await startCreditSystem(0)
const begun = performance.now()
try {
  const kinds = shuffled({ worker: all - browser - tab, tab, browser }, random)
  const report = await crashRun({
    folder,
    profile,
    site,
    random,
    kinds,
    told: (line) => console.log(line),
  })
  console.log(JSON.stringify(report, null, 2))
  console.log(`${((performance.now() - begun) / 1000).toFixed(0)} s`)
  if (report.losses.length > 0) process.exitCode = 1
} finally {
  await site.close()
  rmSync(profile, { recursive: true, force: true })
}
