import type { StressBase, StressShock } from './types.ts'

/** What a scenario comes to: ratios in %, amounts in 元. */
export interface StressOutcome {
  readonly nplNow: number
  readonly nplRatio: number
  readonly newNpl: number
  readonly extraProvision: number
  /** Null where the book tells nothing of collateral. */
  readonly gap: number | null
}

/**
 * PF-14 for any shock. The page carries this very function as text and runs it when a slider moves, so it uses nothing
 * outside itself. Between two falls of collateral that were reckoned it goes in a straight line.
 */
export function stressOf(base: StressBase, shock: StressShock): StressOutcome {
  const newNpl = (base.attention * shock.attentionToNpl + base.normal * shock.normalToNpl) / 100
  let gap: number | null = null
  for (let at = 0; at < base.gaps.length; at += 1) {
    const here = base.gaps[at]
    const next = base.gaps[at + 1]
    if (!here || here.fall > shock.collateralFall) break
    gap = here.gap
    if (next && next.fall > shock.collateralFall) {
      gap += ((next.gap - here.gap) * (shock.collateralFall - here.fall)) / (next.fall - here.fall)
    }
  }
  return {
    nplNow: (base.npl / base.total) * 100,
    nplRatio: ((base.npl + newNpl) / base.total) * 100,
    newNpl,
    extraProvision: (newNpl * shock.provision) / 100,
    gap,
  }
}
