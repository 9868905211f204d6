/** Why a rule is not among the formulas of a workbook. */
export const judgingMessages = {
  previous: '要与上期台账比较',
  relation: (name: string) => `要看“${name}”`,
  field: (name: string) => `要用“${name}”`,
  parameter: (name: string) => `参数“${name}”不能写成公式`,
  faulty: '条件写得不对',
} as const
