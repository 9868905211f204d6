import { applyPacks, lintPack, parameterUses, type PackLayer } from '../../check/pack/index.ts'
import type { ParameterValue, Policy } from '../../policy/index.ts'
import type { Pack } from '../../policy/pack/index.ts'
import { columnLetters, type Workbook } from '../../table/index.ts'
import { templateWords } from './messages.ts'
import { sheetNames } from './names.ts'
import {
  findSettingSheet,
  identifyTemplate,
  readSettings,
  type RulePart,
  ruleParts,
  type WrittenRule,
  type WrittenSetting,
  type WrittenSettings,
} from './readTemplate.ts'
import { settingWords as words } from './settingWords.ts'

/** A mistake in what a lead wrote, with the cell to go to. */
export interface SettingProblem {
  readonly file: string
  readonly sheet: string
  /** `E4` */
  readonly cell: string
  /** The sheet's own row number. */
  readonly row: number
  readonly message: string
}

/** What is said beside a rule on 自定义规则. */
export interface RuleVerdict {
  readonly file: string
  readonly sheet: string
  readonly row: number
  /** Where it is said: `J5`. */
  readonly cell: string
  /** '' where the rule is sound. */
  readonly fault: string
}

export interface TemplatePacks {
  /** What leads set in the templates, as one layer; none where nothing was set. */
  readonly layers: readonly PackLayer[]
  readonly problems: readonly SettingProblem[]
  readonly verdicts: readonly RuleVerdict[]
  /** All that was written, each once: of a parameter the value that holds, of a rule what is said of it beside it. */
  readonly written: WrittenSettings
}

/**
 * Parameters and rules written in the templates among these workbooks (as read, our own sheets not yet hidden) as a layer
 * over a policy. Nobody signed it, so that it can only tighten; what is wrong in one row is told and left out, the other
 * rows hold. Of two files that set the same parameter the stricter holds, of two rules of one number the first; both told.
 */
export function packOfTemplates(workbooks: readonly Workbook[], policy: Policy): TemplatePacks {
  const problems: SettingProblem[] = []
  const verdicts: RuleVerdict[] = []
  const uses = parameterUses(policy)
  const parameters = new Map<string, Taken>()
  const rules = new Map<string, { readonly rule: WrittenRule; readonly file: string }>()
  const writtenSettings = new Map<string, WrittenSetting>()
  const writtenRules = new Map<string, WrittenRule>()
  for (const workbook of workbooks) {
    if (!identifyTemplate(workbook)) continue
    const file = workbook.fileName
    for (const name of [sheetNames.parameters, sheetNames.ownRules] as const)
      if (!findSettingSheet(workbook, name))
        problems.push({ file, sheet: name, cell: '', row: 0, message: words.noSheet })
    const written = readSettings(workbook, policy)
    const ownRules = findSettingSheet(workbook, sheetNames.ownRules)
    const verdictColumn = columnLetters(ownRules?.columns.get(templateWords.ownRules.header[9]) ?? 9)
    for (const setting of written.settings) {
      const tell = (message: string): void => {
        const { cell, sheet = sheetNames.parameters } = setting
        problems.push({ file, sheet, cell, row: Number(/\d+$/.exec(cell)?.[0] ?? 0), message })
      }
      const key = `${setting.parameter} ${setting.at}`
      if (setting.parameter !== '' && !writtenSettings.has(key)) writtenSettings.set(key, setting)
      const entry = entryOf(setting, policy)
      const parts = { parameters: { [setting.parameter]: [entry] } }
      const fault =
        entry === null
          ? words.unknownPlace
          : typeof entry === 'string'
            ? entry
            : (faultOf(policy, parts) ?? laxerOf(policy, parts))
      if (fault !== null || entry === null || typeof entry === 'string') {
        tell(fault ?? words.unreadable)
        continue
      }
      const before = parameters.get(key)
      const taken = { setting, entry, file }
      if (before && before.setting.value !== setting.value)
        tell(words.otherValue(before.file, before.setting.cell, String(before.setting.value)))
      const lower = uses.get(setting.parameter)?.direction !== 'higher'
      const isStricter = before && (before.entry['value'] as number) > (entry['value'] as number) === lower
      if (before && !isStricter) continue
      parameters.set(key, taken)
      writtenSettings.set(key, setting)
    }
    for (const rule of written.rules) {
      const { sheet = sheetNames.ownRules, row, parts, places = [] } = rule
      const same = rules.get(parts.id)
      const missing = required.find(({ part }) => parts[part] === '')
      const isRepeated = same && same.file !== file && sameParts(same.rule, rule)
      const fault = isRepeated
        ? null
        : missing
          ? words.missing(missing.name)
          : same || policy.rules.some(({ id }) => id === parts.id)
            ? words.sameId(parts.id, same && same.file !== file ? same.file : '')
            : faultOf(policy, { rules: [ruleOf(rule)] })
      const text = JSON.stringify(parts)
      if (!writtenRules.has(text)) writtenRules.set(text, { ...rule, fault: fault ?? '' })
      verdicts.push({ file, sheet, row, cell: `${verdictColumn}${row}`, fault: fault ?? '' })
      if (fault === null) {
        if (!same) rules.set(parts.id, { rule, file })
        continue
      }
      const part: RulePart = missing?.part ?? (same ? 'id' : 'when')
      const column = places[ruleParts.indexOf(part)] ?? ruleParts.indexOf(part)
      problems.push({ file, sheet, cell: `${columnLetters(column)}${row}`, row, message: fault })
    }
  }
  return {
    layers: layersOf(policy, parameters, rules),
    problems,
    verdicts,
    written: { settings: [...writtenSettings.values()], rules: [...writtenRules.values()] },
  }
}

