/** What is said when rows are moved into a new template. */
export const moveWords = {
  row: (row: number) => `第 ${row} 行`,
  noSheet: (table: string) => `标准模板没有“${table}”表，内容记在“未并入内容”。`,
  missingColumn: (name: string) => `没有必填列“${name}”（可能被删除或改了名），该列留空。`,
  unread: (header: string, text: string) => `“${header}”的“${text}”认不出，按原样保留，请改正。`,
  otherDay: '数据日期与其他文件不同，汇总表用最晚的一天。',
  leftOut: (why: string) => `没有并入（${why}），内容记在“未并入内容”。`,
  notTable: (reason: string) => `这张表没有并入：${reason}`,
  noKey: '没有借据号，已并入，请补上。',
  duplicate: (file: string, row: number) => `借据号与“${file}”第 ${row} 行相同，两行都保留，请核对。`,
  keptSheet: '未并入内容',
  keptHeader: ['来源文件', '来源表', '来源行', '列', '内容'],
  problemsSheet: '合并说明',
  problemsHeader: ['文件', '工作表', '单元格', '说明'],
} as const
