import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

import { readApiSets } from './engine/apiSets.ts'
import type { ProfileName } from './engine/profiles.ts'
import { Host } from './host.ts'
import { openXlsx } from './xlsx/openXlsx.ts'

const require = createRequire(import.meta.url)
const declarations = join(require.resolve('@types/office-js/package.json'), '../index.d.ts')

export const apiSets = readApiSets(readFileSync(declarations, 'utf8'))

/** A simulated Excel in this process, for tests that need no office.js. */
export async function testHost(bytes?: Uint8Array, profile: ProfileName = 'ltsc2021'): Promise<Host> {
  const host = new Host({ apiSets, profile, now: () => '2026-10-31T08:00:00Z' })
  if (bytes) host.adopt(await openXlsx(bytes, '台账.xlsx'))
  return host
}
