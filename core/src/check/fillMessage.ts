import { compile, parseFeel, type Ast, type Kernel, type Scope } from '../feel/index.ts'
import type { Field } from '../policy/index.ts'
import { typed } from './compileCases.ts'
import { computeAt } from './computeAt.ts'
import { showCell, unitOf, formatWithUnit, showText, type Unit } from './formatValue.ts'
import { messages } from './messages.ts'
import { emptyUse } from './nameUse.ts'
import type { PolicyIndex } from './policyIndex.ts'
import { parametersName } from './tableScope.ts'
import type { WorldTable } from './world.ts'

/** A message with its placeholders taken apart: `逾期 {逾期天数} 天`. */
export interface MessageTemplate {
  readonly pieces: readonly (string | Placeholder)[]
}

export interface Placeholder {
  readonly text: string
  /** Null where the expression is faulty: then the placeholder is shown as written. */
  readonly kernel: Kernel | null
  /** A column that is shown as it stands, by the name it is computed under; null where something is computed. */
  readonly column: string | null
  readonly unit: Unit
  /** The field whose privacy the value has, where it shows one. */
  readonly field: Field | undefined
}

export function parseMessage(
  message: string,
  scope: Scope,
  index: PolicyIndex,
  assumedNames: ReadonlyMap<string, string>,
): MessageTemplate {
  const pieces: (string | Placeholder)[] = []
  for (const [at, text] of message.split(/\{([^{}]*)\}/).entries()) {
    // odd pieces stood in braces
    pieces.push(at % 2 === 0 ? text : placeholder(text, scope, index, assumedNames))
  }
  return { pieces }
}

function placeholder(
  text: string,
  scope: Scope,
  index: PolicyIndex,
  assumedNames: ReadonlyMap<string, string>,
): Placeholder {
  const use = emptyUse()
  const made = typed(text, scope, assumedNames, use)
  const parsed = parseFeel(text, scope.names())
  const ast = parsed.ok ? parsed.ast : null
  const fields = [...use.fields, ...[...use.relations.values()].flatMap((names) => [...names])]
  const shown = fields.map((name) => index.fieldByName.get(name)).filter((field) => field !== undefined)
  return {
    text,
    kernel: made.ok ? compile(made.expression) : null,
    column:
      ast?.kind === 'name' && use.fields.has(ast.name) ? (assumedNames.get(ast.name) ?? ast.name) : null,
    unit: ast ? unitOfAst(ast, index) : 'number',
    field: shown.find((field) => field.privacy) ?? (ast?.kind === 'name' ? shown[0] : undefined),
  }
}

/** Money plus money is money; money over money is a plain number. */
function unitOfAst(ast: Ast, index: PolicyIndex): Unit {
  switch (ast.kind) {
    case 'name':
      return unitOf(index.fieldByName.get(ast.name))
    case 'path': {
      if (ast.of.kind === 'name' && ast.of.name === parametersName) {
        const unit = index.parameterByName.get(ast.name)?.unit
        return unit === '元' ? 'money' : unit === '%' ? 'percent' : 'number'
      }
      return unitOf(index.fieldByName.get(ast.name))
    }
    case 'negate':
      return unitOfAst(ast.of, index)
    case 'if':
      return unitOfAst(ast.then, index)
    case 'call': {
      const [first] = ast.args
      const keeps = ['sum', 'max', 'min', 'abs', 'mean', 'round half up', 'floor', 'ceiling', 'decimal']
      return first && keeps.includes(ast.name) ? unitOfAst(first, index) : 'number'
    }
    case 'list':
      return ast.items[0] ? unitOfAst(ast.items[0], index) : 'number'
    case 'arithmetic': {
      const left = unitOfAst(ast.left, index)
      const right = unitOfAst(ast.right, index)
      if (ast.op === '/') return right === 'number' ? left : 'number'
      return left === 'number' ? right : left
    }
    default:
      return 'number'
  }
}

/** The message for one row. */
export function fillMessage({ pieces }: MessageTemplate, table: WorldTable, row: number): string {
  const [only] = pieces
  // the same words for every row are kept once
  if (pieces.length === 1 && typeof only === 'string') return only
  return pieces
    .map((piece, at) => {
      if (typeof piece === 'string') return piece
      const next = pieces[at + 1]
      return showPlaceholder(piece, table, row, typeof next === 'string' ? next : '')
    })
    .join('')
}

function showPlaceholder(piece: Placeholder, table: WorldTable, row: number, following: string): string {
  if (!piece.kernel) return `{${piece.text}}`
  if (piece.column !== null) return showCell(piece.field, table.frame.column(piece.column), row, following)
  const { column, at } = computeAt(piece.kernel, table, row)
  if (column.kind === 'number') {
    const value = column.values[at] ?? Number.NaN
    return Number.isNaN(value) ? messages.blank : formatWithUnit(value, piece.unit, following)
  }
  if (column.kind === 'text') {
    const text = column.dictionary[column.codes[at] ?? -1]
    return text === undefined ? messages.blank : showText(text, piece.field)
  }
  return showCell(piece.field, column, at, following)
}
