import { findForbiddenWords, numbersOfPolicy } from '../check/index.ts'
import type { Policy } from '../policy/index.ts'
import { internalWords } from './internalWords.ts'
import { kindOf } from './kinds.ts'
import { messages } from './messages.ts'
import { nearestName } from './nearestName.ts'
import { scopeOf, type Scope } from './placeholders.ts'
import type { TemplateParagraph } from './templateText.ts'
import type { DocumentKindId, TemplateFault, TemplateFaultCode, UsedPlaceholder } from './types.ts'

export interface Linted {
  readonly faults: readonly TemplateFault[]
  readonly placeholders: readonly UsedPlaceholder[]
}

interface Opened {
  readonly name: string
  readonly as: 'each' | 'if' | 'unless'
  readonly scope: Scope
  readonly paragraph: TemplateParagraph
  readonly inside: UsedPlaceholder[]
}

/** What is wrong with the placeholders of one part of a template, each with its place and what was meant. */
export function lintParagraphs(
  paragraphs: readonly TemplateParagraph[],
  file: string,
  kind: DocumentKindId,
  policy: Policy,
): Linted {
  const faults: TemplateFault[] = []
  const top: UsedPlaceholder[] = []
  const whole = scopeOf(kind, policy)
  const open: Opened[] = []
  const scopes = (): Scope[] => [...open.map(({ scope }) => scope).reverse(), whole]
  const isLetter = kindOf(kind).reader === 'customer'
  for (const paragraph of paragraphs) {
    const say = (code: TemplateFaultCode, placeholder: string, message: string): void => {
      faults.push({ code, file, place: paragraph.place, placeholder, message })
    }
    for (const piece of piecesOf(paragraph.text)) {
      if (piece.is === 'fullWidth')
        say('fullWidthBraces', piece.text, messages.fault.fullWidthBraces(piece.text))
      else if (piece.is === 'broken') say('brokenBraces', piece.text, messages.fault.brokenBraces(piece.text))
      else if (piece.sign === '/') close(piece.name, paragraph, open, say)
      else {
        const used = readPlaceholder(piece, scopes(), whole, { kind, policy, isLetter }, say)
        if (!used) continue
        const target = open.at(-1)?.inside ?? top
        const inside: UsedPlaceholder[] = []
        target.push({ name: piece.name, as: used.as, inside })
        if (used.as !== 'value')
          open.push({ name: piece.name, as: used.as, scope: used.scope, paragraph, inside })
      }
    }
    if (isLetter) {
      const word = wordOf(paragraph.text, policy)
      if (word !== null) say('forbiddenWords', word, messages.fault.forbiddenWords(word))
    }
  }
  for (const { name, as, paragraph } of open) {
    const sign = as === 'unless' ? '^' : '#'
    faults.push({
      code: 'notClosed',
      file,
      place: paragraph.place,
      placeholder: `{${sign}${name}}`,
      message: messages.fault.notClosed(name),
    })
  }
  return { faults, placeholders: top }
}

type Say = (code: TemplateFaultCode, placeholder: string, message: string) => void

function close(name: string, paragraph: TemplateParagraph, open: Opened[], say: Say): void {
  const written = `{/${name}}`
  const last = open.at(-1)
  if (last && (last.name === name || name === '')) {
    open.pop()
    if (last.paragraph.tables.join() !== paragraph.tables.join())
      say('splitLoop', written, messages.fault.splitLoop(last.name))
    return
  }
  const at = open.findLastIndex((one) => one.name === name)
  if (at < 0 || !last) {
    say('notOpened', written, messages.fault.notOpened(name))
    return
  }
  say('crossed', written, messages.fault.crossed(last.name, name))
  open.splice(at)
}

