import { excelMessages } from './messages.ts'

/** Limits of Excel since 2007. */
const mostCharacters = 8192
const mostLevels = 64

/** Why Excel would not take a formula of this size; null where it would. */
export function tooLarge(formula: string): string | null {
  if (formula.length + 1 > mostCharacters) return excelMessages.tooLong(formula.length + 1)
  const depth = depthOf(formula)
  return depth > mostLevels ? excelMessages.tooDeep(depth) : null
}

/** The deepest parenthesis outside texts; every call opens one. */
function depthOf(formula: string): number {
  let depth = 0
  let deepest = 0
  let inText = false
  for (const sign of formula) {
    if (sign === '"') inText = !inText
    else if (inText) continue
    else if (sign === '(') deepest = Math.max(deepest, ++depth)
    else if (sign === ')') depth--
  }
  return deepest
}
