import type { Random } from '../../../portfolio/random.ts'
import type { CrashKind } from './crashRun.ts'

/** The order of the crashes, drawn from their numbers. */
export function shuffled(counts: Readonly<Record<CrashKind, number>>, random: Random): readonly CrashKind[] {
  const kinds = (['worker', 'tab', 'browser'] as const).flatMap((kind) =>
    Array.from({ length: counts[kind] }, () => kind),
  )
  return kinds
    .map((kind) => ({ kind, place: random.next() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ kind }) => kind)
}
