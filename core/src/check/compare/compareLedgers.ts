import { formatIsoDay } from '../../calendar/index.ts'
import type { Ledger } from '../../ledger/index.ts'
import type { Policy } from '../../policy/index.ts'
import { checkLedger } from '../check.ts'
import { computeIndicators } from '../indicators/computeIndicators.ts'
import type { FileNote, Result } from '../types.ts'
import { countChanges, fieldChanges, fieldPairs } from './changedFields.ts'
import { comparedSide, type ComparedSide } from './comparedSide.ts'
import { compareFindings } from './compareFindings.ts'
import { listMoves, migrationMatrix, movesByGroup } from './countMoves.ts'
import { absent, matchLoans, unclear } from './matchLoans.ts'
import { compareMessages as words } from './messages.ts'
import type { FindingChange, LedgerComparison, LoanChange, LoanPlace } from './types.ts'

/**
 * Two months of one book under the same policy: which loan is which, how they moved between the tiers, which cells
 * and which findings changed. Amounts in 元. Nothing in either ledger is changed.
 */
export function compareLedgers(previous: Ledger, current: Ledger, policy: Policy): LedgerComparison {
  const resultBefore = checkLedger(previous, { policy })
  const resultNow = checkLedger(current, { policy, previous })
  const [before, now] = [comparedSide(resultBefore, policy), comparedSide(resultNow, policy)]
  const match = matchLoans(before.keyed, now.keyed)
  const moves = listMoves(before.book, now.book, match)
  const pairs = before.loans && now.loans ? fieldPairs(before.loans, now.loans, policy) : []
  const findings = compareFindings(before, now, match, policy)
  const rollRates = computeIndicators(resultNow, policy, { previous: resultBefore }).find(
    ({ id }) => id === 'PF-11',
  )
  if (!rollRates) throw new Error('the policy has the indicator PF-11')
  const loans = {
    before: match.now.length,
    now: match.before.length,
    matched: match.now.filter((row) => row >= 0).length,
    appeared: match.before.filter((row) => row === absent).length,
    gone: match.now.filter((row) => row === absent).length,
    unmatchedBefore: match.now.filter((row) => row === unclear).length,
    unmatchedNow: match.before.filter((row) => row === unclear).length,
  }
  const places = function* (side: ComparedSide, rows: Int32Array, state: number): Generator<LoanPlace> {
    for (const [row, partner] of rows.entries()) if (partner === state) yield side.placeOf(row)
  }
  return {
    before: resultBefore,
    now: resultNow,
    loans,
    matrix: migrationMatrix(moves),
    rollRates,
    byOrg: movesByGroup(moves, ({ org }) => org, countBy(findings.changes, 'org')),
    byManager: movesByGroup(moves, ({ manager }) => manager, countBy(findings.changes, 'manager')),
    fields: countChanges(pairs, match),
    findings,
    notes: notesOn(before, now, loans),
    appeared: () => places(now, match.before, absent),
    gone: () => places(before, match.now, absent),
    unmatched: () => ({
      before: [...places(before, match.now, unclear)],
      now: [...places(now, match.before, unclear)],
    }),
    *changes(): Generator<LoanChange> {
      for (const [row, rowNow] of match.now.entries()) {
        const fields = rowNow < 0 ? [] : fieldChanges(pairs, row, rowNow)
        if (fields.length > 0) yield { before: before.placeOf(row), now: now.placeOf(rowNow), fields }
      }
    },
  }
}

function countBy(
  changes: readonly FindingChange[],
  owner: 'org' | 'manager',
): ReadonlyMap<string, { readonly fresh: number; readonly cured: number }> {
  const counts = new Map<string, { fresh: number; cured: number }>()
  for (const change of changes) {
    if (change.move !== 'new' && change.move !== 'cured') continue
    const count = counts.get(change[owner]) ?? { fresh: 0, cured: 0 }
    counts.set(change[owner], count)
    if (change.move === 'new') count.fresh += 1
    else count.cured += 1
  }
  return counts
}

function notesOn(
  before: ComparedSide,
  now: ComparedSide,
  { unmatchedBefore, unmatchedNow }: LedgerComparison['loans'],
): readonly FileNote[] {
  const notes: FileNote[] = []
  const say = (code: string, message: string): void => void notes.push({ code, message })
  const [dayBefore, dayNow] = [before.result.asOf, now.result.asOf]
  if (dayBefore === null) say('noAsOf', words.noDay(words.before))
  if (dayNow === null) say('noAsOf', words.noDay(words.now))
  if (dayBefore !== null && dayNow !== null && dayBefore >= dayNow) {
    say('order', words.order(formatIsoDay(dayBefore), formatIsoDay(dayNow)))
  }
  if (!hasCommonKey(before, now)) say('noKey', words.noKey)
  else if (unmatchedBefore + unmatchedNow > 0) {
    say('unmatched', words.unmatched(unmatchedBefore, unmatchedNow))
  }
  const [foreign, foreignNow] = [before.book.otherCurrency, now.book.otherCurrency]
  if (foreign + foreignNow > 0) say('otherCurrency', words.otherCurrency(foreign, foreignNow))
  return [...notes, ...fileNotes(now.result)]
}

/** What this comparison says itself. */
const saidHere: ReadonlySet<string> = new Set(['noAsOf', 'order', 'unmatched'])

function fileNotes({ notes }: Result): readonly FileNote[] {
  return notes.filter(({ code }) => !saidHere.has(code))
}

function hasCommonKey(before: ComparedSide, now: ComparedSide): boolean {
  return ['loanNo', 'contractNo', 'accountNo', 'customerName'].some(
    (field) => before.keyed.column(field) && now.keyed.column(field),
  )
}
