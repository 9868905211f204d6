import { checkLedger, severities, type Finding, type Result, type RowPlace } from '../check/index.ts'
import { probeRule } from '../checklist/index.ts'
import type { Ledger } from '../ledger/index.ts'
import type { Policy, Severity } from '../policy/index.ts'
import { dueConditions } from './dueConditions.ts'
import { messages } from './messages.ts'
import type { DocumentKindId, DocumentOptions } from './types.ts'

/** Why documents are due for loans. */
export interface DueReasons {
  readonly of: (place: RowPlace) => readonly DueReason[]
}

export interface DueReason {
  readonly kind: DocumentKindId
  readonly because: string
  readonly sources: readonly string[]
}

/**
 * The conditions that are expressions are answered for all loans at once, by the engine that checks the ledger; those
 * that rest on findings by one pass over the findings that count.
 */
export function readDueReasons(ledger: Ledger, options: DocumentOptions): DueReasons {
  const probed = checkLedger(ledger, { ...options, policy: probePolicy(options.policy) })
  const messagesOf = new Map<string, Map<string, string>>()
  for (const { rule, table, tableRow, message } of probed.findings({ outcomes: ['hit'] })) {
    const place = `${table}:${tableRow}`
    const known = messagesOf.get(place) ?? new Map<string, string>()
    messagesOf.set(place, known.set(rule, message))
  }
  const found = findingsByPlace(options.result, options.noticeFrom ?? 'serious')
  return {
    of({ table, row }) {
      const place = `${table}:${row}`
      return dueConditions.flatMap(({ kind, by, says, sources }, at): readonly DueReason[] => {
        const because =
          'when' in by
            ? (messagesOf.get(place)?.get(probeName(at)) ?? null)
            : 'severity' in by
              ? countWords(found.grave.get(place) ?? 0, options.noticeFrom ?? 'serious')
              : by.rules.some((rule) => found.rules.get(rule)?.has(place))
                ? says
                : null
        return because === null ? [] : [{ kind, because, sources }]
      })
    },
  }
}

function countWords(count: number, from: Severity): string | null {
  return count > 0 ? messages.grave(count, messages.severity[from]) : null
}

interface FoundByPlace {
  /** How many findings grave enough a loan's row has, its rows in registers included. */
  readonly grave: ReadonlyMap<string, number>
  /** Rows with a finding of a rule. */
  readonly rules: ReadonlyMap<string, ReadonlySet<string>>
}

function findingsByPlace(result: Result, noticeFrom: Severity): FoundByPlace {
  const rowAt = result.tables.map(
    ({ table: { name, sheetRows } }) =>
      new Map(name === '借据' ? Array.from(sheetRows, (sheetRow, row) => [sheetRow, row]) : []),
  )
  const placesOf = ({ table, tableRow, alsoIn = [] }: Finding): readonly string[] => {
    if (result.tables[table]?.table.name === '借据') return [`${table}:${tableRow}`]
    return alsoIn.flatMap((also) => {
      const row = rowAt[also.table]?.get(also.row)
      return row === undefined ? [] : [`${also.table}:${row}`]
    })
  }
  const graveAt = new Map<string, number>()
  const grave = severities.slice(0, severities.indexOf(noticeFrom) + 1)
  for (const finding of result.findings({ severities: grave, outcomes: ['hit'], waived: false }))
    if (finding.kind !== 'due')
      for (const place of placesOf(finding)) graveAt.set(place, (graveAt.get(place) ?? 0) + 1)
  const wanted = new Set(dueConditions.flatMap(({ by }) => ('rules' in by ? by.rules : [])))
  const rules = new Map<string, ReadonlySet<string>>()
  for (const rule of wanted) {
    const places = new Set<string>()
    for (const finding of result.findings({ rule, outcomes: ['hit'], waived: false }))
      for (const place of placesOf(finding)) places.add(place)
    rules.set(rule, places)
  }
  return { grave: graveAt, rules }
}

const made = new WeakMap<Policy, Policy>()

function probePolicy(policy: Policy): Policy {
  const known = made.get(policy)
  if (known) return known
  const probes = {
    ...policy,
    rules: dueConditions.flatMap(({ by, says }, at) =>
      'when' in by ? [probeRule(probeName(at), { when: by.when, assumes }, says)] : [],
    ),
  }
  made.set(policy, probes)
  return probes
}

const probeName = (at: number): string => `文书/${at}`

/** A ledger that does not record letters and suits has none to show: the letter is proposed, a person decides. */
const assumes = {
  催收通知书日期: null,
  到期提示日期: null,
  起诉日期: null,
} as const
