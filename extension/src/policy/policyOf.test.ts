import { builtInPolicy } from '@postloan/core/policy'
import { expect, test, vi } from 'vitest'

import pack from '../../../core/docs/example-branch.postloan.json' with { type: 'json' }
import { foldPolicy, unfoldPolicy } from './foldPolicy.ts'
import { layPacks } from './layPacks.ts'

const example = JSON.stringify(pack)
const made = await layPacks([example], [])

test('a policy with a pack over it comes back from little room as it was, and what is ours in it is ours', () => {
  const folded = foldPolicy(made)
  expect(folded).not.toBeNull()
  const back = unfoldPolicy(folded ?? '')
  expect(back).toEqual(made)
  const kept = made.policy.rules.filter((rule) => builtInPolicy.rules.includes(rule))
  expect(kept.length).toBeGreaterThan(100)
  expect(back.policy.rules.filter((rule) => builtInPolicy.rules.includes(rule))).toEqual(kept)
  expect((folded ?? '').length).toBeLessThan(JSON.stringify(made).length / 10)
})

test('packs are laid once: the next worker takes what lies on the shelf, other packs do not', async () => {
  const shelf = { kept: null as unknown, writes: 0 }
  /** As a worker that has just started does. */
  const inNewWorker = async (packs: readonly string[]) => {
    vi.resetModules()
    const { policyOf } = await import('./policyOf.ts')
    return policyOf(packs, [], {
      read: () => Promise.resolve(shelf.kept),
      write(kept) {
        shelf.kept = JSON.parse(JSON.stringify(kept))
        shelf.writes += 1
        return Promise.resolve()
      },
    })
  }
  expect(await inNewWorker([example])).toEqual(made)
  expect(await inNewWorker([example])).toEqual(made)
  expect(shelf.writes).toBe(1)
  const other = await inNewWorker([JSON.stringify({ ...pack, version: '9' })])
  expect(other.policy.version).not.toBe(made.policy.version)
  expect(shelf.writes).toBe(2)
  // a pack that has no field of its own leaves the list of fields to be ours, and what was worked out of it holds
  const bare = JSON.stringify({ ...pack, fields: [], rules: [] })
  await inNewWorker([bare])
  const back = await inNewWorker([bare])
  expect(back.policy.fields).toHaveLength(builtInPolicy.fields.length)
  expect(shelf.kept).toMatchObject({ wordings: null })
  // what somebody else laid there is not read as a policy
  shelf.kept = { key: 'x', folded: '{}' }
  expect(await inNewWorker([example])).toEqual(made)
})
