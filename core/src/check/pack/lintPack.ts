import type { Policy } from '../../policy/index.ts'
import { problemAt, readPack, type Pack, type PackProblem, type PackText } from '../../policy/pack/index.ts'
import { applyPacks, type PackLayer } from './applyPack.ts'
import { findFloorNotes } from './floorNotes.ts'
import { lintFields } from './lintFields.ts'
import { lintPageMap } from './lintPageMap.ts'
import { lintParameters } from './lintParameters.ts'
import { lintOwnRules, lintRuleReferences } from './lintRules.ts'
import { packWords } from './packWords.ts'
import { pageMapWords } from './pageMapWords.ts'

const words = packWords.lint

/** `error`: the pack cannot be used. `hint`: it can, but somebody should look. */
export interface PackFinding extends PackProblem {
  readonly level: 'error' | 'hint'
}

export interface LintedPack {
  /** Null where the file cannot be read as a pack at all. */
  readonly pack: Pack | null
  /** In the order of the file. */
  readonly findings: readonly PackFinding[]
}

/** How a lint part says what it found: where, what kind, words, and whether it only advises. */
export type Say = (
  path: PackProblem['path'],
  code: string,
  message: string,
  level?: PackFinding['level'],
) => void

/**
 * Looks through the text of a pack as a team lead wrote it: JSON, shape, names, units, conditions, examples. `base` is
 * the policy it will be laid over (with head office's pack where there is one).
 */
export function lintPack(text: string, base: Policy): LintedPack {
  const read = readPack(text)
  if (!read.ok) return { pack: null, findings: read.problems.map((one) => ({ ...one, level: 'error' })) }
  const { pack } = read
  const findings: PackFinding[] = []
  const say: Say = (path, code, message, level = 'error') => {
    findings.push({ ...locate(read, path, code, message), level })
  }
  lintParameters(pack, base, say)
  lintFields(pack, base, say)
  lintRuleReferences(pack, base, say)
  const layer: PackLayer = { pack, signedBy: { signer: '', keyFingerprint: '' } }
  const { policy, changes } = applyPacks(base, [layer])
  lintOwnRules(read, policy, base, say)
  lintPageMaps(pack, policy, say)
  if (changes.length === 0 && (pack.pageMaps ?? []).length === 0) say([], 'nothing', words.nothing, 'hint')
  for (const note of findFloorNotes(base, policy, changes)) {
    say(placeOfChange(pack, note.rule ?? ''), 'floor', words.loosensFloor(note.message), 'hint')
  }
  return { pack, findings: findings.toSorted((a, b) => a.line - b.line || a.column - b.column) }
}

function lintPageMaps(pack: Pack, policy: Policy, say: Say): void {
  const seen = new Set<string>()
  ;(pack.pageMaps ?? []).forEach((map, index) => {
    const path = ['pageMaps', index]
    if (seen.has(map.id)) say([...path, 'id'], 'twice', pageMapWords.sameId(map.id))
    seen.add(map.id)
    for (const { part, at, code, message, level } of lintPageMap(map, policy))
      say(part === 'map' ? path : [...path, part, at], code, message, level)
  })
}

function locate(read: PackText, path: PackProblem['path'], code: string, message: string): PackProblem {
  return problemAt(read, path, code, message)
}

/** Where the pack speaks of a rule; its parameters where it does not. */
function placeOfChange(pack: Pack, rule: string): PackProblem['path'] {
  for (const part of ['switchedOff', 'severities'] as const) {
    const at = (pack[part] ?? []).findIndex((one) => one.rule === rule)
    if (at >= 0) return [part, at]
  }
  return ['parameters']
}
