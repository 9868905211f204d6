import { comparisonLabels, comparisonTables } from '../check/index.ts'
import { messages } from './messages.ts'

/** Words of `postloan compare`. */
export const compareMessages = {
  help: `用法
  postloan compare <上期台账> <本期台账>    两期比较：迁徙矩阵、迁徙率、逐笔变化、新增和整改的发现
      --as-of 2026-10-31      本期数据日期（台账里没有写明时必须给出）
      --policy <策略包>        按本行的 .postloan.json 检查，可写几个
      --trust <指纹或密钥文件>  只认这把密钥签的策略包
      -o, --output <文件>      另存一份工作簿：迁徙矩阵、迁徙率、逐笔变化、发现的变化、新增与不见的贷款
      --force                 允许覆盖已有的输出文件
      --mask-names            结果中的个人姓名只留姓氏
      --json                  输出 JSON，列出每一笔变化
      --lang en               运行日志用英文

退出码  0 正常；2 输入有误
两份台账只读不改。`,
  twoFiles: '请写两份台账，上期在前、本期在后。用法：postloan compare <上期台账> <本期台账>',
  outputName: (path: string): string => `比较结果写成 Excel 工作簿，“${path}”请以 .xlsx 结尾。`,
  badLanguage: messages.arguments.badLanguage,
  written: (path: string): string => `比较结果已写到 ${path}`,
  badDay: messages.arguments.badDay,
  origins: comparisonLabels.origins,
  fates: comparisonLabels.fates,
  ...comparisonTables,
  title: '两期比较',
  ledger: (which: string, file: string, day: string, loans: string): string =>
    `${which}  ${file}  数据日期 ${day}  借据 ${loans} 笔`,
  loans: (matched: string, appeared: string, gone: string): string =>
    `配对 ${matched} 笔，新增 ${appeared} 笔，不在本期 ${gone} 笔`,
  unmatched: (before: string, now: string): string => `无法配对：上期 ${before} 笔，本期 ${now} 笔`,
  moveLine: (name: string, count: string): string => `${name} ${count} 项`,
  ruleTitle: '按规则（新发现最多的）',
  ruleHeader: ['规则', '', ...comparisonTables.ruleHeader],
  newSerious: (count: number): string => `新发现的严重 ${count} 项`,
  findingLine: (row: number, key: string, message: string): string => `第 ${row} 行  ${key}  ${message}`,
  more: (count: number): string => `…… 另有 ${count} 项，见 --json`,
  groupHeader: ['', ...comparisonTables.groupHeader],
  nobody: messages.report.nobody,
  notes: messages.report.notesTitle,
} as const
