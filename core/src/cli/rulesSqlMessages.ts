/** Words of `postloan rules --sql`. */
export const rulesSqlMessages = {
  usage:
    '写法不对。用法：postloan rules --sql duckdb|postgres|clickhouse|spark --as-of 2026-10-31 [--map 对照表.json] [--policy 策略包]',
  unknownDialect: (written: string, known: readonly string[]): string =>
    `--sql “${written}”认不出，可写 ${known.join('、')}。`,
  noDay: '请用 --as-of 写明数据日期，例如 --as-of 2026-10-31：参数按这一天取值，日期按这一天计算。',
  badMap: (path: string, why: string): string => `对照表“${path}”不能用：${why}`,
  unreadable: '文件读不出，请核对路径。',
  noJson: '不是 JSON。',
  badShape: (places: readonly string[]): string =>
    `写法不对（${places.filter((place) => place !== '').join('、') || '最外层'}）。应为 {"tables":{"借据":{"table":"表名","columns":{"借据号":"列名"},"row":"行标识列","codes":{"五级分类":{"01":"正常"}}}},"previous":{…}}。`,
  unknownTable: (name: string, known: readonly string[]): string =>
    `没有“${name}”这种台账，可写 ${known.join('、')}；上期借据写在 previous。`,
  unknownField: (name: string): string => `没有“${name}”这个字段。`,
  head: (version: string, asOf: string, dialect: string): readonly string[] => [
    `贷后助手 规则 ${version}，数据日期 ${asOf}，${dialect}`,
    '每条语句返回：行的编号、rule 规则、case 情形、outcome（2 命中，3 无法判断）。',
    '金额以元计，利率写作百分数（5.22 即 5.22%），日期为 DATE，计算列中的是否为 BOOLEAN；空白须为 NULL，编号写法须一致。',
    '各表只按所列编号关联：登记簿中该编号空白的行不会找到，借据该编号空白的记为无法判断；上期一笔对两笔的也记为无法判断。',
  ],
  table: (table: string, rules: number, cases: number): string =>
    `${table}：规则 ${rules} 条，情形 ${cases} 个`,
  joined: (relation: string, by: readonly string[]): string => `${relation} 按 ${by.join('、')} 关联`,
  computed: '下列计算列须先在表中备好：',
  left: (count: number): string => `没有导出的情形 ${count} 个：`,
  uniqueKey: '行的编号不得重复、不得为空；对照表没有写 row 时以第一列为编号。',
} as const
