import { standsSchema } from '../protocol/index.ts'
import { order } from './checkTab.ts'
import { framesOf } from './pages.ts'
import type { FrameStands } from './panelMessages.ts'

/** Where the fields and grids of an open page stand, asked of every frame; a frame that is gone says nothing. */
export async function placesOn(tab: number): Promise<readonly FrameStands[]> {
  const frames = await framesOf(tab)
  return Promise.all(
    frames.map(async ({ frameId }) => {
      const answer = standsSchema.safeParse(await order(tab, frameId, { type: 'places' }))
      return { frameId, stands: answer.data ?? [] }
    }),
  )
}
