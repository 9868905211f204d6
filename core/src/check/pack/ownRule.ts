import type { Field, Policy, Rule, RuleCase, RuleExample, Severity, Source } from '../../policy/index.ts'
import type { Pack, PackField, PackRule, PackSeverity } from '../../policy/pack/index.ts'
import { compileCase } from '../compileCases.ts'
import { indexPolicy } from '../policyIndex.ts'
import { severities } from '../severities.ts'
import { packWords as words } from './packWords.ts'

/** `严重` and `serious` alike. */
export function severityOf(written: PackSeverity): Severity {
  const found = severities.find((severity) => severity === written || words.severity(severity) === written)
  if (!found) throw new Error(`the schema lets ${written} through, and no severity is called so`)
  return found
}

/** The sources that a pack's own values and rules rest on: what it names, or the pack itself. */
export class PackSources {
  readonly #pack: Pack
  readonly #made = new Map<string, Source>()

  constructor(pack: Pack) {
    this.#pack = pack
  }

  /** Id of the source for a basis as written; made when first asked for. */
  idOf(basis: string | undefined): string {
    const { id, issuer, title, version } = this.#pack
    const name = basis ?? `${title} ${version}`
    const known = this.#made.get(name)
    if (known) return known.id
    const source: Source = {
      id: `${id}:${this.#made.size + 1}`,
      issuer,
      title: name,
      status: 'bank',
      says: name,
    }
    this.#made.set(name, source)
    return source.id
  }

  list(): readonly Source[] {
    return [...this.#made.values()]
  }
}

/** A field of a pack with the code list it brings, as the policy has them. */
export function ownField(field: PackField): {
  readonly field: Field
  readonly codes: Policy['codeLists'][number] | null
} {
  const { key, name, type, unit, values, tables = ['借据'], aliases = [], privacy, note } = field
  const codes = values && {
    id: name,
    ordered: false,
    values: values.map((value) => ({ value, synonyms: [] })),
  }
  return {
    field: {
      key,
      name,
      type,
      tables,
      aliases: aliases.map((text) => ({ text, seen: 'P1' })),
      ...(unit === undefined ? {} : { unit }),
      ...(codes ? { codeList: codes.id } : {}),
      ...(privacy === undefined ? {} : { privacy }),
      ...(note === undefined ? {} : { note }),
    },
    codes: codes ?? null,
  }
}

/**
 * A rule of a pack as the policy has rules. Where it does not say what it needs, it needs all that its conditions read:
 * a ledger without the column is told so once instead of having every row undecided.
 */
export function ownRule(written: PackRule, policy: Policy, sources: PackSources): Rule {
  const { id, name, table = '借据', grain, segments, scope, examples = [], note } = written
  const bare: RuleCase = {
    id: 'a',
    kind: written.kind ?? 'violation',
    severity: severityOf(written.severity),
    ...(written.applies === undefined ? {} : { applies: written.applies }),
    when: written.when,
    message: written.message,
    remedy: written.remedy,
    sources: [sources.idOf(written.source)],
    needs: written.needs ?? [],
    ...(written.optional === undefined ? {} : { optional: written.optional }),
    ...(written.dueDate === undefined ? {} : { dueDate: written.dueDate }),
  }
  const rule: Rule = {
    id,
    category: 'OWN',
    nameZh: name,
    nameEn: id,
    table,
    grain: grain ?? '借据',
    segments: segments ?? 'all',
    ...(scope === undefined ? {} : { scope }),
    cases: [bare],
    examples: examples.map((example): RuleExample => {
      const { asOf, because, ...rest } = example
      return {
        ...rest,
        ...(asOf === undefined ? {} : { asOf }),
        ...(because === undefined ? {} : { because }),
      }
    }),
    ...(note === undefined ? {} : { note }),
  }
  if (written.needs !== undefined) return rule
  const { use } = compileCase(indexPolicy(policy), rule, bare)
  const needs = [...use.fields].filter((field) => !Object.hasOwn(bare.optional ?? {}, field))
  return { ...rule, cases: [{ ...bare, needs: [...needs, ...use.relations.keys()] }] }
}
