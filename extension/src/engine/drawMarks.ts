import type { Mark } from '../protocol/index.ts'
import { byLevel } from './findItems.ts'
import { words } from './messages.ts'
import type { FrameMarks, FrameReport, PageItem } from './types.ts'

const cardLines = 8
const longest = 160

/** One mark for each control, the worst of what is said of it; every frame gets its list, an empty one too. */
export function drawMarks(items: readonly PageItem[], frames: readonly FrameReport[]): readonly FrameMarks[] {
  const byFrame = new Map<number, Map<string, PageItem[]>>()
  for (const item of items) {
    if (!item.at) continue
    const own = byFrame.get(item.at.frameId) ?? new Map<string, PageItem[]>()
    byFrame.set(item.at.frameId, own)
    const spot = JSON.stringify(item.at.target)
    const there = own.get(spot)
    if (there) there.push(item)
    else own.set(spot, [item])
  }
  return frames.map(({ frameId, report }) => ({
    frameId,
    document: report.frame.document,
    marks: [...(byFrame.get(frameId)?.values() ?? [])].flatMap((group) => markOf(group)),
  }))
}

function markOf(group: readonly PageItem[]): Mark[] {
  const sorted = group.toSorted(byLevel)
  const [worst] = sorted
  if (!worst?.at) return []
  // An empty required field says so, whichever rule says it too.
  const missing = sorted.find(({ kind }) => kind === 'missing')
  const shown = sorted.slice(0, cardLines)
  const rest = sorted.length - shown.length
  return [
    {
      id: worst.id,
      level: worst.level,
      words: missing && worst.level !== 'serious' ? missing.words : worst.words,
      at: worst.at.target,
      card: [
        ...shown.map(({ level, text }) => cut(`${words.level[level]} ${text}`)),
        ...(rest > 0 ? [words.more(rest)] : []),
      ],
      count: sorted.length,
    },
  ]
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
