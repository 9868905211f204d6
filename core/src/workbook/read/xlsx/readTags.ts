import { WorkbookFault } from '../../workbookError.ts'
import { unescapeEntities } from './unescapeText.ts'

export interface Tag {
  /** Without namespace prefix. */
  readonly name: string
  readonly kind: 'open' | 'close' | 'empty'
  /** By name as written, prefix included (`r:id`). */
  readonly attributes: ReadonlyMap<string, string>
}

/**
 * The tags of a small XML part, in order; text, comments and instructions are passed over. A DOCTYPE is refused: no
 * workbook has one, and entities declared in it can grow without end.
 */
export function* readTags(xml: string): Generator<Tag, void> {
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    if (xml.startsWith('<!--', at)) at = after(xml, '-->', at)
    else if (xml.startsWith('<![CDATA[', at)) at = after(xml, ']]>', at)
    else if (xml.startsWith('<!', at)) throw new WorkbookFault('forbiddenMarkup')
    else if (xml.startsWith('<?', at)) at = after(xml, '?>', at)
    else {
      const end = endOfTag(xml, at)
      yield parseTag(xml.slice(at + 1, end - 1))
      at = end
    }
  }
}

/** The attribute of this name under any prefix: `r:id` in one file is `ns1:id` in another. */
export function prefixedAttribute(tag: Tag, name: string): string | undefined {
  for (const [key, value] of tag.attributes) if (key.endsWith(`:${name}`)) return value
  return undefined
}

/** True for `1` and `true`, the two ways XML writes it. */
export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

/** A tag without its angle brackets. */
export function parseTag(inside: string): Tag {
  const close = inside.startsWith('/')
  const empty = inside.endsWith('/')
  const body = inside.slice(close ? 1 : 0, empty ? -1 : undefined)
  const attributes = new Map<string, string>()
  const nameEnd = body.search(/\s/)
  const fullName = nameEnd < 0 ? body : body.slice(0, nameEnd)
  let at = nameEnd < 0 ? body.length : nameEnd
  for (;;) {
    const equals = body.indexOf('=', at)
    if (equals < 0) break
    const key = body.slice(at, equals).trim()
    let open = equals + 1
    while (open < body.length && body[open] !== '"' && body[open] !== "'") open++
    const end = body.indexOf(body[open] ?? '"', open + 1)
    if (end < 0) break
    attributes.set(key, unescapeEntities(body.slice(open + 1, end)))
    at = end + 1
  }
  const kind = close ? 'close' : empty ? 'empty' : 'open'
  return { name: fullName.slice(fullName.indexOf(':') + 1), kind, attributes }
}

/** One more than the `>` that ends the tag; one inside quotes does not. */
function endOfTag(xml: string, from: number): number {
  for (let at = from + 1; at < xml.length; at++) {
    const ch = xml[at]
    if (ch === '>') return at + 1
    if (ch === '"' || ch === "'") {
      at = xml.indexOf(ch, at + 1)
      if (at < 0) break
    }
  }
  throw new WorkbookFault('corruptPart')
}

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from)
  if (at < 0) throw new WorkbookFault('corruptPart')
  return at + mark.length
}
