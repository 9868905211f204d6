/** What is told to a person whose rule has no worksheet formula. */
export const excelMessages = {
  function: (name: string) => `函数“${name}”没有对应的表格公式,此规则须用加载项检查。`,
  calendar: (name: string) => `函数“${name}”要查工作日表,而工作簿里没有,此规则须用加载项检查。`,
  form: (what: string) => `${what}没有对应的表格公式,此规则须用加载项检查。`,
  pattern: (pattern: string) => `表格公式没有正则表达式,“${pattern}”写不成公式,此规则须用加载项检查。`,
  name: (name: string) => `名称“${name}”在工作簿中没有定义。`,
  constantArgument: (name: string) => `函数“${name}”的这个参数须是写明的常数才能写成公式。`,
  tooLong: (length: number) => `公式长 ${length} 个字符,超过 Excel 的 8192 个,此规则须用加载项检查。`,
  tooDeep: (depth: number) => `公式嵌套 ${depth} 层,超过 Excel 的 64 层,此规则须用加载项检查。`,
} as const
