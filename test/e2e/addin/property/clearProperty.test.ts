import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { browserPath } from '../../../browser/launch.ts'
import { describeWorkbook } from '../../../excel-host/describeWorkbook.ts'
import type { ProfileName } from '../../../excel-host/engine/profiles.ts'
import { type Step, runSteps } from '../../../excel-host/runSteps.ts'
import { testHost } from '../../../excel-host/testHost.ts'
import { userActions } from '../../../excel-host/userActions.ts'
import { openXlsx } from '../../../excel-host/xlsx/openXlsx.ts'
import { saveXlsx } from '../../../excel-host/xlsx/saveXlsx.ts'
import { differences } from './differences.ts'
import { FIRST, LOANS, type LedgerKind, ledgerName, propertyLedger } from './ledgers.ts'
import type { PropertyWindow } from './openProperty.ts'
import { handling } from './personsSteps.ts'
import { propertySite } from './propertySite.ts'

const seed = Number(process.env['POSTLOAN_SEED'] ?? 7)
const RUNS = Number(process.env['POSTLOAN_CLEAR_RUNS'] ?? 3)
console.log(`clear property: seed ${seed}`)

/** Between what she does: our flags are written again, the file is saved and opened again, comments are put in. */
type Turn = readonly Step[] | 'flag' | 'reopen' | 'comment'

const table: Step = { name: 'formatAsTable', args: [`A2:J${FIRST + LOANS}`, ledgerName] }
const kinds: readonly (LedgerKind & {
  readonly before: readonly Step[]
  readonly protocol: 'web' | 'desktop'
  readonly profile: ProfileName
})[] = [
  { name: 'a plain list with a total', hasTotal: true, before: [], protocol: 'desktop', profile: 'ltsc2021' },
  { name: 'a list with arrows', hasFilter: true, before: [], protocol: 'web', profile: 'web' },
  { name: 'an Excel table', before: [table], protocol: 'desktop', profile: 'm365' },
  { name: 'two lists in one sheet', hasSecond: true, before: [], protocol: 'desktop', profile: 'ltsc2021' },
]

/** The same file in an Excel where there is no add-in. */
async function withoutUs(bytes: Uint8Array) {
  let host = await testHost(bytes)
  return {
    steps: (steps: readonly Step[]) => runSteps(userActions(host), steps),
    reopen: async () => {
      const saved = await saveXlsx(host.workbook)
      host = await testHost()
      host.adopt(await openXlsx(saved, '台账.xlsx'))
    },
    describe: () => describeWorkbook(host.workbook),
  }
}

describe.runIf(browserPath)('clearing on the real office.js', () => {
  const site = propertySite()

  async function reopen(window: PropertyWindow): Promise<void> {
    const saved = Buffer.from(String(await window.excel.drive('saveAsBase64')), 'base64')
    await window.open(saved)
  }

  test.each(kinds)('$name: what is left is what the same would have left without us', async (kind) => {
    const bytes = await propertyLedger(kind)
    const hasTable = kind.before.length > 0
    const window = await site.open(kind)
    const turn: fc.Arbitrary<Turn> = fc.oneof(
      {
        weight: 5,
        arbitrary: fc.array(handling(hasTable, hasTable || kind.hasFilter === true), {
          minLength: 1,
          maxLength: 8,
        }),
      },
      { weight: 3, arbitrary: fc.constantFrom('flag' as const, 'reopen' as const, 'comment' as const) },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(turn, { minLength: 1, maxLength: 6 }), async (turns) => {
        const plain = await withoutUs(bytes)
        const refused: (readonly (readonly number[])[])[] = []
        await window.open(bytes)
        await plain.steps(kind.before)
        await window.steps(kind.before)
        await window.addin('flag', true)
        for (const one of turns) {
          if (one === 'flag') await window.addin('flag', true)
          else if (one === 'comment') await window.addin('comment')
          else if (one === 'reopen') await Promise.all([reopen(window), plain.reopen()])
          else refused.push([await window.steps(one), await plain.steps(one)])
        }
        await window.addin('clear', false)
        for (const [here, there] of refused) expect(here).toEqual(there)
        expect(
          differences(await window.host('describe'), JSON.parse(JSON.stringify(plain.describe()))),
        ).toEqual([])
      }),
      {
        numRuns: RUNS,
        seed,
        endOnFailure: process.env['POSTLOAN_SHRINK'] === undefined,
        interruptAfterTimeLimit: process.env['POSTLOAN_SHRINK'] === undefined ? 90_000 : 900_000,
      },
    )
    expect(window.excel.complaints).toEqual([])
    await window.excel.close()
  })

  test('a sheet that was protected in the meantime stays as it is, and is cleared once it is open again', async () => {
    const bytes = await propertyLedger({ name: '', hasTotal: true })
    const window = await site.open({ protocol: 'desktop', profile: 'ltsc2021' })
    const plain = await withoutUs(bytes)
    const both = async (...steps: readonly Step[]): Promise<void> => {
      expect(await window.steps(steps)).toEqual(await plain.steps(steps))
    }
    await window.open(bytes)
    await window.addin('flag', true)
    const allowed = { allowInsertRows: true, allowFormatCells: true, allowSort: true }
    await both(
      { name: 'protect', args: [ledgerName, allowed] },
      { name: 'type', args: [`${ledgerName}!F5`, '损失'] },
      { name: 'insertRows', args: [9, 1, ledgerName] },
      { name: 'format', args: [`${ledgerName}!A5:C5`, { fill: '#FFFF00' }] },
      { name: 'deleteRows', args: [12, 1, ledgerName] },
    )
    const before = await window.host('describe')
    expect(await window.addin('clear', false)).toContain('protected')
    expect(differences(await window.host('describe'), before)).toEqual([])
    await both({ name: 'unprotect', args: [ledgerName] })
    await window.addin('clear', false)
    expect(differences(await window.host('describe'), JSON.parse(JSON.stringify(plain.describe())))).toEqual(
      [],
    )
    await window.excel.close()
  })
})