interface Taken {
  readonly setting: WrittenSetting
  readonly entry: Parts
  readonly file: string
}

function layersOf(
  policy: Policy,
  parameters: ReadonlyMap<string, Taken>,
  rules: ReadonlyMap<string, { readonly rule: WrittenRule }>,
): readonly PackLayer[] {
  if (parameters.size + rules.size === 0) return []
  const entries: Record<string, Parts[]> = {}
  for (const { setting, entry } of parameters.values()) (entries[setting.parameter] ??= []).push(entry)
  const { pack } = lintPack(
    textOf({
      ...(parameters.size > 0 ? { parameters: entries } : {}),
      ...(rules.size > 0 ? { rules: [...rules.values()].map(({ rule }) => ruleOf(rule)) } : {}),
    }),
    policy,
  )
  return pack ? [{ pack, signedBy: null }] : []
}

function sameParts(one: WrittenRule, other: WrittenRule): boolean {
  return ruleParts.every((part) => one.parts[part] === other.parts[part])
}

export interface TemplatePack {
  /** Null where the workbook is no template or nothing was written in it. */
  readonly layer: PackLayer | null
  readonly problems: readonly SettingProblem[]
}

/** The same of one workbook. */
export function packOfTemplate(workbook: Workbook, policy: Policy): TemplatePack {
  const { layers, problems } = packOfTemplates([workbook], policy)
  return { layer: layers[0] ?? null, problems }
}

const required: readonly { readonly part: RulePart; readonly name: string }[] = [
  { part: 'id', name: '编号' },
  { part: 'name', name: '名称' },
  { part: 'when', name: '条件' },
  { part: 'severity', name: '级别' },
  { part: 'message', name: '问题' },
  { part: 'remedy', name: '整改' },
  { part: 'source', name: '依据' },
]

type Parts = Record<string, unknown>

function textOf(parts: Parts): string {
  return JSON.stringify({
    document: 'postloan.policy',
    format: 1,
    id: 'template-settings',
    title: words.title,
    version: '1',
    issuer: words.issuer,
    level: '分行',
    ...parts,
  })
}

/** What linting says of this part alone; null where it is sound. */
function faultOf(policy: Policy, parts: Parts): string | null {
  const { pack, findings } = lintPack(textOf(parts), policy)
  const fault = findings.find(({ level }) => level === 'error')
  return fault?.message ?? (pack ? null : words.unreadable)
}

/** Told where the value loosens what the policy asks, so that it is not taken. */
function laxerOf(policy: Policy, parts: Parts): string | null {
  const { pack }: { pack: Pack | null } = lintPack(textOf(parts), policy)
  if (!pack) return words.unreadable
  const { changes } = applyPacks(policy, [{ pack, signedBy: null }])
  return changes.some(({ taken }) => !taken) ? words.laxer : null
}

/** An entry for the loans and days of the value it stands beside; text where it is no number. */
function entryOf({ parameter: name, at, value }: WrittenSetting, policy: Policy): Parts | string | null {
  const parameter = policy.parameters.find((one) => one.name === name)
  const beside: ParameterValue | undefined = parameter?.values[at]
  if (!parameter || !beside) return null
  const given =
    parameter.type === 'number' && typeof value === 'string' ? Number(value.replaceAll(',', '')) : value
  if (parameter.type === 'number' && (typeof given !== 'number' || !Number.isFinite(given)))
    return words.notNumber(String(value))
  const { from, to, basis, for: kind } = beside
  return {
    value: given,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(basis === undefined ? {} : { basis }),
    ...(kind === undefined ? {} : { for: kind }),
    source: words.title,
  }
}

function ruleOf({ parts }: WrittenRule): Parts {
  const { table, applies, ...rest } = parts
  return { ...rest, ...(table === '' ? {} : { table }), ...(applies === '' ? {} : { applies }) }
}
