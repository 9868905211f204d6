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
  const said = missing && worst.level !== 'serious' ? missing.words : worst.words
  return [
    {
      id: worst.id,
      level: worst.level,
      words: said,
      at: worst.at.target,
      card: [
        words.cardHead(words.level[worst.level], said, sorted.length),
        // the head of the card names the level of the only one
        ...shown.map(({ level, text }) => cut(sorted.length > 1 ? `${words.level[level]} ${text}` : text)),
        ...(rest > 0 ? [words.more(rest)] : []),
      ],
    },
  ]
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
