import type { PlacedField } from '../engine/joinFrames.ts'
import type { FrameReport } from '../engine/types.ts'
import type { MappedField, PageMap } from './pageMapSchema.ts'

/** The map of the page that these frames show; of several the one that says most about it. */
export function findPageMap(maps: readonly PageMap[], frames: readonly FrameReport[]): PageMap | null {
  let best: PageMap | null = null
  let most = -1
  for (const map of maps) {
    const points = pointsOf(map, frames)
    if (points > most) {
      best = map
      most = points
    }
  }
  return best
}

/** The selectors by which the maps of these hosts find fields and grids, each once. */
export function selectorsOf(maps: readonly PageMap[], hosts: readonly string[]): string[] {
  const own = maps.filter((map) => hosts.some((host) => hostFits(map.host, host)))
  const ways = own.flatMap(({ fields, grids = [] }) => [...fields, ...grids].map(({ at }) => at.selector))
  return [...new Set(ways.filter((selector) => selector !== undefined))].slice(0, 500)
}

/** -1 where the page is another one. */
function pointsOf(map: PageMap, frames: readonly FrameReport[]): number {
  let points = -1
  for (const { report } of frames) {
    const { frame } = report
    if (!hostFits(map.host, frame.host)) continue
    if (map.path !== undefined && !pathFits(map.path, frame.path)) continue
    const spoken = [frame.title, ...frame.headings]
    if (map.title !== undefined && !spoken.some((text) => text.includes(map.title ?? ''))) continue
    points = Math.max(
      points,
      (map.path === undefined ? 0 : 2 + map.path.length / 100) + (map.title === undefined ? 0 : 1),
    )
  }
  return points
}

/** `credit.bank.intra`, `*.bank.intra`; a port only where one is written. */
function hostFits(pattern: string, host: string): boolean {
  const wanted = pattern.includes(':') ? host : host.replace(/:\d+$/, '')
  return pattern.startsWith('*.') ? wanted.endsWith(pattern.slice(1)) : pattern === '*' || pattern === wanted
}

function pathFits(pattern: string, path: string): boolean {
  const parts = pattern.split('*')
  let from = 0
  for (const [at, part] of parts.entries()) {
    const found = at === 0 ? (path.startsWith(part) ? 0 : -1) : path.indexOf(part, from)
    if (found < 0) return false
    from = found + part.length
  }
  return pattern.endsWith('*') || from === path.length
}

/** The field of the page that a locator names; null where there is none or more than one. */
export function locateField(at: MappedField['at'], fields: readonly PlacedField[]): PlacedField | null {
  const frame = at.frames?.at(-1)
  const own =
    frame === undefined
      ? fields
      : fields.filter(({ frameName, framePath }) => frameName === frame || framePath.endsWith(frame))
  if (at.label !== undefined) {
    const wanted = plain(at.label)
    const labelled = own.filter(({ field }) => plain(field.label) === wanted)
    const shown = labelled.filter(({ field }) => !field.hidden)
    const among = shown.length > 0 ? shown : labelled
    if (at.ordinal !== undefined)
      return among.find(({ field }) => (field.locator.ordinal ?? 0) === at.ordinal) ?? null
    if (among.length === 1) return among[0] ?? null
    if (at.selector === undefined) return null
  }
  if (at.selector === undefined) return null
  const selected = own.filter(({ field }) => field.locator.selector === at.selector)
  return selected.length === 1 ? (selected[0] ?? null) : null
}

function plain(text: string): string {
  return text
    .replace(/[\s:：*＊]/g, '')
    .replace(/（/g, '(')
    .replace(/）/g, ')')
}
