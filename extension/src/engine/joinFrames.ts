import type { ReadField } from '../protocol/index.ts'
import { tellConditions } from './tellConditions.ts'
import type { KnownGrid, FrameReport } from './types.ts'

export interface PlacedField {
  readonly id: string
  readonly frameId: number
  readonly document: string
  readonly frameName: string
  readonly framePath: string
  readonly field: ReadField
}

export interface JoinedPage {
  readonly title: string
  /** Hosts, paths, titles and headings of all frames that are shown. */
  readonly frames: readonly FrameReport[]
  /** Best first where two say the same: shown before hidden, sure before unsure, then in page order. */
  readonly fields: readonly PlacedField[]
  readonly grids: readonly KnownGrid[]
}

/** The frames of one tab as one page; frames that are not shown at all are left out. */
export function joinFrames(reports: readonly FrameReport[]): JoinedPage {
  const frames = reports.filter(({ report }) => report.frame.visible || report.frame.top)
  const fields = frames.flatMap(({ frameId, report: { frame, fields: own } }) =>
    tellConditions(own, `${frame.title} ${frame.headings.slice(0, 3).join(' ')}`).map(
      (field): PlacedField => ({
        id: `${frameId}:${field.key}`,
        frameId,
        document: frame.document,
        frameName: frame.name,
        framePath: frame.path,
        field,
      }),
    ),
  )
  const grids = frames.flatMap(({ frameId, report: { frame, grids: own } }) =>
    own.map((grid): KnownGrid => ({ id: `${frameId}:${grid.key}`, frameId, document: frame.document, grid })),
  )
  // Two fields that stand in one element have one key, and are two all the same.
  const times = new Map<string, number>()
  const own = fields.map((placed): PlacedField => {
    const time = (times.get(placed.id) ?? 0) + 1
    times.set(placed.id, time)
    return time === 1 ? placed : { ...placed, id: `${placed.id}#${time}` }
  })
  const rank = ({ field }: PlacedField): number => (field.hidden ? 1 : 0) + (1 - field.confidence)
  return {
    title: titleOf(frames),
    frames,
    fields: [...own.keys()]
      .toSorted((a, b) => {
        const [left, right] = [own[a], own[b]]
        return (left && right ? rank(left) - rank(right) : 0) || a - b
      })
      .flatMap((at) => own[at] ?? []),
    grids,
  }
}

/** The heading of the frame that holds most fields, else the title of the top frame. */
function titleOf(frames: readonly FrameReport[]): string {
  const fullest = [...frames].sort((a, b) => b.report.fields.length - a.report.fields.length)[0]
  const top = frames.find(({ report }) => report.frame.top)
  return fullest?.report.frame.headings[0] ?? fullest?.report.frame.title ?? top?.report.frame.title ?? ''
}
