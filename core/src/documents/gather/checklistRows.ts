import { formatIsoDay } from '../../calendar/index.ts'
import type { ArchiveList, AssessedItem, LoanChecklist, Score } from '../../checklist/index.ts'
import type { Policy, Source } from '../../policy/index.ts'
import { messages } from '../messages.ts'
import type { ListEntry } from '../types.ts'

export function checklistEntries({ items }: LoanChecklist): readonly ListEntry[] {
  return items.map((item, at) => ({
    序号: String(at + 1),
    内容: item.text,
    结果: messages.state[item.state],
    勾选: messages.tick[item.state],
    情况: saidOf(item),
    核实人: item.answer ? messages.answered(item.answer.by, item.answer.on) : '',
    期限: item.due === null ? '' : item.late ? messages.late(formatIsoDay(item.due)) : formatIsoDay(item.due),
  }))
}

/** What shows it, what a person wrote, what the check found; nothing for an item still open of which nothing is known. */
function saidOf({ state, evidence, known, answer, findings, uncertain, wants }: AssessedItem): string {
  return [
    evidence?.text ?? '',
    evidence === null && known.length > 0
      ? messages.known(known.map(({ name, text }) => `${name} ${text}`).join(messages.between))
      : '',
    answer?.note ?? '',
    ...findings.map(({ message }) => message),
    state === 'open' && uncertain ? messages.uncertain : '',
    state === 'open' && wants === 'text' ? messages.wantsText : '',
  ]
    .filter((part) => part !== '')
    .join(messages.sentence)
}

export function archiveEntries(
  { items }: ArchiveList,
  state: 'there' | 'missing' | 'unknown',
  policy: Policy,
): readonly ListEntry[] {
  const sources = new Map(policy.sources.map((source) => [source.id, source]))
  return items
    .filter((item) => item.state === state && item.answer?.verdict !== 'notApplicable')
    .filter((item) => item.need === 'required' || state !== 'unknown')
    .map((item, at) => ({
      序号: String(at + 1),
      资料: item.text,
      依据: item.sources.flatMap((id) => sourceWords(sources.get(id))).join(messages.sentence) || null,
    }))
}

function sourceWords(source: Source | undefined): readonly string[] {
  return source ? [`${source.title}${source.article ?? ''}${messages.status[source.status]}`] : []
}

export function scoreEntries({ criteria }: Score): readonly ListEntry[] {
  return criteria.map(({ criterion, mark, proposed }, at) => ({
    序号: String(at + 1),
    组别: criterion.group,
    内容: criterion.text,
    满分: String(criterion.points),
    选项: (criterion.options ?? [])
      .map(({ text, deduct }) => messages.choice(messages.option(text, deduct)))
      .join('　'),
    建议: proposed ? messages.proposed(proposed.option.text, proposed.evidence) : '',
    // given by the person who was there: a blank that is meant
    得分: mark === null ? messages.blank : String(mark),
  }))
}
