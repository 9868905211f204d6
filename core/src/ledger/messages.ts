/** Words for the user, in one place. */
export const leftOutWords = {
  total: '合计行',
  repeatedHeader: '重复的表头',
  repeatedTitle: '重复的标题',
  otherHeader: '下面是另一张表',
  fieldNames: '字段名行',
  placeholders: '模板占位行',
  columnNumbers: '栏次行',
  options: '可选值说明行',
  note: '说明或备注',
  signature: '填报、审核等落款',
  marker: '文件结束标志',
  afterMarker: '在文件结束标志之后',
  section: '分段标题',
  single: '只有一个单元格有内容',
  page: '页码行',
  numbered: '只有序号，没有数据',
  stray: '远离表格的零散内容',
  afterNotes: '在说明或落款之后的零散内容',
  noIdentity: '没有客户名称和任何编号，疑似合计行',
  repeatedUnit: '重复的单位或日期行',
} as const

export type LeftOutWord = keyof typeof leftOutWords

export const notTableWords = {
  empty: '空表',
  ours: '本工具生成的工作表',
  hidden: '隐藏的工作表，未读取；如是台账，请指定',
  choice: '已指定不读取',
  noHeader: '没有找到表头',
  noData: '只有表头，没有数据行',
  fewFields: '不是借据台账：没有认出足够的字段',
  statement: '不是借据台账：财务报表（项目、行次、期末数）',
  summary: '不是借据台账：汇总统计表（按机构、产品或口径汇总，没有逐笔客户）',
  customerSummary: '不是借据台账：按客户汇总，没有逐笔借据的日期和编号',
  transactions: '不是借据台账：交易或还款流水',
  schedule: '不是借据台账：还款计划',
  meeting: '不是借据台账：会议记录',
  responsibility: '不是借据台账：责任人名单',
  approval: '不是借据台账：审批或申请台账',
  limits: '不是借据台账：授信额度台账',
  bills: '不是借据台账：票据清单',
  offBalance: '不是借据台账：保函、信用证等表外业务台账',
  customers: '不是借据台账：客户名单，没有贷款金额和日期',
  visits: '不是借据台账：走访、评分或授信测算表',
  rules: '不是借据台账：规则或校验表',
  dictionary: '不是借据台账：字典、可选值或使用说明',
} as const

export type NotTableWord = keyof typeof notTableWords

export const unreadWords = {
  number: '不是数字',
  date: '不是日期',
  monthOnly: '只有年月，没有日',
  severalDates: '一个单元格内有多个日期',
  code: '不在可选值内',
  error: '公式出错',
  formula: '单元格里是公式文字',
  foreign: '不是数字，且带外币',
} as const

export const readingWords = {
  ours: '本工具写入的列',
  noHeader: '没有表头',
  beside: '表格以外的内容，未读取',
  chosen: '由人指定',
  exact: (name: string) => `与标准表头“${name}”相同`,
  alias: (text: string, name: string) => `“${text}”是“${name}”的写法`,
  near: (text: string, name: string) => `去掉不影响含义的字后是“${text}”，即“${name}”`,
  group: (group: string) => `上级表头“${group}”`,
  onPage: (matter: string, text: string, name: string) => `${matter}页面上的“${text}”是“${name}”`,
  otherMeaning: (means: string) => `不是标准字段：${means}`,
  duplicate: (column: string, name: string) => `与 ${column} 列重复，“${name}”取 ${column} 列`,
  values: (what: string) => `列中的值${what}，不作此字段`,
  crossed: '在多个上级表头下重复出现的统计数',
  unknown: '没有对应的标准字段',
  numbered: '带编号的重复列',
  unitFrom: (unit: string, where: string) => `单位${unit}，取自${where}`,
  noUnit: '未注明单位，按元读取',
  perhapsWan: (median: string) =>
    `未注明单位，按元读取；数值普遍很小（中位数 ${median}），可能是万元，请核对`,
  percentFormat: '单元格格式为百分比，按小数读取',
  fraction: '数值为小数，乘 100 为百分比',
  permille: '月利率（‰），乘 1.2 折算为年利率（%）',
  monthly: '月利率，折算为年利率',
  daily: '日利率，折算为年利率',
  percent: '数值按百分比读取',
  subject: (subject: string) => `夹在“${subject}…”各列之间，属于${subject}`,
  wish: (group: string) => `上级表头“${group}”下是申请或审批的条件，不是贷款现状`,
  otherParty: (group: string) => `上级表头“${group}”下是另一方的信息`,
} as const

export const unitPlaces = {
  header: '表头',
  title: '标题',
  side: '表上方的单元格',
  total: '合计行',
  choice: '人工指定',
} as const

export const valueWords = {
  notDates: '不是日期',
  dates: '是日期',
  names: '是人名',
  notNames: '是数字或日期，不是名称',
  ticks: '是勾选标志',
  manyAmounts: '是金额，不是分类',
} as const
