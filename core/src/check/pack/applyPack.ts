import type {
  Field,
  Parameter,
  Policy,
  PolicyLayer,
  PolicyNote,
  Rule,
  RuleCase,
  Severity,
} from '../../policy/index.ts'
import type { Pack } from '../../policy/pack/index.ts'
import { severities } from '../severities.ts'
import { findFloorNotes } from './floorNotes.ts'
import { compareParameters, layerParameter, showParameter } from './layerParameter.ts'
import { ownField, ownRule, PackSources, severityOf } from './ownRule.ts'
import { packWords as words } from './packWords.ts'
import { parameterUses } from './parameterUses.ts'

/** A pack that was read, with who signed it; null where nobody did. Whether the key is trusted was asked before. */
export interface PackLayer {
  readonly pack: Pack
  readonly signedBy: PolicyLayer['signedBy']
}

export interface PolicyChange {
  readonly part: keyof typeof words.part
  /** What is changed, as ids: a parameter's name, `INS-003`, `INS-003.a`. */
  readonly id: string
  /** For people. */
  readonly subject: string
  readonly before: string
  readonly after: string
  readonly direction: keyof typeof words.direction
  readonly reason?: string
  /** The layer it comes from. */
  readonly origin: PolicyLayer
  /** False: the layer is not signed and this does not tighten. */
  readonly taken: boolean
}

export interface AppliedPolicy {
  readonly policy: Policy
  readonly changes: readonly PolicyChange[]
}

/**
 * Lays packs over a policy: head office before branch, else in the order given. A signed pack may do anything, an
 * unsigned one only what finds more. Names that mean nothing are passed over: linting comes first. The policy that
 * comes out says in its notes what every result has to say.
 */
export function applyPacks(base: Policy, layers: readonly PackLayer[]): AppliedPolicy {
  if (layers.length === 0) return { policy: base, changes: [] }
  const ordered = [
    ...layers.filter(({ pack }) => pack.level === '总行'),
    ...layers.filter(({ pack }) => pack.level === '分行'),
  ]
  let policy = base
  const changes: PolicyChange[] = []
  for (const layer of ordered) {
    const applied = applyPack(policy, layer)
    policy = applied.policy
    changes.push(...applied.changes)
  }
  return { policy: { ...policy, notes: notesOf(base, policy, changes) }, changes }
}

function applyPack(base: Policy, { pack, signedBy }: PackLayer): AppliedPolicy {
  const { id, title, version, issuer, level } = pack
  const origin: PolicyLayer = { id, title, version, issuer, level, signedBy }
  const sources = new PackSources(pack)
  const changes: PolicyChange[] = []
  /** Notes the change; true where it is to be made. */
  const take = (change: Omit<PolicyChange, 'origin' | 'taken'>): boolean => {
    const taken = signedBy !== null || !['looser', 'unknown'].includes(change.direction)
    changes.push({ ...change, origin, taken })
    return taken
  }
  let policy: Policy = {
    ...base,
    id: `${base.id}+${id}`,
    version: `${base.version}+${version}`,
    layers: [...(base.layers ?? []), origin],
  }
  policy = withParameters(policy, base, pack, sources, take)
  policy = withFields(policy, pack, take)
  policy = withRules(policy, pack, sources, take)
  for (const { id: list, name } of pack.checklists ?? []) take(added('checklist', list, name))
  for (const { id: map, host } of pack.pageMaps ?? []) take(added('pageMap', map, host))
  return { policy: { ...policy, sources: [...policy.sources, ...sources.list()] }, changes }
}

type Take = (change: Omit<PolicyChange, 'origin' | 'taken'>) => boolean

function added(
  part: PolicyChange['part'],
  id: string,
  subject: string,
): Omit<PolicyChange, 'origin' | 'taken'> {
  return { part, id, subject, before: words.none, after: words.inForce, direction: 'neutral' }
}

function withParameters(policy: Policy, base: Policy, pack: Pack, sources: PackSources, take: Take): Policy {
  const written = Object.entries(pack.parameters ?? {})
  if (written.length === 0) return policy
  const uses = parameterUses(base)
  const made = new Map<string, Parameter>()
  for (const [name, value] of written) {
    const parameter = policy.parameters.find((one) => one.name === name)
    if (!parameter) continue
    const after = layerParameter(parameter, value, (basis) => sources.idOf(basis))
    const change = {
      part: 'parameter',
      id: name,
      subject: name,
      before: showParameter(parameter),
      after: showParameter(after),
      direction: compareParameters(parameter, after, uses.get(name)?.direction ?? null),
    } as const
    if (take(change)) made.set(name, after)
  }
  const parameters = policy.parameters.map((parameter) => made.get(parameter.name) ?? parameter)
  return { ...policy, parameters }
}

