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
import { parametersName } from './tableScope.ts'
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
    ...standing(part, index),
    parts: partsShown(part).map((one) => describe(one, index)),
    ...(part.items ? { items: part.items.map((one) => describe(one, index)) } : {}),
  }
}

/** Unit of a field or parameter that stands alone, and how well a parameter's value is founded. */
function standing(part: Explanation, index: PolicyIndex): Pick<ExplainedPart, 'unit' | 'sourceStatus'> {
  const [prefix, name = ''] = part.said.split('.')
  const parameter = prefix === parametersName ? index.parameterByName.get(name) : undefined
  const field = parameter ? undefined : index.fieldByName.get(part.said)
  const unit = parameter?.unit ?? field?.unit ?? (field?.type === 'money' ? messages.yuan : undefined)
  const value = parameter?.values.find((one) => one.value === part.value)
  const status = value && index.sourceById.get(value.source)?.status
  return { ...(unit ? { unit } : {}), ...(status ? { sourceStatus: status } : {}) }
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
  if (isRecords(value)) return messages.records(value.length)
  return masked(formatValue(value))
}

/** Related rows as such: how many there are says more than what they hold. */
function isRecords(value: FeelValue): value is readonly FeelValue[] {
  return (
    Array.isArray(value) &&
    value.every((one: FeelValue) => typeof one === 'object' && one !== null && Object.keys(one).length === 0)
  )
}
