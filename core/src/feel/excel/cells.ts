import type { Ast, IsNullAst } from '../ast.ts'
import { excelMessages } from './messages.ts'
import { nullPiece, type Piece, perItemOf } from './piece.ts'
import type { ExcelName, ExcelScope } from './scope.ts'
import type { ExcelTranslation } from './toExcel.ts'

type Column = Extract<ExcelName, { kind: 'column' }>

/** A cell's value, an error where it is blank or holds something else than it should. */
export function cellValue(column: Column): string {
  const { reference } = column
  if (column.type === 'text') return `IF(${reference}="",NA(),${reference}&"")`
  // a time of day beside a date is no part of it
  const value = column.type === 'date' ? `INT(${reference})` : reference
  return `IF(ISNUMBER(${reference}),${value},NA())`
}

/** A cell as a truth: TRUE/FALSE or 是/否; 0.5 for anything else. A blank cell would equal FALSE, so it is asked first. */
export function cellTruth(reference: string): string {
  const logical = `IF(${reference}="",0.5,IF(${reference}=TRUE,1,IF(${reference}=FALSE,0,0.5)))`
  return `IFERROR(IF(${reference}="是",1,IF(${reference}="否",0,${logical})),0.5)`
}

export function columnPiece(column: Extract<ExcelName, { kind: 'column' }>): Piece {
  if (column.type === 'null') return nullPiece
  const formula = column.type === 'boolean' ? cellTruth(column.reference) : cellValue(column)
  return { formula, type: column.type, ...(column.perItem ? { perItem: true } : {}) }
}

/** A column, and where it is one of another table, whether there is such a row. */
type Found = Column & { readonly found?: string }

/** Whether a cell is blank: 1, 0, or 0.5 where it holds something unreadable. No row is blank too. */
function isBlank(column: Found): string {
  const blank = cellIsBlank(column)
  return column.found === undefined ? blank : `IF(${column.found}=1,${blank},1)`
}

function cellIsBlank(column: Column): string {
  const { reference } = column
  switch (column.type) {
    case 'null':
      return '0.5'
    case 'text':
      return `IFERROR(--(${reference}=""),0.5)`
    case 'boolean':
      return `IFERROR(IF(${reference}="",1,IF(${cellTruth(reference)}=0.5,0.5,0)),0.5)`
    case 'number':
    case 'date':
      return `IFERROR(IF(ISNUMBER(${reference}),0,IF(${reference}="",1,0.5)),0.5)`
  }
}

/** Blank is null, unknown is neither: `x = null` where something unknown made x null is null. */
export function isNullFormula(translation: ExcelTranslation, ast: IsNullAst, scope: ExcelScope): Piece {
  const made = nullTest(translation, ast.of, scope)
  return ast.negated ? { ...made, formula: `(1-${made.formula})` } : made
}

function nullTest(translation: ExcelTranslation, of: Ast, scope: ExcelScope): Piece {
  const name = nameOf(of, scope)
  const owner = of.kind === 'path' ? nameOf(of.of, scope) : name
  if (owner?.kind === 'relation') translation.array = true
  if (name?.kind === 'column') {
    return { formula: isBlank(name), type: 'boolean', ...perItemColumn(name) }
  }
  if (name?.kind === 'absent') return { formula: '0.5', type: 'boolean' }
  if (name?.kind === 'relation' && name.cardinality === 'one') {
    return { formula: `(1-${name.found})`, type: 'boolean' }
  }
  const piece = translation.translate(of, scope)
  if (piece === nullPiece) return { formula: '1', type: 'boolean' }
  const columns = [...columnsIn(of, scope)]
  if (columns.includes('list') || piece.beside)
    return translation.refuse('form', excelMessages.form('列表与空值的这种比较'), of)
  const isNull = piece.type === 'boolean' ? `${piece.formula}=0.5` : `ISERROR(${piece.formula})`
  if (columns.includes('absent')) {
    return { formula: `IF(${isNull},0.5,0)`, type: 'boolean', ...perItemOf([piece]) }
  }
  const blanks = new Set(columns.flatMap((one) => (typeof one === 'string' ? [] : [`(${isBlank(one)}=0.5)`])))
  const unknown = blanks.size === 0 ? '1' : `IF(${[...blanks].join('+')}>0,0.5,1)`
  return { formula: `IF(${isNull},${unknown},0)`, type: 'boolean', ...perItemOf([piece]) }
}

/** What a name or a path of names stands for. */
function nameOf(ast: Ast, scope: ExcelScope): Exclude<ExcelName, Column> | Found | undefined {
  if (ast.kind === 'name') return scope.lookup(ast.name)
  if (ast.kind !== 'path' || ast.of.kind !== 'name') return undefined
  const owner = scope.lookup(ast.of.name)
  if (owner?.kind === 'absent') return owner
  if (owner?.kind === 'group') return owner.scope.lookup(ast.name)
  if (owner?.kind !== 'relation' || owner.cardinality !== 'one') return undefined
  const column = owner.scope.lookup(ast.name)
  return column?.kind === 'column' ? { ...column, found: owner.found } : column
}

/** The columns that an expression's value is made of; what a condition only looks at does not make it unknown. */
function* columnsIn(ast: Ast, scope: ExcelScope): Generator<Found | 'absent' | 'list'> {
  const name = nameOf(ast, scope)
  if (name?.kind === 'column') yield name
  else if (name?.kind === 'absent') yield 'absent'
  else if (name?.kind === 'relation') yield 'list'
  for (const part of name ? [] : valueParts(ast)) yield* columnsIn(part, scope)
}

function valueParts(ast: Ast): readonly Ast[] {
  switch (ast.kind) {
    case 'path':
    case 'negate':
    case 'filter':
      return [ast.of]
    case 'arithmetic':
    case 'compare':
      return [ast.left, ast.right]
    case 'call':
      return ast.args
    case 'logic':
      return ast.parts
    default:
      return []
  }
}

function perItemColumn(column: Column): { readonly perItem?: true } {
  return column.perItem ? { perItem: true } : {}
}