function withFields(policy: Policy, pack: Pack, take: Take): Policy {
  const fields: Field[] = policy.fields.map((field) => {
    const texts = pack.aliases?.[field.name]
    if (!texts || field.derived) return field
    const change = {
      part: 'alias',
      id: field.name,
      subject: field.name,
      before: '',
      after: texts.join('、'),
      direction: 'neutral',
    } as const
    if (!take(change)) return field
    return { ...field, aliases: [...field.aliases, ...texts.map((text) => ({ text, seen: 'P1' }))] }
  })
  const codeLists = [...policy.codeLists]
  for (const written of pack.fields ?? []) {
    if (fields.some(({ key, name }) => key === written.key || name === written.name)) continue
    const { field, codes } = ownField(written)
    if (!take(added('field', field.name, field.name))) continue
    fields.push(field)
    if (codes) codeLists.push(codes)
  }
  return { ...policy, fields, codeLists }
}

function withRules(policy: Policy, pack: Pack, sources: PackSources, take: Take): Policy {
  const rules = new Map(policy.rules.map((rule) => [rule.id, rule]))
  const name = (rule: Rule, caseId?: string): string => words.caseOf(rule.id, rule.nameZh, caseId)
  for (const { rule: id, case: caseId, reason } of pack.switchedOff ?? []) {
    const rule = rules.get(id)
    if (!rule || (caseId !== undefined && !rule.cases.some((one) => one.id === caseId))) continue
    const change = {
      part: 'switchedOff',
      id: idOf(id, caseId),
      subject: name(rule, caseId),
      before: words.inForce,
      after: words.off,
      direction: 'looser',
      reason,
    } as const
    if (!take(change)) continue
    const left = rule.cases.filter((one) => caseId !== undefined && one.id !== caseId)
    if (left.length === 0) rules.delete(id)
    else rules.set(id, { ...rule, cases: left })
  }
  for (const { rule: id, case: caseId, severity: written, reason } of pack.severities ?? []) {
    const rule = rules.get(id)
    const touched = rule?.cases.filter((one) => touches(one, caseId)) ?? []
    if (!rule || touched.length === 0) continue
    const severity = severityOf(written)
    const change = {
      part: 'severity',
      id: idOf(id, caseId),
      subject: name(rule, caseId),
      before: [...new Set(touched.map((one) => words.severity(one.severity)))].join('、'),
      after: words.severity(severity),
      direction: severityDirection(touched, severity),
      ...(reason === undefined ? {} : { reason }),
    } as const
    if (!take(change)) continue
    const cases = rule.cases.map((one) => (touches(one, caseId) ? { ...one, severity } : one))
    rules.set(id, { ...rule, cases })
  }
  let made: Policy = { ...policy, rules: [...rules.values()] }
  for (const written of pack.rules ?? []) {
    // an id that is taken is a slip that linting tells: the rule that has it stays
    if (made.rules.some((rule) => rule.id === written.id)) continue
    const change = {
      ...added('rule', written.id, `${written.id} ${written.name}`),
      direction: 'tighter',
    } as const
    if (take(change)) made = { ...made, rules: [...made.rules, ownRule(written, made, sources)] }
  }
  return made
}

function idOf(rule: string, caseId: string | undefined): string {
  return caseId === undefined ? rule : `${rule}.${caseId}`
}

/** Without a case named, all that are judged: what is only due has no severity that counts. */
function touches(one: RuleCase, caseId: string | undefined): boolean {
  return caseId === undefined ? one.kind !== 'due' : one.id === caseId
}

function severityDirection(cases: readonly RuleCase[], to: Severity): PolicyChange['direction'] {
  const steps = cases.map((one) => severities.indexOf(one.severity) - severities.indexOf(to))
  if (steps.some((step) => step < 0)) return 'looser'
  return steps.some((step) => step > 0) ? 'tighter' : 'same'
}

export function layerTitle({ title, version, level }: PolicyLayer): string {
  return words.layerTitle(title, version, level)
}

function notesOf(base: Policy, policy: Policy, changes: readonly PolicyChange[]): readonly PolicyNote[] {
  const used = (policy.layers ?? []).map((layer): PolicyNote => {
    const own = changes.filter(({ origin }) => origin === layer)
    const refused = own.filter((change) => !change.taken)
    const message =
      layer.signedBy === null
        ? words.noteUnsigned(
            layerTitle(layer),
            own.length - refused.length,
            refused.map(({ part, subject }) => `${words.part[part]} ${subject}`),
          )
        : words.noteSigned(
            layerTitle(layer),
            words.signed(layer.signedBy.signer, layer.signedBy.keyFingerprint),
          )
    return { code: layer.signedBy === null ? 'packUnsigned' : 'packUsed', message }
  })
  const off = changes
    .filter(({ part, taken }) => part === 'switchedOff' && taken)
    .map(({ id, subject, reason = '', origin }): PolicyNote => ({
      code: 'ruleOff',
      message: words.noteOff(subject, reason, layerTitle(origin)),
      rule: id.split('.')[0] ?? id,
    }))
  const loosened = (policy.layers ?? []).flatMap((layer): PolicyNote[] => {
    const own = changes
      .filter(({ origin, taken, part }) => origin === layer && taken && part !== 'switchedOff')
      .filter(({ direction }) => direction === 'looser' || direction === 'unknown')
      .map(({ subject, before, after }) => words.fromTo(subject, before, after))
    return own.length === 0
      ? []
      : [{ code: 'packLoosens', message: words.noteLoosened(layerTitle(layer), own) }]
  })
  return [...used, ...findFloorNotes(base, policy, changes), ...off, ...loosened]
}
