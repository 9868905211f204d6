import type { ArchivePaper, ChecklistItem, Checklists, Condition } from '../policy/checklists/index.ts'
import type { Policy, Rule } from '../policy/index.ts'
import { probeRule } from './probeRule.ts'

/**
 * The conditions of checklists as rules, so that the engine that checks the ledger answers them too: hit is true, pass
 * is false, all else cannot be told. Their names never meet a real rule's.
 */
export const probeId = {
  loanType: (id: string) => `类型/${id}`,
  stage: (id: string, trigger: number) => `阶段/${id}/${trigger}`,
  stageDue: (id: string) => `阶段期限/${id}`,
  applies: (item: string) => `适用/${item}`,
  proof: (item: string) => `证明/${item}`,
  due: (item: string) => `期限/${item}`,
  archiveNeeded: (id: string) => `档案适用/${id}`,
  archiveEarly: (id: string) => `档案未到时/${id}`,
  archiveThere: (id: string, where: ArchivePlace) => `档案已有/${id}/${where}`,
  archiveMissing: (id: string, where: ArchivePlace) => `档案缺失/${id}/${where}`,
  work: (id: string) => `工作/${id}`,
  score: (card: string, criterion: string, option: number) => `评分/${card}/${criterion}/${option}`,
} as const

export type ArchivePlace = 'row' | 'register'

const made = new WeakMap<Policy, WeakMap<Checklists, Policy>>()

/** The policy with the checklists' conditions in the place of its rules; the same one each time, so it is compiled once. */
export function probePolicy(policy: Policy, checklists: Checklists): Policy {
  const byLists = made.get(policy) ?? new WeakMap<Checklists, Policy>()
  made.set(policy, byLists)
  const before = byLists.get(checklists)
  if (before) return before
  const probes = { ...policy, rules: probeRules(checklists) }
  byLists.set(checklists, probes)
  return probes
}

export function probeRules(lists: Checklists): readonly Rule[] {
  return [
    ...lists.loanTypes.map((list) => probeRule(probeId.loanType(list.id), list.applies)),
    ...lists.stages.flatMap((stage) => [
      ...stage.triggers.map((trigger, at) => probeRule(probeId.stage(stage.id, at), trigger, trigger.says)),
      ...(stage.due ? [dayProbe(probeId.stageDue(stage.id), stage.due)] : []),
    ]),
    ...lists.items.flatMap(itemProbes),
    ...lists.archive.flatMap(archiveProbes),
    ...lists.work.flatMap((work) => (work.loans ? [probeRule(probeId.work(work.id), work.loans)] : [])),
    ...lists.scorecards.flatMap((card) =>
      card.criteria.flatMap((criterion) =>
        (criterion.options ?? []).flatMap((option, at) =>
          option.when === undefined
            ? []
            : [probeRule(probeId.score(card.id, criterion.id, at), { when: option.when })],
        ),
      ),
    ),
  ]
}

function itemProbes(item: ChecklistItem): readonly Rule[] {
  return [
    ...(item.applies === undefined ? [] : [probeRule(probeId.applies(item.id), { when: item.applies })]),
    ...(item.proof === undefined ? [] : [probeRule(probeId.proof(item.id), { when: item.proof }, item.says)]),
    ...(item.due === undefined ? [] : [dayProbe(probeId.due(item.id), { when: item.due })]),
  ]
}

function archiveProbes({ id, words, when, afterDays }: ArchivePaper): readonly Rule[] {
  const named = (list: string): string => `matches(${list}, "${words}")`
  const isList = (list: string): string => `count(split(${list}, "[、,，;；\\s]+")) >= ${fewestPapers}`
  // a list that does not name it lacks it; a blank cell and a remark are no list
  const thereIn = (there: string, list: string): string =>
    `if ${there} then true else if ${list} then false else null`
  const anyRow = (test: string): string => `(some a in 档案 satisfies ${test})`
  return [
    ...(when === undefined ? [] : [probeRule(probeId.archiveNeeded(id), { when })]),
    ...(afterDays > 0
      ? [probeRule(probeId.archiveEarly(id), { when: `放款日期 >= add days(基准日, -${afterDays})` })]
      : []),
    probeRule(probeId.archiveThere(id, 'row'), {
      when: thereIn(named('档案资料清单'), isList('档案资料清单')),
    }),
    probeRule(probeId.archiveThere(id, 'register'), {
      when: thereIn(anyRow(named('a.档案资料清单')), anyRow(isList('a.档案资料清单'))),
    }),
    probeRule(probeId.archiveMissing(id, 'row'), { when: named('缺失资料') }),
    probeRule(probeId.archiveMissing(id, 'register'), { when: anyRow(named('a.缺失资料')) }),
  ]
}

/** Fewer papers than this are no list but a remark (齐全, 已移交), as for ARC-002. */
const fewestPapers = 3

/** A condition that is a day: true where there is one, with the day itself. */
function dayProbe(id: string, { when, assumes }: Condition): Rule {
  return probeRule(id, { when: `(${when}) != null`, ...(assumes ? { assumes } : {}) }, '', when)
}
