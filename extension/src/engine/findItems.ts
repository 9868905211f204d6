import type { Finding } from '@postloan/core/check'
import { maskWithin } from '@postloan/core/check'
import type { Policy, Rule } from '@postloan/core/policy'

import type { MarkLevel } from '../protocol/index.ts'
import type { PlacedField } from './joinFrames.ts'
import { placeOf, shortWords, words } from './messages.ts'
import type { ReadPage } from './readPage.ts'
import type { Difference, KnownField, PageItem } from './types.ts'

const order: readonly MarkLevel[] = ['serious', 'warning', 'attention', 'notice', 'ledger', 'incomplete']

const longestName = 7

/** Worst first; what stands on the page before what does not. */
export function byLevel(a: PageItem, b: PageItem): number {
  return order.indexOf(a.level) - order.indexOf(b.level) || Number(a.at === null) - Number(b.at === null)
}

/** Fields that the page or its map asks for and that are empty. Read-only ones are the bank's own affair. */
export function missingItems(fields: readonly KnownField[], read: ReadPage): readonly PageItem[] {
  return fields.flatMap((known): PageItem[] => {
    const { field } = known
    if (!known.required || field.value !== '' || !field.editable) return []
    const condition = read.mapped.get(known.id)?.required
    return [
      {
        id: `missing:${known.id}`,
        kind: 'missing',
        level: 'warning',
        label: field.label,
        words: words.missing,
        text: words.missingText(
          field.label,
          typeof condition === 'string' ? words.missingRule(condition) : '',
        ),
        at: { frameId: known.frameId, document: known.document, target: { field: field.key } },
        hidden: field.hidden === true,
      },
    ]
  })
}

/** What the rules say of the record, each on the field that shows the fault. What is due is for the work list. */
export function findingItems(
  findings: readonly Finding[],
  read: ReadPage,
  policy: Policy,
): readonly PageItem[] {
  return findings.flatMap((finding): PageItem[] => {
    if (finding.kind === 'due' || finding.outcome === 'ruleError' || finding.waived) return []
    const grid = read.gridOf.get(finding.table)
    const rule = policy.rules.find(({ id }) => id === finding.rule)
    const short = shortWords[`${finding.rule}.${finding.case}`] ?? shortWords[finding.rule] ?? shortName(rule)
    const base = { id: finding.id, finding: finding.id, text: finding.message }
    if (finding.outcome === 'incomplete') {
      const placed = grid ? undefined : blankField(finding, read)
      if (!placed) return []
      return [
        {
          ...base,
          kind: 'incomplete',
          level: 'incomplete',
          label: placed.field.label,
          words: words.incomplete,
          at: spot(placed),
          hidden: placed.field.hidden === true,
        },
      ]
    }
    if (grid) {
      const row = finding.row - 2
      return [
        {
          ...base,
          kind: 'row',
          level: finding.severity,
          label: words.row(row + 1),
          words: short ?? words.level[finding.severity],
          at: { frameId: grid.frameId, document: grid.document, target: { grid: grid.grid.key, row } },
          hidden: false,
        },
      ]
    }
    const placed = faultyField(finding, read)
    return [
      {
        ...base,
        kind: 'finding',
        level: finding.severity,
        label: placed?.field.label ?? rule?.nameZh ?? finding.rule,
        words: short ?? words.level[finding.severity],
        at: placed ? spot(placed) : null,
        hidden: placed?.field.hidden === true,
      },
    ]
  })
}

/** Differences to the ledger; the page is told that there is one, never what the ledger says. */
export function differenceItems(differences: readonly Difference[], read: ReadPage): readonly PageItem[] {
  const fields = read.fieldsOf.get(read.record)
  return differences.map(({ field, name }): PageItem => {
    const placed = fields?.get(field)
    return {
      id: `ledger:${field}`,
      kind: 'ledger',
      level: 'ledger',
      label: placed?.field.label ?? name,
      words: words.ledger,
      text: words.ledgerText(name),
      at: placed ? spot(placed) : null,
      hidden: placed?.field.hidden === true,
    }
  })
}

/** A rule's own name says more than its level, where it fits beside a control. */
function shortName(rule: Rule | undefined): string | undefined {
  return rule && rule.nameZh.length <= longestName ? rule.nameZh : undefined
}

function spot(placed: PlacedField): PageItem['at'] {
  return { frameId: placed.frameId, document: placed.document, target: { field: placed.field.key } }
}

/** The first field of the page that shows the fault; one that may be filled in before one that may not. */
function faultyField(finding: Finding, read: ReadPage): PlacedField | undefined {
  const own = read.fieldsOf.get(finding.table)
  const at = (keys: readonly string[]): PlacedField | undefined => {
    const placed = keys.flatMap((key) => own?.get(key) ?? [])
    return placed.find(({ field }) => field.editable) ?? placed[0]
  }
  const usual = Object.entries(placeOf).find(([rule]) => finding.rule.startsWith(rule))?.[1]
  const rests = usual !== undefined && finding.fields.includes(usual) ? at([usual]) : undefined
  return rests ?? at(finding.at ?? []) ?? at(finding.fields)
}

/** The list as it is shown: each thing said once, worst first, with no number of a person in it. */
export function sortItems(items: readonly PageItem[]): readonly PageItem[] {
  return withoutEchoes(items)
    .toSorted(byLevel)
    .map((item) => ({ ...item, label: maskWithin(item.label), text: maskWithin(item.text) }))
}

/**
 * One thing is said once: where a field is empty and has to be filled in, that a rule wants it too, or cannot decide
 * without it, adds nothing. The graver of the two levels stays.
 */
function withoutEchoes(items: readonly PageItem[]): readonly PageItem[] {
  const spotOf = (item: PageItem): string => JSON.stringify(item.at)
  const missing = new Set(items.filter(({ kind }) => kind === 'missing').map(spotOf))
  const levels = new Map<string, MarkLevel>()
  const kept = items.filter((item) => {
    const spotted = spotOf(item)
    if (item.kind === 'missing' || item.at === null || !missing.has(spotted)) return true
    if (item.kind === 'finding' && item.words !== words.missing) return true
    if (item.kind === 'finding' && item.level === 'serious') levels.set(spotted, item.level)
    return false
  })
  return kept.map((item) => {
    const level = item.kind === 'missing' ? levels.get(spotOf(item)) : undefined
    return level ? { ...item, level } : item
  })
}

/** What could not be decided is marked only where somebody can decide it: at an empty field that can be filled in. */
function blankField(finding: Finding, read: ReadPage): PlacedField | undefined {
  const own = read.fieldsOf.get(finding.table)
  return finding.fields
    .flatMap((key) => own?.get(key) ?? [])
    .find(({ field }) => field.value === '' && field.editable && field.required !== 'sometimes')
}
