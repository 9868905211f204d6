import type { ExplainedPart, Finding, Result } from '../check/index.ts'
import type { Policy } from '../policy/index.ts'
import { messages } from './messages.ts'
import { basisOf } from './selectFindings.ts'
import { waiverMessages } from './waiverMessages.ts'

const words = messages.explain

/** The findings meant by an id, or by rule and row (`CLS-002:12`), each with its tree; empty where there is none. */
export function printExplanation(result: Result, policy: Policy, wanted: string): string[] {
  return findingsOf(result, wanted).flatMap((finding) => {
    const rule = policy.rules.find((one) => one.id === finding.rule)
    const explanation = result.explain?.(finding)
    const { applies, when } = explanation ?? { applies: null, when: null }
    return [
      words.title(finding.rule, finding.case, rule?.nameZh ?? ''),
      words.place(finding.row, finding.key, finding.id),
      finding.message,
      ...(finding.waived ? [waiverMessages.waivedNote(finding.waived)] : []),
      words.basis(basisOf(finding.sources, policy)),
      ...(applies ? ['', words.applies, ...treeLines(applies)] : []),
      ...(when ? ['', words.when, ...treeLines(when)] : []),
      '',
    ]
  })
}

function findingsOf(result: Result, wanted: string): readonly Finding[] {
  const place = /^([A-Za-z]+-?\d+)[:：](\d+)$/.exec(wanted)
  if (place) {
    const [, rule = '', row = ''] = place
    return [...result.findings({ rule: rule.toUpperCase() })].filter((one) => one.row === Number(row))
  }
  for (const finding of result.findings()) if (finding.id === wanted) return [finding]
  return []
}

/** `└─` lines; a part that is only a literal or repeats its parent is not a line. */
function treeLines(part: ExplainedPart): string[] {
  return [line(part), ...childLines(part, '')]
}

function childLines(part: ExplainedPart, indent: string): string[] {
  const children = [...part.parts, ...(part.items ?? []).slice(0, words.mostItems)]
  const hidden = (part.items?.length ?? 0) - words.mostItems
  const lines = children.flatMap((child, at) => {
    const last = at === children.length - 1 && hidden <= 0
    return [
      `${indent}${last ? '└─ ' : '├─ '}${line(child)}`,
      ...childLines(child, `${indent}${last ? '   ' : '│  '}`),
    ]
  })
  return hidden > 0 ? [...lines, `${indent}└─ ${words.more(hidden)}`] : lines
}

function line(part: ExplainedPart): string {
  // a cell that holds yes or no is a value, not a condition that holds
  const isCell = part.parts.length === 0 && part.items === undefined
  return part.truth === undefined || isCell
    ? words.value(part.text, part.value)
    : words.truth(part.text, part.truth)
}
