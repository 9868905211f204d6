import type { Policy, SourceStatus } from '../policy/index.ts'
import { sheetWords } from './sheetWords.ts'

/** The policy's words for ids, looked up once each. */
export class PolicyWords {
  readonly #rules: ReadonlyMap<string, string>
  readonly #sources: ReadonlyMap<string, string>
  readonly #fields: ReadonlyMap<string, string>
  readonly #basis = new Map<string, string>()

  constructor(policy: Policy) {
    this.#rules = new Map(policy.rules.map((rule) => [rule.id, rule.nameZh]))
    this.#sources = new Map(
      policy.sources.map((source) => [
        source.id,
        source.title + (source.article ? ` ${source.article}` : ''),
      ]),
    )
    this.#fields = new Map(policy.fields.map((field) => [field.key, field.name]))
  }

  ruleName(id: string): string {
    return this.#rules.get(id) ?? id
  }

  fields(keys: readonly string[]): string {
    return keys.map((key) => this.#fields.get(key) ?? key).join('、')
  }

  source(id: string): string {
    return this.#sources.get(id) ?? id
  }

  /** The first source, how many there are, and how well they were checked. */
  basis(sources: readonly string[], status: SourceStatus): string {
    const key = `${sources.join(' ')} ${status}`
    const known = this.#basis.get(key)
    if (known !== undefined) return known
    const first = this.source(sources[0] ?? '')
    const text = sources.length > 1 ? sheetWords.sources(first, sources.length) : first
    const basis = sheetWords.withStatus(text, sheetWords.status[status])
    this.#basis.set(key, basis)
    return basis
  }
}
