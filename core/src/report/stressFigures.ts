import { readBook, reckonStress, shocksOfPolicy, type Book, type Result } from '../check/index.ts'
import type { Policy } from '../policy/index.ts'
import type { StressFigures } from './types.ts'

/** How far collateral may be let fall, in %. */
export const largestFall = 60

const bad: ReadonlySet<string> = new Set(['次级', '可疑', '损失'])

/** What PF-14 rests on, so that a reader can choose other shocks than the policy's. */
export function stressFigures(result: Result, policy: Policy, book: Book = readBook(result)): StressFigures {
  const { shocks, provision } = shocksOfPolicy(policy, result.asOf)
  const scenarios = shocks.map(({ of, ...shock }) => ({ name: of, ...shock, provision }))
  const { counted } = book
  const classed = counted.filter(({ grade }) => grade !== '')
  if (classed.length === 0) return { base: null, scenarios }
  const balance = (is: (grade: string) => boolean): number =>
    counted.filter(({ grade }) => is(grade)).reduce((sum, loan) => sum + loan.balance, 0)
  return {
    base: {
      total: balance(() => true),
      normal: balance((grade) => grade === '正常'),
      attention: balance((grade) => grade === '关注'),
      npl: balance((grade) => bad.has(grade)),
      unclassed: counted.length - classed.length,
      gaps: gapsOf(
        book,
        shocks.map(({ collateralFall }) => collateralFall),
      ),
    },
    scenarios,
  }
}

/** At every whole percent, and where the policy's own shocks lie between two. */
function gapsOf(book: Book, own: readonly number[]): { fall: number; gap: number }[] {
  const falls = [
    ...new Set([...Array.from({ length: largestFall + 1 }, (_, fall) => fall), ...own]),
  ].toSorted((a, b) => a - b)
  const { stressedGap = [] } = reckonStress(
    book,
    falls.map((collateralFall) => ({ of: '', attentionToNpl: 0, normalToNpl: 0, collateralFall })),
    0,
  )
  if ('value' in stressedGap) return []
  return stressedGap.flatMap(({ value }, at) =>
    value === null ? [] : [{ fall: falls[at] ?? 0, gap: value }],
  )
}
