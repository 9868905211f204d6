import { textLiteral } from './literals.ts'

/** True where the part is somewhere in the text; FIND tells upper from lower case. An error where either is null. */
export function containsFormula(text: string, part: string): string {
  // the part is appended so that FIND always finds it and its errors are nulls only
  return `FIND(${part},${text}&${part})<=LEN(${text})-LEN(${part})+1`
}

const special = /[\\^$.|?*+()[\]{}]/

/**
 * `matches` for the patterns that ordinary functions can test, null for all others. A pattern is taken apart into its
 * alternatives; each is a word somewhere (`短信`), at the start, at the end or the whole, or from end to end a fixed
 * start and one class of signs (`^C[0-9]*$`, `^[EF][0-9]*$`, `^[0-9]{15}$`). The formula is a comparison that is an
 * error where the text is null.
 */
export function patternFormula(text: string, pattern: string): string | null {
  const tests = alternatives(pattern).map((one) => wordTest(text, one) ?? classTest(text, one))
  if (tests.some((test) => test === null)) return null
  return `${tests.join('+')}>0`
}

/** `(a|b)$|c` as `a$`, `b$`, `c`: one group at most in each. */
function alternatives(pattern: string): string[] {
  return splitOutside(pattern).flatMap((one) => {
    const [, before = '', group = '', after = ''] = /^([^()]*)\(([^()]*)\)([^()]*)$/.exec(one) ?? []
    return group === '' ? [one] : splitOutside(group).map((inner) => before + inner + after)
  })
}

/** Split at each `|` that stands in no group and no class. */
function splitOutside(pattern: string): string[] {
  const parts = ['']
  let depth = 0
  for (const sign of pattern) {
    if (sign === '(' || sign === '[') depth++
    if (sign === ')' || sign === ']') depth--
    if (sign === '|' && depth === 0) parts.push('')
    else parts.push((parts.pop() ?? '') + sign)
  }
  return parts
}

/** A word with or without anchors, as 0 or 1. */
function wordTest(text: string, pattern: string): string | null {
  const [, start = '', word = '', end = ''] = /^(\^?)(.*?)(\$?)$/.exec(pattern) ?? []
  if (word === '' || special.test(word)) return null
  const literal = textLiteral(word)
  if (start && end) return `EXACT(${text},${literal})`
  if (start) return `EXACT(LEFT(${text},${word.length}),${literal})`
  if (end) return `EXACT(RIGHT(${text},${word.length}),${literal})`
  return `(${containsFormula(text, literal)})`
}

const wholeOfClass = /^\^(\[[^\\^\]]+\]|[^\\^$.|?*+()[\]{}]*)(\[[^\\^\]]+\])(\*|\+|\{\d+\})\$$/

function classTest(text: string, pattern: string): string | null {
  const [, start = '', signClass = '', times = ''] = wholeOfClass.exec(pattern) ?? []
  const signs = signsOf(signClass)
  const starts = start.startsWith('[') ? signsOf(start) : [start]
  const [first] = starts ?? []
  if (!signs || !starts || first === undefined) return null
  const rest = first === '' ? text : `MID(${text},${first.length + 1},LEN(${text}))`
  // each sign of the class is taken out in turn: nothing may be left
  const left = signs.reduce((of, sign) => `SUBSTITUTE(${of},${textLiteral(sign)},"")`, rest)
  const parts = [`(LEN(${left})=0)`]
  if (first !== '') {
    const begins = starts.map((one) => `EXACT(LEFT(${text},${one.length}),${textLiteral(one)})`)
    parts.unshift(`(${begins.join('+')})`)
  }
  if (times === '+') parts.push(`(LEN(${rest})>0)`)
  else if (times !== '*') parts.push(`(LEN(${rest})=${times.slice(1, -1)})`)
  return `(${parts.join('*')})`
}

/** `replace` by a text for patterns that are one sign of a class or a plain text; null for all others. */
export function replaceFormula(text: string, pattern: string, by: string): string | null {
  const parts = signsOf(pattern) ?? (pattern !== '' && !special.test(pattern) ? [pattern] : null)
  // a sign put in must not be taken out again by a later turn
  if (!parts || (parts.length > 1 && parts.some((part) => by.includes(part)))) return null
  return parts.reduce((of, part) => `SUBSTITUTE(${of},${textLiteral(part)},${textLiteral(by)})`, text)
}

/** The signs of a class such as `[0-9A-Z]`; null where it is none, or too large to write out. */
function signsOf(signClass: string): string[] | null {
  const inner = /^\[([^\\^[\]]+)\]$/.exec(signClass)?.[1]
  if (inner === undefined) return null
  const signs = new Set<string>()
  const all = Array.from(inner)
  for (let at = 0; at < all.length; at++) {
    const low = all[at] ?? ''
    const high = all[at + 1] === '-' ? all[at + 2] : undefined
    if (high === undefined) {
      signs.add(low)
      continue
    }
    for (let code = low.codePointAt(0) ?? 0; code <= (high.codePointAt(0) ?? 0); code++) {
      signs.add(String.fromCodePoint(code))
      if (signs.size > 40) return null
    }
    at += 2
  }
  return [...signs]
}
