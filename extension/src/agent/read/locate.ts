import type { Locator } from '../../protocol/report.ts'
import { cleanLabel } from './labelText.ts'
import type { Pair } from './model.ts'

/** Ids that libraries draw afresh each time, so that they find nothing tomorrow. */
const generated =
  /\d{4,}|^(ext-|ext_|x-|gen|yui|el-id|mini-\d|_easyui|datagrid-|rc[-_]|react-|select2-|layui-\d|:r|j_id)|[0-9a-f]{8}-|-\d{3,}$/iu

/** Makes locators for one document; counts ids, names and labels once. */
export class Locators {
  readonly #ids = new Map<string, number>()
  readonly #names = new Map<string, number>()
  readonly #labels = new Map<string, number>()
  readonly #seen = new Map<string, number>()
  readonly #order = new WeakMap<Element, string>()
  readonly #paths = new Map<Element, string>()

  constructor(document: Document, pairs: readonly Pair[]) {
    for (const element of document.querySelectorAll('[id]')) count(this.#ids, element.id)
    for (const element of document.querySelectorAll('[name]')) count(this.#names, nameKey(element))
    for (const { label } of pairs) count(this.#labels, cleanLabel(label))
  }

  of(pair: Pair): Locator {
    const label = cleanLabel(pair.label)
    const ordinal = this.#seen.get(label) ?? 0
    this.#seen.set(label, ordinal + 1)
    const twice = (this.#labels.get(label) ?? 0) > 1
    const { selector, fragile } = this.selector(pair.control?.native ?? pair.valueNode)
    const why = fragile && twice ? 'labelTwice' : undefined
    return { selector, label, ...(twice ? { ordinal } : {}), ...(why ? { fragile: why } : {}) }
  }

  /** By id or name where these are alone on the page, else by position from the nearest that is. */
  selector(element: Element): { selector: string; fragile?: NonNullable<Locator['fragile']> } {
    const own = this.#alone(element)
    if (own) return { selector: own }
    if (element.id !== '' && this.#ids.get(element.id) === 1) {
      return { selector: `#${CSS.escape(element.id)}`, fragile: 'generatedId' }
    }
    return { selector: this.#path(element), fragile: 'position' }
  }

  #path(element: Element): string {
    const known = this.#paths.get(element)
    if (known !== undefined) return known
    const parent = element.parentElement
    const path =
      this.#alone(element) ??
      (parent && parent.tagName !== 'HTML'
        ? `${this.#path(parent)} > ${this.#step(element)}`
        : this.#step(element))
    this.#paths.set(element, path)
    return path
  }

  #alone(element: Element): string | undefined {
    const { id } = element
    if (id !== '' && !generated.test(id) && this.#ids.get(id) === 1) return `#${CSS.escape(id)}`
    const name = element.getAttribute('name')
    if (name && !generated.test(name) && this.#names.get(nameKey(element)) === 1) {
      return `${element.tagName.toLowerCase()}[name="${CSS.escape(name)}"]`
    }
    return undefined
  }

  #step(element: Element): string {
    const known = this.#order.get(element)
    if (known) return known
    const counts = new Map<string, number>()
    for (const sibling of element.parentElement?.children ?? [element]) {
      const tag = sibling.tagName.toLowerCase()
      this.#order.set(sibling, `${tag}:nth-of-type(${count(counts, tag)})`)
    }
    return this.#order.get(element) ?? element.tagName.toLowerCase()
  }
}

function nameKey(element: Element): string {
  return `${element.tagName} ${element.getAttribute('name') ?? ''}`
}

function count(counts: Map<string, number>, key: string): number {
  const next = (counts.get(key) ?? 0) + 1
  counts.set(key, next)
  return next
}

/** The other ways to find the same field, best first, for the person who points at it. */
export function locatorsFor(locator: Locator): Locator[] {
  const ways: Locator[] = []
  if (locator.label && locator.ordinal === undefined) ways.push({ selector: '', label: locator.label })
  if (locator.label && locator.ordinal !== undefined)
    ways.push({ selector: '', label: locator.label, ordinal: locator.ordinal, fragile: 'labelTwice' })
  const byPosition = / > /u.test(locator.selector) || locator.selector.includes(':nth')
  ways.push({ selector: locator.selector, ...(byPosition ? { fragile: 'position' as const } : {}) })
  return byPosition ? ways : ways.reverse()
}
