import type { FeelValue } from '../types.ts'
import { formatValue } from '../values/formatValue.ts'
import { compilePattern, matchesNothing, replacementOf } from '../values/pattern.ts'
import { isList } from '../values/temporal.ts'
import type { Signature } from './signature.ts'
import { param, value } from './signature.ts'

const string = param('string', 'text')
const match = param('match', 'text')
const input = param('input', 'text')
const pattern = param('pattern', 'text')
const flags = param('flags', 'text')

type Texts = (...texts: readonly string[]) => FeelValue

/** A function of texts only. */
function texts(
  name: string,
  params: Signature['params'],
  result: Signature['result'],
  run: Texts,
): Signature {
  return value(name, params, result, (...args) => {
    const strings: string[] = []
    for (const arg of args) {
      if (typeof arg !== 'string') return null
      strings.push(arg)
    }
    return run(...strings)
  })
}

/** Positions count characters as people see them, not UTF-16 halves. */
function substring(text: FeelValue | undefined, start: FeelValue | undefined, length?: FeelValue): FeelValue {
  if (typeof text !== 'string' || typeof start !== 'number' || !Number.isInteger(start) || start === 0)
    return null
  const characters = Array.from(text)
  const from = start > 0 ? start - 1 : characters.length + start
  if (from < 0 || from >= characters.length) return null
  if (length === undefined) return characters.slice(from).join('')
  return typeof length === 'number' && length >= 1
    ? characters.slice(from, from + Math.trunc(length)).join('')
    : null
}

function replace(text: string, source: string, by: string, options = ''): FeelValue {
  const compiled = compilePattern(source, options, true)
  const replacement = options.includes('q') ? by.replaceAll('$', '$$$$') : replacementOf(by)
  // XPath forbids a pattern that matches nothing at all
  if (!compiled || replacement === null || matchesNothing(compiled)) return null
  return text.replace(compiled, replacement)
}

function split(text: string, delimiter: string): FeelValue {
  const compiled = compilePattern(delimiter, '', true)
  if (!compiled || matchesNothing(compiled)) return null
  const parts: string[] = []
  let from = 0
  for (const found of text.matchAll(compiled)) {
    parts.push(text.slice(from, found.index))
    from = found.index + found[0].length
  }
  return [...parts, text.slice(from)]
}

function joinTexts(list: FeelValue | undefined, delimiter: FeelValue = null): FeelValue {
  if (list === undefined || list === null || (delimiter !== null && typeof delimiter !== 'string'))
    return null
  const parts: string[] = []
  for (const item of isList(list) ? list : [list]) {
    if (item === null) continue
    if (typeof item !== 'string') return null
    parts.push(item)
  }
  return parts.join(delimiter ?? '')
}

/** `number("1.234,5", ".", ",")` */
function toNumber(from: FeelValue = null, grouping: FeelValue = null, decimal: FeelValue = null): FeelValue {
  if (typeof from !== 'string')
    return typeof from === 'number' && grouping === null && decimal === null ? from : null
  if (grouping !== null && grouping !== ' ' && grouping !== ',' && grouping !== '.') return null
  if (decimal !== null && decimal !== ',' && decimal !== '.') return null
  if (grouping !== null && grouping === decimal) return null
  let text = grouping === null ? from : from.replaceAll(grouping, '')
  if (decimal === ',') {
    if (text.includes('.')) return null
    text = text.replace(',', '.')
  }
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : null
}

export const textFunctions: readonly Signature[] = [
  value('substring', [string, param('start position', 'number')], 'text', substring),
  value(
    'substring',
    [string, param('start position', 'number'), param('length', 'number')],
    'text',
    substring,
  ),
  texts('string length', [string], 'number', (s = '') => Array.from(s).length),
  texts('upper case', [string], 'text', (s = '') => s.toUpperCase()),
  texts('lower case', [string], 'text', (s = '') => s.toLowerCase()),
  texts('substring before', [string, match], 'text', (s = '', m = '') =>
    s.slice(0, Math.max(0, s.indexOf(m))),
  ),
  texts('substring after', [string, match], 'text', (s = '', m = '') =>
    s.includes(m) ? s.slice(s.indexOf(m) + m.length) : '',
  ),
  texts('contains', [string, match], 'boolean', (s = '', m = '') => s.includes(m)),
  texts('starts with', [string, match], 'boolean', (s = '', m = '') => s.startsWith(m)),
  texts('ends with', [string, match], 'boolean', (s = '', m = '') => s.endsWith(m)),
  texts('matches', [input, pattern], 'boolean', (s = '', p = '') => compilePattern(p, '')?.test(s) ?? null),
  {
    ...value('matches', [input, pattern, flags], 'boolean', (s, p, f) =>
      typeof s === 'string' && typeof p === 'string' && (f === null || typeof f === 'string')
        ? (compilePattern(p, f ?? '')?.test(s) ?? null)
        : null,
    ),
    nulls: true,
  },
  texts('replace', [input, pattern, param('replacement', 'text')], 'text', replace),
  {
    ...value('replace', [input, pattern, param('replacement', 'text'), flags], 'text', (s, p, r, f) =>
      typeof s === 'string' &&
      typeof p === 'string' &&
      typeof r === 'string' &&
      (f === null || typeof f === 'string')
        ? replace(s, p, r, f ?? '')
        : null,
    ),
    nulls: true,
  },
  texts('split', [string, param('delimiter', 'text')], 'list', split),
  value('string join', [param('list', 'list')], 'text', (l) => joinTexts(l)),
  {
    ...value('string join', [param('list', 'list'), param('delimiter', 'text')], 'text', joinTexts),
    nulls: true,
  },
  value('string', [param('from', 'any')], 'text', (v = null) => formatValue(v)),
  value('number', [param('from', 'any')], 'number', (v) => toNumber(v)),
  {
    ...value(
      'number',
      [param('from', 'any'), param('grouping separator', 'text'), param('decimal separator', 'text')],
      'number',
      toNumber,
    ),
    nulls: true,
  },
]