/** What a placeholder stands for; null where that is wrong, which is said. */
function readPlaceholder(
  { sign, name }: Extract<Piece, { is: 'placeholder' }>,
  scopes: readonly Scope[],
  whole: Scope,
  {
    kind,
    policy,
    isLetter,
  }: { readonly kind: DocumentKindId; readonly policy: Policy; readonly isLetter: boolean },
  say: Say,
): { readonly as: UsedPlaceholder['as']; readonly scope: Scope } | null {
  const written = `{${sign}${name}}`
  const list = scopes.flatMap((scope) => scope.lists.get(name) ?? [])[0]
  const isName = scopes.some((scope) => scope.names.has(name))
  const here = scopes[0] ?? whole
  if (sign === '') {
    if (isName) return { as: 'value', scope: here }
    if (list) {
      say('wrongPlace', written, messages.fault.isList(name))
      return null
    }
  } else if (list) {
    return sign === '^' ? { as: 'unless', scope: here } : { as: 'each', scope: list }
  } else if (isName) {
    if (isCondition(name, policy)) return { as: sign === '^' ? 'unless' : 'if', scope: here }
    say('wrongPlace', written, messages.fault.notAList(name))
    // what it holds is still looked at, and its end is no fault of its own
    return { as: 'if', scope: here }
  }
  if (isLetter && knownToBank(name, kind, policy)) {
    say('notForCustomer', written, messages.fault.notForCustomer(name))
    return sign === '' ? null : { as: 'if', scope: here }
  }
  // a list with few names of its own is nearer than one with all the fields of a table
  const holders = [...whole.lists]
    .filter(([, scope]) => scope.names.has(name))
    .toSorted(([, a], [, b]) => a.names.size - b.names.size)
    .map(([one]) => one)
  if (sign === '' && holders.length > 0) {
    say('wrongPlace', written, messages.fault.needsList(name, holders.slice(0, 1)))
    return null
  }
  const known = sign === '' ? scopes.flatMap((scope) => [...scope.names.keys()]) : [...whole.lists.keys()]
  say('unknownName', written, messages.fault.unknownName(name, nearestName(name, known)))
  return sign === '' ? null : { as: 'if', scope: here }
}

function isCondition(name: string, policy: Policy): boolean {
  if (name.startsWith('有')) return true
  return policy.fields.some((field) => field.name === name && field.type === 'boolean')
}

/** A name that documents for the bank itself may use. */
function knownToBank(name: string, kind: DocumentKindId, policy: Policy): boolean {
  const scope = scopeOf(kind === 'collectionNotice' ? 'casePlan' : 'warningNotice', policy)
  return (
    scope.names.has(name) ||
    scope.lists.has(name) ||
    [...scope.lists.values()].some((one) => one.names.has(name)) ||
    policy.fields.some((field) => field.name === name)
  )
}

type Piece =
  | { readonly is: 'placeholder'; readonly sign: '' | '#' | '^' | '/'; readonly name: string }
  | { readonly is: 'broken'; readonly text: string }
  | { readonly is: 'fullWidth'; readonly text: string }

function* piecesOf(text: string): Generator<Piece> {
  for (const [whole] of text.matchAll(/\{[^{}]*\}?|[^{}]{0,12}\}|｛[^｛｝{}]{0,20}[｝}]?/g)) {
    if (whole.startsWith('｛')) yield { is: 'fullWidth', text: whole }
    else if (!whole.startsWith('{') || !whole.endsWith('}')) yield { is: 'broken', text: whole.slice(0, 20) }
    else {
      const inner = whole.slice(1, -1).trim()
      const first = inner[0]
      const sign = first === '#' || first === '^' || first === '/' ? first : ''
      yield { is: 'placeholder', sign, name: inner.slice(sign.length).trim() }
    }
  }
}

/** A word that no letter to a customer may hold. */
export function wordOf(text: string, policy: Policy): string | null {
  const own = policy.parameters.find((one) => one.id === 'forbiddenCollectionWords')?.values.at(-1)?.value
  const words = Array.isArray(own) ? own.filter((word): word is string => typeof word === 'string') : []
  return findForbiddenWords(text) ?? [...words, ...internalWords].find((word) => text.includes(word)) ?? null
}

/** Hours in which nobody may be collected from, by the policy. */
export function quietHours(
  policy: Policy,
  asOf: number | null,
): { readonly from: number; readonly to: number } {
  const value = numbersOfPolicy(policy, asOf)
  return { from: value('collectionQuietFrom', 22), to: value('collectionQuietTo', 8) }
}
