import { messages } from './messages.ts'

/** Words of `postloan report`. */
export const reportMessages = {
  help: `用法
  postloan report <台账> -o <文件夹>           检查台账，把该制发的文书写成 Word 文档（.docx），另写一份目录.csv
  做哪些
      --kind <文书>           只做这种，可写几个：风险预警通知书、催收通知书、到期提示函、一户一策方案、
                              档案缺件清单、贷后检查报告、贷后检查清单；不写则按台账判断该做哪些
      --loan <编号>           只做这笔或这一户（借据号、合同号、账号、客户名称），可写几个
      --all                   与 --kind 合用：不论该不该做，每户（每笔）都做一份
      --severity <级别>       风险预警通知书的起点：严重（默认）、警示、关注、提示
  写什么
      --bank、--org、--phone、--address、--complaints、--supervisor   银行名称、机构、电话、地址、投诉电话、主管
      --date 2026-11-05       落款日期；不写则留空线，签发时手写
  模板
      --templates <文件夹>     用本行的模板（文件名与文书同名，如 催收通知书.docx），没有的用自带模板
      --write-templates <文件夹>   把自带模板写出来供修改，不需要台账；占位符见 core/docs/documents.md
  输出
      -o, --output <文件夹>    每户一个文件夹
      --flat                  全部放在一个文件夹里
      --force                 允许覆盖已有的文件
  按谁的规矩
      --as-of、--previous、--policy、--trust、--waivers   同 postloan check

退出码  0 写好；1 有文书没有写成（已列明）；2 输入有误。中断后已写好的文书是完整的，目录列明写到哪里。
台账只读不改。发给客户的函件不含本行分类和检查发现；证件号、电话、账号总是遮盖。`,
  usage: '没有写台账。用法：postloan report <台账> -o <文件夹>，详见 postloan report --help。',
  noOutput: '没有写把文书放在哪个文件夹：请加 -o <文件夹>。',
  oneFile: '一次只看一份台账。',
  badKind: (written: string, known: readonly string[]): string =>
    `没有“${written}”这种文书，可写 ${known.join('、')}。`,
  allNeedsKind: '--all 要与 --kind 合用，写明做哪种文书。',
  badDate: (written: string): string => `--date 的日期“${written}”认不出，请写成 2026-11-05。`,
  badDay: messages.arguments.badDay,
  badSeverity: (written: string): string =>
    `--severity 的级别“${written}”认不出，可写 严重、警示、关注、提示。`,
  badLanguage: messages.arguments.badLanguage,
  noFolder: (path: string): string => `找不到模板文件夹“${path}”，请核对路径。`,
  noTemplates: (path: string, names: readonly string[]): string =>
    `模板文件夹“${path}”里没有一份认得的模板，文件名应为 ${names.join('、')}。`,
  notAFolder: (path: string): string => `“${path}”是一个文件，-o 应写文件夹。`,
  templateFault: (file: string, place: string, message: string): string =>
    [file, place, message].filter((part) => part !== '').join('  '),
  templateUsed: (file: string): string => `用本行模板 ${file}`,
  noLoans: '这份文件里没有贷款台账，只有其他登记簿，做不了文书。',
  noDay: '数据日期没有找到，期限和逾期判断不了。请加 --as-of，例如 --as-of 2026-10-31。',
  nothing: '没有该制发的文书。用 --kind 和 --loan 可以指定。',
  writing: (done: number, total: number): string => `写文书 ${done}/${total}`,
  exists: (count: number, first: string): string =>
    `有 ${count} 个文件已经存在（如“${first}”），一份也没有写。换一个文件夹，或加 --force 覆盖。`,
  written: (count: number, customers: number, folder: string): string =>
    `写好文书 ${count} 份，涉及 ${customers} 户，放在 ${folder}`,
  kindLine: (name: string, count: number): string => `  ${name} ${count} 份`,
  missing: (count: number): string => `其中 ${count} 份有待补的空线，栏目见目录。`,
  index: (path: string): string => `目录 ${path}`,
  notMade: (count: number): string => `没有写成 ${count} 份：`,
  notMadeLine: (name: string, message: string): string => `  ${name}  ${message}`,
  stopped: (done: number, total: number): string => `已中断：写好 ${done}/${total} 份，其余没有写。`,
  templatesWritten: (count: number, folder: string): string =>
    `自带模板 ${count} 份写在 ${folder}，改好后用 --templates ${folder}。`,
  indexName: '目录.csv',
  indexHeader: ['序号', '文书', '客户', '借据号', '客户经理', '制发原因', '发现项数', '待补', '文件'],
  allMade: '按 --all 制发',
  asked: '由经办人选定',
  noCustomer: '未填客户名称',
} as const
