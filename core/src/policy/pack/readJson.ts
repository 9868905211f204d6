import { packMessages } from './packMessages.ts'

const words = packMessages.json

/** Characters of the text, half open. */
export interface TextSpan {
  readonly from: number
  readonly to: number
}

export interface JsonText {
  readonly value: unknown
  /** Where each value stands, by `pathKey`. */
  readonly places: ReadonlyMap<string, TextSpan>
}

export interface JsonFault {
  readonly message: string
  readonly at: number
}

export type ReadJson =
  | { readonly ok: true; readonly json: JsonText }
  | { readonly ok: false; readonly fault: JsonFault }

export type JsonPath = readonly (string | number)[]

export function pathKey(path: JsonPath): string {
  return JSON.stringify(path)
}

/** What stands under a name in a value that was read; undefined where the value is no object or has no such name of its own. */
export function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.getOwnPropertyDescriptor(value, name)?.value
}

/** Line and column from 1, in characters as an editor counts them. */
export function lineAndColumn(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at).split('\n')
  return { line: before.length, column: Array.from(before.at(-1) ?? '').length + 1 }
}

/**
 * Reads JSON and remembers where each value stands, so that a person can be told line and column in words. Unlike the
 * platform's reader it refuses a name written twice: two readers of one signed text must never see two meanings.
 */
export function readJson(text: string): ReadJson {
  const reader = new Reader(text)
  try {
    const value = reader.document()
    return { ok: true, json: { value, places: reader.places } }
  } catch (caught) {
    if (caught instanceof Stop) return { ok: false, fault: { message: caught.message, at: caught.at } }
    throw caught
  }
}

class Stop extends Error {
  readonly at: number
  constructor(message: string, at: number) {
    super(message)
    this.at = at
  }
}

const deepest = 100
const halfWidth: Readonly<Record<string, string>> = {
  '，': ',',
  '：': ':',
  '“': '"',
  '”': '"',
  '｛': '{',
  '｝': '}',
  '［': '[',
  '］': ']',
  '【': '[',
  '】': ']',
}
const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}

class Reader {
  readonly places = new Map<string, TextSpan>()
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  document(): unknown {
    if (this.#text.startsWith('\ufeff')) this.#at = 1
    this.#blanks()
    if (this.#at >= this.#text.length) throw new Stop(words.empty, this.#at)
    const value = this.#value([])
    this.#blanks()
    if (this.#at < this.#text.length) throw new Stop(words.afterEnd, this.#at)
    return value
  }

  #value(path: JsonPath): unknown {
    if (path.length > deepest) throw new Stop(words.tooDeep, this.#at)
    const from = this.#at
    const value = this.#bare(path)
    this.places.set(pathKey(path), { from, to: this.#at })
    return value
  }

  #bare(path: JsonPath): unknown {
    const sign = this.#text[this.#at]
    if (sign === '{') return this.#object(path)
    if (sign === '[') return this.#array(path)
    if (sign === '"') return this.#string()
    for (const [word, value] of [
      ['true', true],
      ['false', false],
      ['null', null],
    ] as const) {
      if (!this.#text.startsWith(word, this.#at)) continue
      this.#at += word.length
      return value
    }
    if (sign !== undefined && /[-+.\d]/.test(sign)) return this.#number()
    return this.#fail()
  }

  #object(path: JsonPath): Record<string, unknown> {
    const entries: [string, unknown][] = []
    const names = new Set<string>()
    this.#members('}', () => {
      if (this.#text[this.#at] !== '"') this.#fail(words.nameExpected)
      const at = this.#at
      const name = this.#string()
      if (names.has(name)) throw new Stop(words.duplicate(name), at)
      names.add(name)
      this.#blanks()
      if (this.#text[this.#at] !== ':') this.#fail(words.missingColon)
      this.#at += 1
      this.#blanks()
      entries.push([name, this.#value([...path, name])])
    })
    // fromEntries defines members: a member called __proto__ is a name like any other
    return Object.fromEntries(entries)
  }

  #array(path: JsonPath): unknown[] {
    const items: unknown[] = []
    this.#members(']', () => items.push(this.#value([...path, items.length])))
    return items
  }

  #members(end: '}' | ']', readOne: () => void): void {
    this.#at += 1
    this.#blanks()
    if (this.#text[this.#at] === end) {
      this.#at += 1
      return
    }
    for (;;) {
      readOne()
      this.#blanks()
      const sign = this.#text[this.#at]
      if (sign === end) break
      if (sign !== ',')
        this.#fail(sign === '"' || sign === '{' || sign === '[' ? words.missingComma : undefined)
      const comma = this.#at
      this.#at += 1
      this.#blanks()
      if (this.#text[this.#at] === end) throw new Stop(words.trailingComma, comma)
    }
    this.#at += 1
  }

  #string(): string {
    this.#at += 1
    let value = ''
    for (;;) {
      const sign = this.#text[this.#at]
      if (sign === undefined) throw new Stop(words.endTooEarly, this.#at)
      if (sign === '\n' || sign === '\r') throw new Stop(words.lineBreak, this.#at)
      if (sign < ' ') return this.#fail()
      this.#at += 1
      if (sign === '"') return value
      value += sign === '\\' ? this.#escape() : sign
    }
  }

  #escape(): string {
    const start = this.#at - 1
    const sign = this.#text[this.#at] ?? ''
    this.#at += 1
    const plain = escapes[sign]
    if (plain !== undefined) return plain
    const code = /^[0-9a-fA-F]{4}/.exec(this.#text.slice(this.#at, this.#at + 4))?.[0]
    if (sign !== 'u' || code === undefined) throw new Stop(words.badEscape(`\\${sign}`), start)
    this.#at += 4
    return String.fromCharCode(Number.parseInt(code, 16))
  }

  #number(): number {
    const [written = ''] = /^[-+.\w]*/.exec(this.#text.slice(this.#at, this.#at + 400)) ?? []
    const value = Number(written)
    if (!/^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/.test(written) || !Number.isFinite(value)) {
      throw new Stop(words.badNumber(written), this.#at)
    }
    this.#at += written.length
    return value
  }

  #blanks(): void {
    while (/[ \t\r\n]/.test(this.#text[this.#at] ?? '')) this.#at += 1
  }

  #fail(otherwise?: string): never {
    const sign = this.#text.slice(this.#at).match(/^./u)?.[0]
    if (sign === undefined) throw new Stop(words.endTooEarly, this.#text.length)
    const half = halfWidth[sign]
    if (half !== undefined) throw new Stop(words.fullWidth(sign, half), this.#at)
    if (sign === "'") throw new Stop(words.singleQuote, this.#at)
    if (sign === '/' || sign === '#') throw new Stop(words.comment, this.#at)
    throw new Stop(otherwise ?? words.unexpected(sign), this.#at)
  }
}
