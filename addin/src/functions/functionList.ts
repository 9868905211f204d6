/** The functions of the add-in for cells: what Excel is told about them and what they are called in code, in one place. */
export interface CellFunction {
  readonly id: string
  /** In Chinese, as Excel shows it. */
  readonly description: string
  readonly result: 'string' | 'number'
  /** Which day it is matters, so the workbook's date system does. */
  readonly onCalendar?: true
  readonly parameters: readonly {
    readonly name: string
    readonly description: string
    readonly type: 'string' | 'number' | 'any'
    readonly optional?: true
  }[]
}

export const NAMESPACE = 'POSTLOAN'

export const functionList = [
  {
    id: 'IDCHECK',
    description: '核对居民身份证号码的格式、出生日期和校验位',
    result: 'string',
    parameters: [{ name: 'number', description: '身份证号码，请按文本存放', type: 'any' }],
  },
  {
    id: 'USCC',
    description: '核对统一社会信用代码的字符和校验位',
    result: 'string',
    parameters: [{ name: 'code', description: '统一社会信用代码', type: 'any' }],
  },
  {
    id: 'FIVECLASS',
    description: '按逾期天数给出五级分类不得高于的一级',
    result: 'string',
    parameters: [{ name: 'days', description: '逾期天数', type: 'number' }],
  },
  {
    id: 'NEXTCHECK',
    description: '上次检查后，下一次贷后检查最晚的日期',
    result: 'number',
    parameters: [
      { name: 'last', description: '上次检查日期', type: 'number' },
      { name: 'risk', description: '风险等级：高、中、低，不填按低', type: 'string', optional: true },
    ],
  },
  {
    id: 'WORKDAYS',
    description: '某日之后第 n 个工作日，按国务院公布的节假日安排',
    result: 'number',
    onCalendar: true,
    parameters: [
      { name: 'start', description: '起始日期', type: 'number' },
      { name: 'count', description: '工作日数，可为负', type: 'number' },
    ],
  },
] as const satisfies readonly CellFunction[]

export type FunctionId = (typeof functionList)[number]['id']

/** The metadata file that the manifest names. */
export function functionsJson(): string {
  const functions = functionList.map(({ id, description, result, parameters }) => ({
    id,
    name: id,
    description,
    result: { type: result, dimensionality: 'scalar' },
    parameters: parameters.map((parameter) => ({ ...parameter, dimensionality: 'scalar' })),
  }))
  return `${JSON.stringify({ allowCustomDataForDataTypeAny: false, functions }, null, 2)}\n`
}
