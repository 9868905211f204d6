/** What is told to a person whose rule has no SQL. */
export const sqlMessages = {
  function: (name: string) => `函数“${name}”没有对应的 SQL，此规则不能导出。`,
  calendar: (name: string) => `函数“${name}”要查工作日日历，数据平台上没有，此规则不能导出。`,
  form: (what: string) => `${what}没有对应的 SQL，此规则不能导出。`,
  name: (name: string) => `名称“${name}”在导出的表中没有定义。`,
  constantArgument: (name: string) => `函数“${name}”的这个参数须是写明的常数才能导出 SQL。`,
} as const
