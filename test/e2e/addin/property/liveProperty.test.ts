import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'

import { browserPath } from '../../../browser/launch.ts'
import { differences } from './differences.ts'
import { propertyLedger } from './ledgers.ts'
import type { PropertyWindow } from './openProperty.ts'
import { changes } from './personsSteps.ts'
import { propertySite } from './propertySite.ts'

const seed = Number(process.env['POSTLOAN_SEED'] ?? 7)
const STEPS = Number(process.env['POSTLOAN_LIVE_STEPS'] ?? 250)
/** Steps between two looks at what is shown. */
const AT_ONCE = 125
console.log(`live property: seed ${seed}`)

describe.runIf(browserPath)('live checking on the real office.js', () => {
  const site = propertySite()
  let ledger: Uint8Array
  beforeAll(async () => {
    ledger = await propertyLedger({ name: '', hasTotal: true })
  })

  /** Steps at speed; now and then a person stops for a moment, so that judging falls between and into them. */
  const stepsOf = (from: number) =>
    fc
      .sample(fc.tuple(changes, fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 15, 40)), {
        seed: seed + from,
        numRuns: AT_ONCE,
      })
      .map(([step, wait]) => ({ ...step, wait }))

  test.each([
    ['web', 'web', false],
    ['desktop', 'ltsc2021', true],
  ] as const)(
    'by the %s protocol, %s, written live: %s: settles to what a full check says',
    async (protocol, profile, writing) => {
      const window: PropertyWindow = await site.open({ protocol, profile })
      let findings = 0
      for (let done = 0; done < STEPS; done += AT_ONCE) {
        // a ledger is not one any more after a few hundred deletions
        await window.open(ledger)
        if (writing) await window.addin('flag', false)
        await window.addin('live', true)
        if (writing) await window.addin('writing', true)
        await window.host('resetCounters')
        await window.steps(stepsOf(done))
        const { said, counts, isStale } = await window.settled()
        const full = await window.addin('full')
        findings += said.length
        const { cellsWritten, formatWrites, undoLost } = await window.host('counters')
        const written = writing ? 0 : cellsWritten + formatWrites + undoLost
        const undo = writing ? [] : await window.host('undoLabels')
        const before = await window.host('describe')
        if (writing) await window.addin('flag', false)
        const after = await window.host('describe')
        expect({
          steps: done + AT_ONCE,
          said: differences({ said, counts, isStale }, { ...full, isStale: false }),
          flags: differences(before, after),
          written,
          ownUndo: undo.includes('加载项'),
        }).toEqual({ steps: done + AT_ONCE, said: [], flags: [], written: 0, ownUndo: false })
      }
      expect(findings).toBeGreaterThan(STEPS / 10)
      expect(window.excel.complaints).toEqual([])
      await window.excel.close()
    },
  )

  test('what we write ourselves brings no new check, our own sheets among it', async () => {
    const window = await site.open({ protocol: 'desktop', profile: 'm365' })
    await window.open(ledger)
    await window.addin('live', true)
    await window.addin('writing', true)
    for (const summary of [true, true, false]) {
      await window.addin('flag', summary)
      const { requests, cellsRead } = await window.host('counters')
      const { isStale, pending } = await window.settled()
      expect({ isStale, pending }).toEqual({ isStale: false, pending: 0 })
      expect(await window.host('counters')).toMatchObject({ requests, cellsRead })
    }
    await window.addin('clear', false)
    const { cellsRead } = await window.host('counters')
    await window.settled()
    expect(await window.host('counters')).toMatchObject({ cellsRead })
    await window.excel.close()
  })

  test('somebody who goes on typing in a cell is waited for, and nothing is said of it', async () => {
    const window = await site.open({ protocol: 'web', profile: 'web' })
    await window.open(ledger)
    await window.addin('live', true)
    const { said } = await window.settled()
    await window.steps([
      { name: 'type', args: ['借据!F3', '损失'] },
      { name: 'enterCellEditMode', args: [] },
    ])
    await window.excel.page.waitForTimeout(300)
    expect(await window.addin('messages')).toEqual([])
    await window.steps([{ name: 'leaveCellEditMode', args: [] }])
    const after = await window.settled()
    expect(after.said).not.toEqual(said)
    expect(differences(after.said, (await window.addin('full')).said)).toEqual([])
    expect(await window.addin('messages')).toEqual([])
    await window.excel.close()
  })
})
