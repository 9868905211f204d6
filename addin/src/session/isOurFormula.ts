import { FORMULA_SIGNATURE } from '@postloan/core/workbook/own'

const signature = FORMULA_SIGNATURE.replaceAll(/\s/g, '')

/** A conditional format of ours, whoever wrote it and whatever Excel made of its blanks. */
export function isOurFormula(formula: string): boolean {
  return formula.replaceAll(/\s/g, '').includes(signature)
}
