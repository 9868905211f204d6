import { applyPacks, lintPack, type PackLayer } from '../../check/pack/index.ts'
import type { ParameterValue, Policy } from '../../policy/index.ts'
import type { Pack } from '../../policy/pack/index.ts'
import type { Workbook } from '../../table/index.ts'
import { sheetNames } from './names.ts'
import { identifyTemplate, readSettings, type WrittenRule, type WrittenSetting } from './readTemplate.ts'
import { settingWords as words } from './settingWords.ts'

/** A mistake in what a lead wrote, with the cell to go to. */
export interface SettingProblem {
  readonly sheet: string
  /** `E4` */
  readonly cell: string
  /** The sheet's own row number. */
  readonly row: number
  readonly message: string
}

export interface TemplatePack {
  /** Null where the workbook is no template or nothing was written in it. */
  readonly layer: PackLayer | null
  readonly problems: readonly SettingProblem[]
}

/**
 * Parameters and rules written in a template as a layer over a policy. Nobody signed it, so that it can only tighten;
 * what is wrong in one row is told and left out, the other rows hold.
 */
export function packOfTemplate(workbook: Workbook, policy: Policy): TemplatePack {
  const identity = identifyTemplate(workbook)
  if (!identity) return { layer: null, problems: [] }
  const written = readSettings(workbook, policy)
  const problems: SettingProblem[] = []
  const parameters: Record<string, unknown[]> = {}
  for (const setting of written.settings) {
    const entry = entryOf(setting, policy)
    const fault = entry === null ? words.unknownPlace : typeof entry === 'string' ? entry : null
    const alone = fault ?? faultOf(policy, { parameters: { [setting.parameter]: [entry] } })
    const laxer = alone ?? laxerOf(policy, { parameters: { [setting.parameter]: [entry] } })
    if (laxer !== null) {
      const cell = setting.cell.split('!')[1] ?? ''
      problems.push({ sheet: sheetNames.parameters, cell, row: Number(cell.slice(1)), message: laxer })
    } else (parameters[setting.parameter] ??= []).push(entry)
  }
  const rules: unknown[] = []
  const seen = new Set(policy.rules.map(({ id }) => id))
  for (const rule of written.rules) {
    const made = ruleOf(rule)
    const missing = Object.entries(required).find(
      ([part]) => rule.parts[part as keyof typeof required] === '',
    )
    const fault = missing
      ? words.missing(missing[1].name)
      : seen.has(rule.parts.id)
        ? words.sameId(rule.parts.id)
        : faultOf(policy, { rules: [made] })
    if (fault === null) {
      rules.push(made)
      seen.add(rule.parts.id)
    } else {
      const column = missing?.[1].column ?? (seen.has(rule.parts.id) ? 'A' : 'E')
      problems.push({
        sheet: sheetNames.ownRules,
        cell: `${column}${rule.row}`,
        row: rule.row,
        message: fault,
      })
    }
  }
  const whole = {
    ...(Object.keys(parameters).length > 0 ? { parameters } : {}),
    ...(rules.length > 0 ? { rules } : {}),
  }
  if (Object.keys(whole).length === 0) return { layer: null, problems }
  const { pack } = lintPack(textOf(whole), policy)
  return { layer: pack ? { pack, signedBy: null } : null, problems }
}

const required = {
  id: { name: '编号', column: 'A' },
  name: { name: '名称', column: 'B' },
  when: { name: '条件', column: 'E' },
  severity: { name: '级别', column: 'F' },
  message: { name: '问题', column: 'G' },
  remedy: { name: '整改', column: 'H' },
  source: { name: '依据', column: 'I' },
} as const

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
