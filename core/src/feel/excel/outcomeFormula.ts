import type { Ast } from '../ast.ts'
import { excelMessages } from './messages.ts'
import type { ExcelRefusal, ExcelResult, ExcelScope, WorkingDayColumn } from './scope.ts'
import { toExcel } from './toExcel.ts'
import { tooLarge } from './tooLarge.ts'

/** One case of a rule, both expressions in strict-null form. */
export interface ExcelCase {
  /** Absent = always. */
  readonly applies?: Ast
  readonly when: Ast
}

/**
 * The outcome of one case for one row as one formula: 0 not applicable, 1 pass, 2 hit, 3 incomplete. Where `applies` is
 * null it is a pass if `when` is false, else incomplete.
 */
export function outcomeFormula(
  one: ExcelCase,
  scope: ExcelScope,
  workingDays: WorkingDayColumn | null = null,
): ExcelResult {
  const when = truth(one.when, scope, workingDays)
  const applies = one.applies && truth(one.applies, scope, workingDays)
  if (!when.ok || (applies && !applies.ok)) {
    const refusals: ExcelRefusal[] = [
      ...(when.ok ? [] : when.refusals),
      ...(applies && !applies.ok ? applies.refusals : []),
    ]
    return { ok: false, refusals }
  }
  // CHOOSE counts from 1: the truth of `applies` (0, 0.5, 1) picks the three, that of `when` the one among them
  const formula = applies
    ? `CHOOSE(1+6*${applies.formula}+2*${when.formula},0,0,0,1,3,3,1,3,2)`
    : `CHOOSE(1+2*${when.formula},1,3,2)`
  const size = tooLarge(formula)
  if (size !== null) {
    const { from, to } = one.when
    return { ok: false, refusals: [{ code: 'size', message: size, from, to }] }
  }
  return { ok: true, formula, type: 'number', array: when.array || (applies?.array ?? false) }
}

function truth(ast: Ast, scope: ExcelScope, workingDays: WorkingDayColumn | null): ExcelResult {
  const made = toExcel(ast, scope, workingDays)
  if (!made.ok || made.type === 'boolean') return made
  if (made.type === 'null') return { ...made, formula: '0.5', type: 'boolean' }
  const { from, to } = ast
  return { ok: false, refusals: [{ code: 'type', message: excelMessages.form('不是真假的条件'), from, to }] }
}
