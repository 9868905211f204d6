import type { Policy, PolicyNote, Rule } from '../../policy/index.ts'
import { severities } from '../severities.ts'
import type { PolicyChange } from './applyPack.ts'
import { compareParameters, showParameter } from './layerParameter.ts'
import { packWords as words } from './packWords.ts'
import { parameterUses } from './parameterUses.ts'

/**
 * Where a floor set by law finds less than it did before any pack: compared from end to end, so that no order of layers
 * can hide it. Every result shows these.
 */
export function findFloorNotes(
  base: Policy,
  policy: Policy,
  changes: readonly PolicyChange[],
): readonly PolicyNote[] {
  const rules = new Map(policy.rules.map((rule) => [rule.id, rule]))
  const floors = floorsOf(base)
  return [
    ...floors.flatMap((floor) => ruleNotes(floor, rules.get(floor.id), changes)),
    ...parameterNotes({ ...base, rules: floors }, policy, changes),
  ]
}

/** The rules that are floors, with the cases that rest on law: a case of the bank's own in such a rule is the bank's to change. */
function floorsOf(base: Policy): readonly Rule[] {
  const banks = new Set(base.sources.filter(({ status }) => status === 'bank').map(({ id }) => id))
  return base.rules
    .filter((rule) => rule.legalFloor)
    .map((rule) => ({
      ...rule,
      cases: rule.cases.filter((one) => one.sources.some((source) => !banks.has(source))),
    }))
}

function ruleNotes(
  floor: Rule,
  now: Rule | undefined,
  changes: readonly PolicyChange[],
): readonly PolicyNote[] {
  return floor.cases.flatMap((before): PolicyNote[] => {
    const after = now?.cases.find((one) => one.id === before.id)
    const name = words.caseOf(floor.id, floor.nameZh, before.id)
    if (!after) {
      if (!now && before !== floor.cases[0]) return []
      const subject = now ? name : words.caseOf(floor.id, floor.nameZh, undefined)
      const layer = originOf(changes, 'switchedOff', [floor.id, `${floor.id}.${before.id}`])
      return [{ code: 'floorWeakened', message: words.noteFloorOff(subject, layer), rule: floor.id }]
    }
    if (before.kind === 'due') return []
    if (severities.indexOf(after.severity) <= severities.indexOf(before.severity)) return []
    const layer = originOf(changes, 'severity', [floor.id, `${floor.id}.${before.id}`])
    const [from, to] = [words.severity(before.severity), words.severity(after.severity)]
    return [
      { code: 'floorWeakened', message: words.noteFloorSeverity(name, from, to, layer), rule: floor.id },
    ]
  })
}

function parameterNotes(
  base: Policy,
  policy: Policy,
  changes: readonly PolicyChange[],
): readonly PolicyNote[] {
  const now = new Map(policy.parameters.map((parameter) => [parameter.id, parameter]))
  const changed = base.parameters.filter((parameter) => now.get(parameter.id) !== parameter)
  if (changed.length === 0) return []
  const uses = parameterUses(base)
  return changed.flatMap((before) => {
    const after = now.get(before.id)
    const byRule = [...(uses.get(before.name)?.byRule ?? [])]
    return byRule.flatMap(([rule, direction]): PolicyNote[] => {
      if (!after) return []
      const step = compareParameters(before, after, direction)
      if (step !== 'looser' && step !== 'unknown') return []
      const say = step === 'looser' ? words.noteFloorParameter : words.noteFloorUnknown
      const name = words.caseOf(rule.id, rule.nameZh, undefined)
      const layer = originOf(changes, 'parameter', [before.name])
      const message = say(name, before.name, showParameter(before), showParameter(after), layer)
      return [{ code: 'floorWeakened', message, rule: rule.id }]
    })
  })
}

/** The last layer that touched it. */
function originOf(
  changes: readonly PolicyChange[],
  part: PolicyChange['part'],
  ids: readonly string[],
): string {
  const last = changes.findLast((change) => change.taken && change.part === part && ids.includes(change.id))
  return last ? words.layerTitle(last.origin.title, last.origin.version, last.origin.level) : ''
}
