/**
 * Reading XML by the places of its tags, so that a part can be changed by splicing text into it: what is not
 * touched keeps every byte. Knows tags, comments, CDATA and processing instructions; refuses a DOCTYPE.
 */
import { WorkbookFault } from '../workbookError.ts'

export interface Tag {
  readonly type: 'open' | 'close' | 'empty'
  /** With its prefix, as written. */
  readonly name: string
  readonly start: number
  readonly end: number
}

/** An element by the places of its tags; for `<x/>` all three ends are the same. */
export interface Element {
  readonly name: string
  readonly start: number
  readonly openEnd: number
  readonly closeStart: number
  readonly end: number
  readonly empty: boolean
}

/** The first tag at or after `from`, or null. */
export function nextTag(xml: string, from: number): Tag | null {
  let at = from
  for (;;) {
    const start = xml.indexOf('<', at)
    if (start < 0) return null
    const next = xml[start + 1]
    if (next === '!') {
      if (xml.startsWith('<!--', start)) at = after(xml, '-->', start)
      else if (xml.startsWith('<![CDATA[', start)) at = after(xml, ']]>', start)
      else throw new WorkbookFault('forbiddenMarkup')
    } else if (next === '?') {
      at = after(xml, '?>', start)
    } else {
      return tagAt(xml, start)
    }
  }
}

function after(xml: string, text: string, from: number): number {
  const at = xml.indexOf(text, from)
  if (at < 0) throw new WorkbookFault('corruptPart')
  return at + text.length
}

const NAME = /[^\s/>]+/y

function tagAt(xml: string, start: number): Tag {
  const end = tagEnd(xml, start)
  const closes = xml[start + 1] === '/'
  NAME.lastIndex = start + (closes ? 2 : 1)
  const name = NAME.exec(xml)?.[0]
  if (name === undefined) throw new WorkbookFault('corruptPart')
  const type = closes ? 'close' : xml[end - 2] === '/' ? 'empty' : 'open'
  return { type, name, start, end }
}

/** One past the `>` that ends a tag; a `>` inside an attribute value does not. */
function tagEnd(xml: string, start: number): number {
  let quote = ''
  for (let i = start + 1; i < xml.length; i++) {
    const c = xml[i]
    if (quote !== '') {
      if (c === quote) quote = ''
    } else if (c === '"' || c === "'") {
      quote = c
    } else if (c === '>') {
      return i + 1
    }
  }
  throw new WorkbookFault('corruptPart')
}

/** The root element. */
export function rootOf(xml: string): Element {
  const tag = nextTag(xml, 0)
  if (!tag || tag.type === 'close') throw new WorkbookFault('corruptPart')
  return elementOf(xml, tag)
}

function elementOf(xml: string, tag: Tag): Element {
  if (tag.type === 'empty') return emptyElement(tag)
  const { closeStart, end } = walk(xml, tag.end)
  return { name: tag.name, start: tag.start, openEnd: tag.end, closeStart, end, empty: false }
}

function emptyElement(tag: Tag): Element {
  return {
    name: tag.name,
    start: tag.start,
    openEnd: tag.end,
    closeStart: tag.end,
    end: tag.end,
    empty: true,
  }
}

/** The direct children of an element, in order. */
export function childrenOf(xml: string, parent: Element): readonly Element[] {
  return parent.empty ? [] : walk(xml, parent.openEnd).children
}

/** Walks from just inside an element to its end tag; a text without one ends where the text ends. */
function walk(xml: string, from: number): { children: Element[]; closeStart: number; end: number } {
  const children: Element[] = []
  let open: Tag | null = null
  let depth = 0
  let at = from
  for (;;) {
    const tag = nextTag(xml, at)
    if (!tag) return { children, closeStart: xml.length, end: xml.length }
    at = tag.end
    if (tag.type === 'empty') {
      if (depth === 0) children.push(emptyElement(tag))
    } else if (tag.type === 'open') {
      if (depth === 0) open = tag
      depth++
    } else if (depth === 0) {
      return { children, closeStart: tag.start, end: tag.end }
    } else {
      depth--
      if (depth === 0 && open) {
        const { name, start, end: openEnd } = open
        children.push({ name, start, openEnd, closeStart: tag.start, end: tag.end, empty: false })
      }
    }
  }
}

/** The elements at the top of a piece of XML that has no root of its own. */
export function topElements(xml: string): readonly Element[] {
  return walk(xml, 0).children
}

/** The name without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** The prefix with its colon, or ''. */
export function prefixOf(name: string): string {
  return name.slice(0, name.indexOf(':') + 1)
}

/** The first child with this local name. */
export function childNamed(xml: string, parent: Element, local: string): Element | undefined {
  return childrenOf(xml, parent).find((child) => localName(child.name) === local)
}

/** The text of an element's open tag. */
export function openTag(xml: string, element: Element): string {
  return xml.slice(element.start, element.openEnd)
}

/** The value of an attribute in the text of a tag; a name without prefix finds `r:id` only when `anyPrefix` is set. */
export function attribute(tag: string, name: string, anyPrefix = false): string | undefined {
  const m = attributePattern(name, anyPrefix).exec(tag)
  return m ? decodeEntities(m[2] ?? m[3] ?? '') : undefined
}

/** The tag with the attribute set, in place where it was there, else last. */
export function withAttribute(tag: string, name: string, value: string): string {
  const pattern = attributePattern(name, false)
  const quoted = value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  const m = pattern.exec(tag)
  if (m) return `${tag.slice(0, m.index)}${m[1] ?? ''}"${quoted}"${tag.slice(m.index + m[0].length)}`
  return tag.replace(/\s*(\/?>)$/, (_all, end: string) => ` ${name}="${quoted}"${end}`)
}

const patterns = new Map<string, RegExp>()

function attributePattern(name: string, anyPrefix: boolean): RegExp {
  const key = anyPrefix ? `*${name}` : name
  const known = patterns.get(key)
  if (known) return known
  const pattern = new RegExp(
    `(\\s${anyPrefix ? '(?:[\\w.-]+:)?' : ''}${name}\\s*=\\s*)(?:"([^"]*)"|'([^']*)')`,
  )
  patterns.set(key, pattern)
  return pattern
}

const NAMED_ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[0-9a-fA-F]+|#\d+|amp|lt|gt|quot|apos);/g, (_all, entity: string) => {
    if (!entity.startsWith('#')) return NAMED_ENTITIES[entity] ?? ''
    const code = entity[1] === 'x' ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1))
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD'
  })
}
