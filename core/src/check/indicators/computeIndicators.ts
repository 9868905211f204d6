import {
  indicators,
  type Indicator,
  type IndicatorPartRule,
  type Policy,
  type SourceStatus,
} from '../../policy/index.ts'
import { combineTables } from '../combineTables.ts'
import { matchLoans } from '../compare/matchLoans.ts'
import type { KeyedTable } from '../linkRows.ts'
import { parameterOn } from '../resolveParameter.ts'
import type { Result } from '../types.ts'
import { numbersOfPolicy } from '../worklist.ts'
import { indicatorMessages as words } from './messages.ts'
import { cannotTell } from './ratio.ts'
import { readBook } from './readBook.ts'
import { reckonMoves } from './reckonMoves.ts'
import { reckonQuality } from './reckonQuality.ts'
import { reckonSpread } from './reckonSpread.ts'
import { reckonStress, type Shock } from './reckonStress.ts'
import { reckonWork } from './reckonWork.ts'
import type { IndicatorPart, IndicatorValue, Reckoned, Reckoning } from './types.ts'

export interface IndicatorOptions {
  /** A checked ledger of an earlier day; without it what compares two days is null. */
  readonly previous?: Result
  /** PF-16, from the scored inspection: 0…100. */
  readonly inspectionScore?: number
}

/**
 * PF-01 … PF-16 over a checked ledger. Amounts in 元, shares in %; a figure that cannot be told is null and says why,
 * one that is only a bound says so. It sees this ledger only: one branch's figures are not the bank's.
 */
export function computeIndicators(
  result: Result,
  policy: Policy,
  options: IndicatorOptions = {},
): readonly IndicatorValue[] {
  const setting = numbersOfPolicy(policy, result.asOf)
  const book = readBook(result)
  const previous = options.previous
    ? {
        book: readBook(options.previous),
        match: matchLoans(loansOf(options.previous), loansOf(result)),
      }
    : null
  const base = policy.parameters.find(({ id }) => id === 'overdueBase')
  const reckoning: Reckoning = {
    ...reckonQuality(book, {
      byCount: base !== undefined && parameterOn(base, result.asOf)?.value === '户数',
      badFrom: setting('substandardDays', 90),
    }),
    ...reckonMoves(book, previous, { asOf: result.asOf, before: options.previous?.asOf ?? null }),
    ...reckonWork(result, policy, book),
    ...reckonSpread(result, book),
    ...reckonStress(book, shocksOf(setting), setting('provisionSubstandard', 25)),
    inspectionScore:
      options.inspectionScore === undefined ? cannotTell(words.noScore) : { value: options.inspectionScore },
  }
  const values = indicators.map((indicator) => valueOf(indicator, reckoning, policy, setting))
  return values.map((value) =>
    value.id === 'PF-15' ? { ...value, parts: value.parts.map((part) => scored(part, values)) } : value,
  )
}

function loansOf({ tables }: Result): KeyedTable {
  const loans = combineTables(tables.map(({ table }) => table)).get('借据')?.table
  return { rowCount: loans?.rowCount ?? 0, column: (field) => loans?.columns.get(field) }
}

/** The shocks that a policy sets for PF-14, mild to severe, and what substandard loans need in %. */
export function shocksOfPolicy(
  policy: Policy,
  asOf: number | null,
): { readonly shocks: readonly Shock[]; readonly provision: number } {
  const setting = numbersOfPolicy(policy, asOf)
  return { shocks: shocksOf(setting), provision: setting('provisionSubstandard', 25) }
}

type Setting = (id: string, otherwise: number) => number

function shocksOf(setting: Setting): readonly Shock[] {
  return (['Mild', 'Medium', 'Severe'] as const).map((size, at) => ({
    of: words.scenarios[at] ?? size,
    attentionToNpl: setting(`stress${size}Attention`, 0),
    normalToNpl: setting(`stress${size}Normal`, 0),
    collateralFall: setting(`stress${size}Collateral`, 0),
  }))
}

function valueOf(
  indicator: Indicator,
  reckoning: Reckoning,
  policy: Policy,
  setting: Setting,
): IndicatorValue {
  const { id, name, sources, note } = indicator
  return {
    id,
    name,
    sources,
    sourceStatus: weakest(sources, policy),
    ...(note === undefined ? {} : { note }),
    parts: indicator.parts.flatMap((rule) => {
      const found = reckoning[rule.id] ?? cannotTell(words.noRecord)
      return ('value' in found ? [found] : found).map((one) => partOf(rule, one, setting))
    }),
  }
}

function partOf(rule: IndicatorPartRule, found: Reckoned, setting: Setting): IndicatorPart {
  const { id, name, formula, unit, better } = rule
  const target = rule.target === undefined ? Number.NaN : setting(rule.target, Number.NaN)
  return {
    id,
    name,
    formula,
    unit,
    ...found,
    numerator: found.numerator ?? null,
    denominator: found.denominator ?? null,
    ...(Number.isNaN(target) ? {} : { target, meets: meets(found, target, better === 'lower') }),
  }
}

/** A bound decides only on the side it lies: "at least 3 %" breaks a ceiling of 2 %, and proves no ceiling kept. */
function meets({ value, bound }: Reckoned, target: number, lower: boolean): boolean | null {
  if (value === null) return null
  const kept = lower ? value <= target : value >= target
  if (bound === undefined) return kept
  const certain = kept === ((bound === 'atLeast') !== lower)
  return certain ? kept : null
}

const strength: readonly SourceStatus[] = ['verified', 'secondary', 'unverified', 'bank']

function weakest(ids: readonly string[], policy: Policy): SourceStatus {
  const found = ids.map((id) => policy.sources.find((source) => source.id === id)?.status ?? 'bank')
  return strength[Math.max(...found.map((status) => strength.indexOf(status)))] ?? 'bank'
}

/** Part id, its weight in %, and whether less is better (PF-15). */
const weights: readonly (readonly [string, number, boolean])[] = [
  ['nplRatio', 30, true],
  ['overdueRecovery', 30, false],
  ['satisfaction', 20, false],
  ['archiveComplete', 20, false],
]

/** The score of a year's work, 0…100: full at the target, nothing at twice the ceiling, in proportion below a floor. */
function scored(part: IndicatorPart, values: readonly IndicatorValue[]): IndicatorPart {
  const parts = values.flatMap((value) => value.parts)
  const found = weights.map(([id, weight, lower]) => {
    const one = parts.find((candidate) => candidate.id === id)
    return { one, weight, lower }
  })
  const missing = found.filter(({ one }) => one?.value == null || one.target === undefined)
  if (missing.length > 0) {
    return { ...part, value: null, because: words.missingParts(missing.map(({ one }) => one?.name ?? '')) }
  }
  const score = found.reduce((sum, { one, weight, lower }) => {
    const reached = (one?.value ?? 0) / (one?.target ?? 1)
    return sum + weight * Math.min(1, Math.max(0, lower ? 2 - reached : reached))
  }, 0)
  const { because: _, ...rest } = part
  return { ...rest, value: score }
}
