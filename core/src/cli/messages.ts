import type { Severity } from '../policy/index.ts'

const severity: Readonly<Record<Severity, string>> = {
  serious: '严重',
  warning: '警示',
  attention: '关注',
  notice: '提示',
}

/** Shape and word of each level, as in the ledger's flag column; all signs are in GB 2312 and print in black and white. */
const levelSign: Readonly<Record<Severity, string>> = {
  serious: '◆ 严重',
  warning: '▲ 警示',
  attention: '● 关注',
  notice: '■ 提示',
}

/** Words of the command line. */
export const messages = {
  severity,
  levelSign,
  undecided: '？无法判断',
  ownReport: (path: string): string => `“${path}”是本工具生成的汇总或比较，不是台账，没有读入。`,
  due: '应办',
  leadTag: '[线索]',
  help: `贷后助手 命令行

用法  postloan <命令> …    每个命令的全部选项用 postloan <命令> --help 查看

  check <台账文件或文件夹>…        检查台账：哪里错、依据什么、怎么改；可另存带标注的台账
  checklist <台账> [--loan 借据号]  一笔贷款的检查清单；不写借据号则列出按周期该做的工作
  compare <上期台账> <本期台账>     两期比较：迁徙矩阵、迁徙率、逐笔变化、新增和消除的发现、不见的贷款
  report <台账> -o <文件夹>         把该制发的通知书、函件、检查报告写成 Word 文档
  rules [编号]                    查看规则；--coverage 看各引擎，--sql 导出给数据平台
  template -o <文件.xlsx>          生成标准模板；upgrade 搬到新版，merge 把各人填好的并成一本
  policy <show|lint|diff|sign|verify|new-key>   策略包：本行的参数、规则和清单
  pages <lint|test>                浏览器扩展的页面配置：检查写法，在保存的页面上试找字段
  waive、wrong、waivers           登记豁免、报告有误、合并清单
  version                        版本

退出码  0 正常；1 有 --fail-on 指定级别的发现（check），或有需要留意之处（policy）；2 输入有误
台账只读不改，什么也不上传。`,
  helpCheck: `用法
  postloan check <台账文件或文件夹>…   检查台账
  比较和日期
      --previous <上期台账>    与上期比较：与上期有关的规则、迁徙率、不见的贷款；可写文件夹
      --as-of 2026-10-31      数据日期（台账里没有写明时必须给出）
      --together              几个文件合为一份台账检查（同一客户跨文件比对）
  看什么
      --calendar              列出应办日历
      --picture               列出一页概览、组合指标、红线、检查评分
      --explain <编号>        逐层说明一个发现怎样得出（编号见 --json，或写 CLS-002:12 即规则:行号）
  输出
      -o, --output <文件>      另存一份带标注的台账；检查多个文件时，写文件夹则逐份另存，写 .xlsx 则汇总成一本
      --html <文件.html>       另存一份报告：指标、分布、迁徙、压力测试、发现和应办，用浏览器打开，不联网
      --force                 允许覆盖已有的输出文件
      --json                  输出 JSON，供程序读取
      --mask-names            结果中的个人姓名只留姓氏（证件号、电话、账号总是遮盖）
      --fail-on <级别>         有该级别及以上的发现时退出码为 1（严重、警示、关注、提示，或 serious、warning、attention、notice）
      --lang en               运行日志用英文
  按谁的规矩
      --policy <策略包>        按本行的 .postloan.json 检查，可写几个（总行在先，分行在后）
      --trust <指纹或密钥文件>  只认这把密钥签的策略包
      --waivers <豁免清单>     另用这份豁免清单；台账旁边的“<台账名>.postloan-waivers.json”自动采用

能读 .xlsx .xlsm .xlsb .xls .et .ods .csv，以及名不副实的文件（网页或文本叫作 .xls、GB18030 编码）。
退出码  0 正常；1 有 --fail-on 指定级别的发现；2 输入有误
原台账只读不改。`,
  arguments: {
    unknownCommand: (word: string): string =>
      `没有“${word}”这个命令。可用的命令：check、checklist、compare、report、template、upgrade、merge、rules、policy、pages、waive、wrong、waivers、help。`,
    noFile: '没有写要检查的台账。用法：postloan check <台账文件或文件夹>',
    badDay: (written: string): string => `--as-of 的日期“${written}”认不出，请写成 2026-10-31 或 2026-10。`,
    badSeverity: (written: string): string =>
      `--fail-on 的级别“${written}”认不出，可写 严重、警示、关注、提示。`,
    badLanguage: (written: string): string => `--lang 只能是 zh 或 en，不能是“${written}”。`,
    unknownOption: (option: string): string => `没有 ${option} 这个选项。运行 postloan help 查看用法。`,
    badOption: (option: string): string => `选项 ${option} 的写法不对。运行 postloan help 查看用法。`,
  },
  errors: {
    fileMissing: (path: string): string => `找不到文件或文件夹“${path}”，请核对路径。`,
    emptyFolder: (path: string): string =>
      `文件夹“${path}”里没有台账文件（.xlsx、.xlsm、.xls、.xlsb、.et、.ods、.csv）。`,
    noLedger: (file: string, reasons: readonly string[]): string =>
      `“${file}”里没有可以检查的台账。${reasons.join('；')}。请选择逐笔列示的台账明细，表头应有客户名称、金额、日期等列名。`,
    sheetReason: (sheet: string, reason: string): string => `工作表“${sheet}”：${reason.replace(/。$/u, '')}`,
    noRows: '只有表头或合计，没有一笔明细',
    emptyWorkbook: '文件中没有有数据的工作表',
    previousUnreadable: (file: string, why: string): string => `上期台账“${file}”不能用：${why}`,
    outputExists: (path: string): string => `“${path}”已经存在，没有覆盖。换一个文件名，或加 --force 覆盖。`,
    outputIsInput: (path: string): string => `输出文件“${path}”就是原台账，原台账不能改写。请换一个文件名。`,
    outputNeedsFolder: (path: string): string => `检查多个文件时 -o 应写文件夹，“${path}”是一个文件。`,
    outputTwice: (path: string): string => `有两份台账都要写到“${path}”，只写了第一份。请分开检查。`,
    outputBusy: (path: string): string =>
      `写不进“${path}”：文件正被 Excel 或 WPS 打开，或没有写入权限。请关闭后再试。`,
    crashed: (why: string): string => `程序出错，这个文件没有检查完：${why}`,
  },
  report: {
    title: (file: string): string => `贷后检查  ${file}`,
    asOf: (day: string, from: string): string => `数据日期 ${day}（${from}）`,
    asOfFrom: {
      choice: '指定',
      column: '取自日期列',
      title: '取自表头标题',
      fileName: '取自文件名',
      none: '',
    },
    noAsOf: '数据日期没有找到，与日期有关的规则没有执行。请加 --as-of，例如 --as-of 2026-10-31。',
    loans: (count: string): string => `借据 ${count} 笔`,
    rules: (run: number, notRun: number): string =>
      notRun > 0 ? `规则执行 ${run} 条，未执行 ${notRun} 条` : `规则执行 ${run} 条`,
    clean: '没有发现问题。',
    found: '发现',
    more: (count: number): string => `另有 ${count} 笔`,
    rowLine: (row: number, key: string, name: string): string =>
      [`第 ${row} 行`, key, name].filter((part) => part !== '').join('  '),
    remedy: '整改：',
    basis: '依据：',
    assumed: (fields: readonly string[]): string => `假定：${fields.join('，')}`,
    count: (count: number): string => `${count} 笔`,
    undecidedTitle: (count: number): string => `？无法判断 ${count} 项（不算通过，也不算违规）`,
    undecidedMany: (rule: string, count: number): string => `${rule}  ${count} 笔`,
    notRunTitle: (count: number): string => `未执行 ${count} 条规则（台账中没有所需的列）`,
    notRunLine: (missing: string, rules: string): string => `缺 ${missing}：${rules}`,
    missingDay: '数据日期（--as-of）',
    missingPrevious: '上期台账（--previous）',
    missingTable: (name: string): string => `${name}台账`,
    notRunRest: (rules: string): string => `另缺其他列：${rules}`,
    notRunPartly: (rules: string): string => `部分情形因缺列没有执行：${rules}`,
    dueHint: '应办日历用 --calendar 查看，一页概览用 --picture 查看。',
    notesTitle: '说明',
    readTitle: '读取情况',
    sheetRead: (sheet: string, table: string, rows: string, header: string, unit: string): string =>
      `工作表“${sheet}”作为${table}台账读入 ${rows} 行，表头第 ${header} 行${unit === '' ? '' : `，金额单位 ${unit}`}`,
    leftOut: (count: number, why: string): string => `未作为数据：${count} 行（${why}）`,
    unmapped: (columns: string): string => `没有用到的列：${columns}`,
    unread: (count: number, examples: string): string => `读不出的单元格 ${count} 个：${examples}`,
    notTable: (sheet: string, reason: string): string => `工作表“${sheet}”没有读入：${reason}`,
    byManager: '按客户经理',
    byOrg: '按机构',
    nobody: '（空）',
    groupHeader: ['', '笔数', '严重', '警示', '关注', '提示'],
    written: (path: string): string => `带标注的台账已写到 ${path}`,
    writtenApart: (path: string, why: string): string => `标注另写成一份工作簿 ${path}（${why}）`,
    writtenHtml: (path: string): string => `报告已写到 ${path}，用浏览器打开`,
    writtenSummary: (path: string): string => `汇总工作簿已写到 ${path}`,
    severalFiles: '几份台账合并检查',
    totalTitle: (files: number): string => `合计 ${files} 个文件`,
    ruleHeader: ['规则', '', '严重', '警示', '关注', '提示', '无法判断'],
    totalHeader: ['文件', '数据日期', '笔数', '严重', '警示', '关注', '提示', '无法判断', '应办'],
    errorsTitle: (count: number): string => `${count} 个文件没有检查成功`,
  },
  explain: {
    mostItems: 10,
    title: (rule: string, caseId: string, name: string): string => `${rule}.${caseId}  ${name}`,
    place: (row: number, key: string, id: string): string => `第 ${row} 行  ${key}  编号 ${id}`,
    basis: (text: string): string => `依据：${text}`,
    applies: '适用条件',
    when: '判断条件',
    value: (text: string, value: string): string => `${text} ＝ ${value}`,
    truth: (text: string, truth: boolean | null): string =>
      `${truth === null ? '？' : truth ? '√' : '×'} ${text}`,
    more: (count: number): string => `…… 另有 ${count} 条`,
    none: (wanted: string): string =>
      `没有编号为“${wanted}”的发现。编号见 --json 的 id；也可写 规则:行号，如 CLS-002:12。`,
  },
  calendar: {
    title: (count: number): string => `应办 ${count} 项`,
    nothing: '近期没有到日子的事项。',
    noDay: '数据日期没有找到，排不出应办日历。请加 --as-of。',
    nobody: '（未登记客户经理）',
    officer: '客户经理',
    total: '合计',
    more: (count: number): string => `…… 另有 ${count} 组，见 --json 的 due`,
    rows: (rows: readonly number[], more: boolean): string => `第 ${rows.join('、')}${more ? ' 等' : ''} 行`,
    count: (count: number): string => `${count} 笔`,
    passed: (count: number): string => `已过日期而台账没有登记栏的 ${count} 项，请按实际办理情况核对`,
  },
  picture: {
    title: '一页概览（金额单位 万元，带 * 的明显偏高）',
    noPicture: '数据日期没有找到，或台账没有余额一列，做不出概览。',
    total: (loans: number, balance: string): string => `贷款 ${loans} 笔，余额 ${balance} 万元`,
    shares: (npl: string, attention: string, overdue: string): string =>
      `不良率 ${npl}，关注率 ${attention}，逾期率 ${overdue}`,
    unknown: '无法判断',
    wall: '今后十二个月到期',
    customers: (share: string): string => `前十大客户（合计占 ${share}）`,
    byManager: '按客户经理',
    byOrg: '按机构',
    unsecured: (count: number): string => `60 天内到期的大额信用贷款 ${count} 笔`,
    quarterEnds: '季末几天集中发放的短期贷款（线索，请核实用途）',
    crossing: (npl: string | null): string =>
      npl === null ? '下月末前将跨过逾期档次' : `下月末前将跨过逾期档次（都不还款时不良率 ${npl}）`,
    officer: '客户经理',
    customerHeader: ['客户', '笔数', '余额', '占比'],
    ownerHeader: ['', '笔数', '余额', '不良率', '关注率', '逾期率'],
    lineHeader: ['行', '客户', '客户经理', '余额', '到期日'],
    quarterHeader: ['季末', '笔数', '金额'],
    crossingHeader: ['档次', '笔数', '余额'],
    step: (days: number): string => `满 ${days} 天`,
  },
  log: {
    zh: {
      checking: (done: number, total: number): string => `检查 ${done}/${total}`,
      reading: '读取',
    },
    en: {
      checking: (done: number, total: number): string => `checking ${done}/${total}`,
      reading: 'reading',
    },
  },
  rules: {
    unknown: (id: string): string => `没有编号为“${id}”的规则。运行 postloan rules 查看全部规则。`,
    header: ['编号', '名称', '级别', '种类', '对象'],
    kind: { violation: '违规', due: '应办', lead: '线索' },
    sourceStatus: { verified: '已核原文', secondary: '转引核对', unverified: '依据待核', bank: '默认值' },
    applies: '适用：',
    when: '条件：',
    message: '问题：',
    remedy: '整改：',
    needs: '所需：',
    optional: '可缺：',
    source: '依据：',
    example: '示例：',
    caseTitle: (id: string, kind: string, level: string): string => `${id}  ${level}  ${kind}`,
    outcome: {
      hit: '命中',
      pass: '通过',
      incomplete: '无法判断',
      notApplicable: '不适用',
      notRun: '未执行',
    },
    total: (count: number): string => `共 ${count} 条规则`,
  },
} as const
