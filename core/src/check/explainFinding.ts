import {
  explain,
  type Explanation,
  type FeelValue,
  formatValue,
  type Frame,
  type TypedExpression,
} from '../feel/index.ts'
import type { CheckedTable } from './listFindings.ts'
import { mask, maskWithin } from './mask.ts'
import { messages } from './messages.ts'
import type { PolicyIndex } from './policyIndex.ts'
import type { ExplainedPart, Finding, FindingExplanation } from './types.ts'
import type { World, WorldTable } from './world.ts'

/** How a finding came about: each condition of its case, part by part, with what every part came to on its row. */
export function explainFinding(
  world: World,
  checked: readonly CheckedTable[],
  finding: Finding,
): FindingExplanation | null {
  const one = checked.find(({ table }) => table.combined.parts.some((part) => part.index === finding.table))
  const part = one?.table.combined.parts.find((candidate) => candidate.index === finding.table)
  const run = one?.runs.find(
    ({ compiled }) => compiled.rule.id === finding.rule && compiled.case.id === finding.case,
  )
  if (!one || !part || !run || finding.tableRow < 0) return null
  const row = part.start + finding.tableRow
  const frame = seenFrom(one.table, row)
  const tree = (expression: TypedExpression | null): ExplainedPart | null =>
    expression && describe(explain(expression, frame, row), world.index)
  return { applies: tree(run.compiled.applies), when: tree(run.compiled.when) }
}

/** A list that cannot be looked up is unknown here as it was when the row was judged. */
function seenFrom(table: WorldTable, row: number): Frame {
  const { frame } = table
  return {
    ...frame,
    relation: (name) => (table.links(name)?.unlinked?.[row] === 1 ? undefined : frame.relation(name)),
  }
}

function describe(part: Explanation, index: PolicyIndex): ExplainedPart {
  const name = part.said.split('.').at(-1) ?? part.said
  const privacy = index.fieldByName.get(name)?.privacy
  return {
    text: part.said,
    ...(part.truth === undefined ? {} : { truth: part.truth }),
    value: shown(part.value, (text) => (privacy ? mask(text, privacy) : maskWithin(text))),
    parts: partsShown(part).map((one) => describe(one, index)),
    ...(part.items ? { items: part.items.map((one) => describe(one, index)) } : {}),
  }
}

/** A test against a literal says nothing that its comparison does not: only what it reads is shown, and once. */
function partsShown(part: Explanation): readonly Explanation[] {
  const parts = part.parts.flatMap((one) => (/^(?:["<>=]|\d)/.test(one.text) ? partsShown(one) : [one]))
  return parts.filter((one, at) => parts.findIndex((other) => other.text === one.text) === at)
}

function shown(value: FeelValue, masked: (text: string) => string): string {
  if (value === null) return messages.blank
  if (typeof value === 'boolean') return value ? messages.yes : messages.no
  if (typeof value === 'number') return String(Number(value.toPrecision(12)))
  return masked(formatValue(value))
}
