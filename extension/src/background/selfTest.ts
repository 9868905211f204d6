import { mask, maskWithin } from '@postloan/core/check'
import { z } from 'zod'

import { joinFrames } from '../engine/joinFrames.ts'
import { locateField } from '../page-map/findPageMap.ts'
import type { Locator } from '../protocol/index.ts'
import { order } from './checkTab.ts'
import { framesOf } from './pages.ts'
import type { SelfTestLine } from './panelMessages.ts'
import { policyInForce } from './state.ts'

const located = z.array(
  z.object({ found: z.number(), field: z.looseObject({ value: z.string() }).nullable() }),
)

/** Tries every locator of a map on the page that is open, and says which are found, and how surely. */
export async function selfTest(tab: number, id: string): Promise<readonly SelfTestLine[] | null> {
  const { maps, policy } = await policyInForce()
  const map = maps.find((one) => one.id === id)
  if (!map) return null
  const frames = await framesOf(tab)
  const { fields } = joinFrames(frames)
  const lines: SelfTestLine[] = []
  for (const { field, at } of map.fields) {
    const known = policy.fields.find(({ key, name: own }) => key === field || own === field)
    const name = known?.name ?? field
    const placed = locateField(at, fields)
    if (placed) {
      lines.push({
        field: name,
        found: 1,
        value: known?.privacy ? mask(placed.field.value, known.privacy) : maskWithin(placed.field.value),
      })
      continue
    }
    const locator: Locator = {
      selector: at.selector ?? '',
      ...(at.label === undefined ? {} : { label: at.label }),
    }
    let found = 0
    for (const { frameId } of at.selector === undefined ? [] : frames) {
      const answer = located.safeParse(await order(tab, frameId, { type: 'locate', locators: [locator] }))
      found += answer.data?.[0]?.found ?? 0
    }
    lines.push({ field: name, found, value: '' })
  }
  return lines
}
