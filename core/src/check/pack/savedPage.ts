import type { PackPageMap } from '../../policy/pack/index.ts'

type Locator = PackPageMap['fields'][number]['at']

/** A page as it was saved: what its words and its named elements are, without a browser to lay it out. */
export interface SavedPage {
  /** Words of each block and of each piece of it that stands alone, cleaned as labels are. */
  readonly texts: readonly string[]
  readonly elements: readonly SavedElement[]
}

interface SavedElement {
  readonly tag: string
  readonly attributes: ReadonlyMap<string, string>
}

/** How often it was found; null where only a browser can tell. */
export type Found = number | null

const unseen = /^(script|style|title|option|noscript|template)$/
/** Elements that stand inside a line of words. */
const inline = /^(a|b|i|u|em|strong|font|span|small|big|sup|sub|br|wbr|label|nobr)$/
const tagPattern = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/gi
const attributePattern = /([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g

/** UTF-8 where it is that, else GB18030, which old systems write. */
export function decodePage(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** Reads the words and the elements of a saved page; end tags may be missing, as they are on pages of that age. */
export function readSavedPage(html: string): SavedPage {
  const texts: string[] = []
  const elements: SavedElement[] = []
  let runs: string[] = ['']
  const endBlock = (): void => {
    const block = cleanLabel(runs.join(''))
    // several pairs in one line of words stand apart by wide blanks
    const pieces = runs.flatMap((run) => run.split(/[\u00a0\u3000\s]{2,}/u)).map(cleanLabel)
    texts.push(...new Set([/[:：]/u.test(block) ? '' : block, ...pieces].filter((text) => text !== '')))
    runs = ['']
  }
  let from = 0
  for (const match of html.matchAll(tagPattern)) {
    if (match.index < from) continue
    runs.push(`${runs.pop() ?? ''}${plainText(html.slice(from, match.index))}`)
    from = match.index + match[0].length
    const tag = match[2]?.toLowerCase()
    if (tag === undefined) continue
    const isOpening = match[1] === ''
    const attributes = attributesOf(isOpening ? (match[3] ?? '') : '')
    if (isOpening) elements.push({ tag, attributes })
    if (isOpening && (unseen.test(tag) || isHidden(attributes))) from = endOf(html, tag, from)
    if (!inline.test(tag)) endBlock()
    else if (tag !== 'br' && tag !== 'wbr') runs.push('')
  }
  runs.push(plainText(html.slice(from)))
  endBlock()
  // a field without words of its own is named by what stands in it while it is empty
  for (const { attributes } of elements) {
    const hint = cleanLabel((attributes.get('placeholder') ?? '').replace(/^请(输入|选择|填写)/u, ''))
    if (hint !== '' && !texts.includes(hint)) texts.push(hint)
  }
  return { texts, elements }
}

const empty = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/

/** Behind what is not shown: its end tag, or for rows and cells, whose end tags may be missing, the next of their kind. */
function endOf(html: string, tag: string, from: number): number {
  if (empty.test(tag)) return from
  const marks = new RegExp(`<(/?)${tag}\\b`, 'gi')
  marks.lastIndex = from
  let depth = 1
  for (let mark = marks.exec(html); mark; mark = marks.exec(html)) {
    if (tag === 'tr' || tag === 'td' || tag === 'th') return mark.index
    depth += mark[1] === '' ? 1 : -1
    if (depth === 0) return mark.index
  }
  return html.length
}

function isHidden(attributes: ReadonlyMap<string, string>): boolean {
  return attributes.has('hidden') || /display\s*:\s*none/i.test(attributes.get('style') ?? '')
}

/** How often a locator finds something on these pages. The label is tried first, as the extension does. */
export function findOnPages(at: Locator, pages: readonly SavedPage[]): Found {
  if (at.label !== undefined) {
    const wanted = cleanLabel(at.label)
    const count = pages.reduce(
      (sum, { texts }) => sum + texts.filter((text) => isLabel(text, wanted)).length,
      0,
    )
    if (at.ordinal !== undefined) return count > at.ordinal ? 1 : 0
    if (count === 1 || at.selector === undefined) return count
  }
  const simple = /^([a-z]*)(?:#((?:[\w-]|\\.)+)|\[([\w-]+)="([^"]*)"\])$/i.exec(at.selector ?? '')
  if (!simple) return null
  const [, tag = '', id, name = '', value = ''] = simple
  const [attribute, wanted] = id === undefined ? [name.toLowerCase(), value] : ['id', id]
  const plain = wanted.replaceAll(/\\(.)/g, '$1')
  return pages.reduce(
    (sum, { elements }) =>
      sum +
      elements.filter(
        (one) => (tag === '' || one.tag === tag.toLowerCase()) && one.attributes.get(attribute) === plain,
      ).length,
    0,
  )
}

/** `借据号：` and `借据号：JK-1` both name 借据号. */
function isLabel(text: string, wanted: string): boolean {
  return text === wanted || (text.startsWith(wanted) && /^[:：]/u.test(text.slice(wanted.length)))
}

function cleanLabel(text: string): string {
  return text
    .replaceAll(/[\s\u00a0\u3000*＊]/gu, '')
    .replaceAll('（', '(')
    .replaceAll('）', ')')
    .replace(/[:：]$/u, '')
}

const entities: Readonly<Record<string, string>> = { nbsp: ' ', lt: '<', gt: '>', quot: '"', amp: '&' }

function plainText(html: string): string {
  return html
    .replaceAll(/&#(\d{1,6});/g, (_, code: string) =>
      String.fromCodePoint(Math.min(Number(code), 0x10_ff_ff)),
    )
    .replaceAll(/&(nbsp|lt|gt|quot|amp);/g, (_, name: string) => entities[name] ?? '')
}

function attributesOf(written: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name = '', double, single, bare] of written.matchAll(attributePattern))
    attributes.set(name.toLowerCase(), plainText(double ?? single ?? bare ?? ''))
  return attributes
}
