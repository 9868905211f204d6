import { normalizeContextKey, parser, trackVariables } from 'lezer-feel'

import type { Ast } from '../ast.ts'
import { functionNames } from '../functions/functionNames.ts'
import { messages } from '../messages.ts'
import type { FeelError } from '../types.ts'
import { describeSyntaxError } from './describeSyntaxError.ts'
import { parsedAhead } from './parsedAhead.ts'
import { countLinks, splitChain, withoutBrackets, type Span } from './splitChain.ts'
import { toAst } from './toAst.ts'

export type Parsed =
  | { readonly ok: true; readonly ast: Ast }
  | { readonly ok: false; readonly errors: readonly FeelError[] }

/** A nested object whose keys are names; values that are plain objects nest further. Only the keys matter. */
export type NameShape = Readonly<Record<string, unknown>>

type ConfiguredParser = ReturnType<typeof parser.configure>
const parsers = new WeakMap<object, ConfiguredParser>()

/** Names the tokenizer cannot see for itself: those with blanks or signs in them. */
const NEEDS_CONTEXT = /[^\p{L}\p{N}_]/u

/**
 * Parses one FEEL expression. `names` are the names in scope (only those with blanks or signs in them matter);
 * `shape` gives names inside contexts. The same array or object may be passed again and again: its parser is kept.
 */
export function parseFeel(text: string, names: readonly string[], shape?: NameShape): Parsed {
  if (text.trim() === '') {
    return { ok: false, errors: [{ code: 'syntax', message: messages.empty(), from: 0, to: text.length }] }
  }
  const ahead = shape === undefined && !hasSigns(names) ? parsedAhead(text) : null
  return ahead ? { ok: true, ast: ahead } : parsePiece(text, { from: 0, to: text.length }, names, shape)
}

const signs = new WeakMap<readonly string[], boolean>()

/** Whether what an expression means can depend on the names in scope. */
function hasSigns(names: readonly string[]): boolean {
  const kept = signs.get(names) ?? names.some((name) => NEEDS_CONTEXT.test(name))
  signs.set(names, kept)
  return kept
}

/** Links of a chain that the parser takes in one go: the grammar nests chains, and it gives up some 250 deep. */
const safeChain = 100

/** A bank may well list a thousand alternatives: parts of such a chain are read one by one. */
function parsePiece(
  text: string,
  piece: Span,
  names: readonly string[],
  shape: NameShape | undefined,
): Parsed {
  // blanks in front keep every place in the text where it is
  const whole = (): Parsed =>
    parseWhole(' '.repeat(piece.from) + text.slice(piece.from, piece.to), names, shape)
  if (countLinks(text, piece) <= safeChain) return whole()
  for (const op of ['or', 'and'] as const) {
    const spans = splitChain(text, piece, op)
    if (spans.length === 1) continue
    const parts: Ast[] = []
    for (const span of spans) {
      const part = parsePiece(text, span, names, shape)
      if (!part.ok) return part
      parts.push(part.ast)
    }
    return { ok: true, ast: { kind: 'logic', op, parts, ...piece } }
  }
  const inner = withoutBrackets(text, piece)
  if (inner) return parsePiece(text, inner, names, shape)
  const parsed = whole()
  if (parsed.ok) return parsed
  return { ok: false, errors: parsed.errors.map((error) => ({ hint: messages.tooDeep(), ...error })) }
}

function parseWhole(text: string, names: readonly string[], shape: NameShape | undefined): Parsed {
  const tree = parserFor(names, shape).parse(text)
  const errors: FeelError[] = []
  tree.iterate({
    enter(node) {
      if (node.type.isError && errors.length === 0) errors.push(describeSyntaxError(text, node.from, node.to))
    },
  })
  if (errors.length > 0) return { ok: false, errors }
  const ast = toAst(tree.topNode, text, originals(names, shape), errors)
  return ast && errors.length === 0 ? { ok: true, ast } : { ok: false, errors }
}

function parserFor(names: readonly string[], shape: NameShape | undefined): ConfiguredParser {
  const kept = parsers.get(shape ?? names)
  if (kept) return kept
  const context: Record<string, unknown> = { ...shape }
  for (const name of [...names, ...functionNames])
    if (NEEDS_CONTEXT.test(name) && !(name in context)) context[name] = 1
  const made = parser.configure({ top: 'Expression', contextTracker: trackVariables(context) })
  parsers.set(shape ?? names, made)
  return made
}

const spellings = new WeakMap<object, ReadonlyMap<string, string>>()

/** Spelling of names with signs in them, by the tokenizer's form (`a - b` → `a-b`); kept like the parser. */
function originals(names: readonly string[], shape: NameShape | undefined): ReadonlyMap<string, string> {
  const kept = spellings.get(shape ?? names)
  if (kept) return kept
  const found = new Map<string, string>()
  const add = (name: string): void => {
    if (NEEDS_CONTEXT.test(name)) found.set(normalizeContextKey(name), name)
  }
  for (const name of names) add(name)
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) walk(item)
    else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) {
        add(name)
        walk(inner)
      }
    }
  }
  walk(shape)
  spellings.set(shape ?? names, found)
  return found
}
