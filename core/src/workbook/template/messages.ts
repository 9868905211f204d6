import type { Field } from '../../policy/index.ts'

/** All words of the template, in one place. */
export const templateWords = {
  title: '贷后管理标准台账',
  asOf: '数据日期',
  asOfPrompt: '台账数据截止的日子，例如 2026-10-31。所有期限都从这一天算起，不填则与日期有关的规则不作判断。',
  unit: '金额单位：元',
  legend: { required: '必填', optional: '选填', formula: '公式，勿改' },
  required: '必填',
  optional: '选填',
  chooseFromList: '从列表中选择。',
  dateHint: '日期，例如 2026-10-31。',
  moneyHint: '金额，单位：元，保留两位小数。',
  percentHint: '百分数，例如 5.22 表示 5.22%。',
  idHint: '按文本填写，不要省略前面的 0。',
  errors: {
    listTitle: '不在列表中',
    list: (name: string) => `“${name}”须从下拉列表中选择。列表在隐藏的“码表”中。`,
    product: '列表里没有这个品种。仍可填写，但与品种有关的规则在本表中显示为无法判断。',
    formula: '这一列由公式算出，不要改写。',
    dateTitle: '日期不对',
    date: (name: string) => `“${name}”须是 1950-01-01 至 2099-12-31 之间的日期，写作 2026-10-31。`,
    numberTitle: '数字不对',
    money: (name: string) => `“${name}”须是不小于 0 的数字，单位为元，不写“万元”等字样。`,
    percent: (name: string) => `“${name}”须是 0 至 1000 之间的数字，5.22 表示 5.22%。`,
    number: (name: string) => `“${name}”须是 0 至 1,000,000 之间的数字。`,
    signed: (name: string) => `“${name}”须是数字，不写“万元”“%”等字样；亏损、净流出写负数。`,
    noLoan: '“借据台账”里没有这个借据号。仍可填写，但这一行不归任何一笔贷款。',
    noCustomer: '“借据台账”里没有这个客户名称。仍可填写，但这一行不归任何一个客户。',
  },
  more: (count: string) => `"；另有 "&${count}&" 项"`,
  undecided: (count: string) => `${count}&" 条规则缺数据，无法判断"`,
  fillAsOf: '请先在上方填写数据日期',
  guide: {
    title: '贷后管理标准台账 使用说明',
    steps: [
      '1. 在“借据台账”第 1 行填数据日期，从第 3 行起一行填一笔借据。深蓝表头为必填，浅蓝为选填，灰色为公式，不要改写。',
      '2. 押品、保证人、支付、预警、催收各表按借据号与台账对应，财务指标按客户名称对应；可用下拉列表选择。',
      '3. 填好后看“贷后·系统预警”一列：◆ 严重、▲ 警示、● 关注、■ 提示；“？无法判断”表示缺少数据，不算通过，也不算违规。',
      '4. “预警汇总”“工作清单”随台账自动更新；五张表单选定借据号后自动填好，可直接打印。',
      '5. “规则参数”只能改得更严，改松的不采用；“自定义规则”由加载项或命令行检查，写错的在该行说明。',
      '6. 排序、筛选、粘贴均可。粘贴时请用“只粘贴数值”，以免带走下拉列表和日期格式。',
      '7. 工作表保护只防误改，没有密码。',
    ],
    carried: (rules: number, cases: number) =>
      `本表的公式检查 ${rules} 条规则（${cases} 种情形），见“规则目录”。其余规则须用贷后助手加载项或命令行检查：`,
    identity: ['模板', '模板版本', '策略', '策略指纹', '签发日期'],
    noPrevious: '打开后若各格没有结果，请按 F9 重新计算。',
    ask: '填写有疑问，请问本单位团队主管。',
  },
  catalogue: {
    title: '规则目录',
    header: ['编号', '级别', '规则', '问题', '整改', '依据', '本表', '命中笔数'],
    carried: '公式检查',
    left: (reason: string) => `须用加载项：${reason}`,
  },
  parameters: {
    title: '规则参数',
    note: '“本行设定”不填即按默认值。只能改得更严；改松的须由总行、分行签发策略包。',
    header: ['参数', '适用', '默认值', '本行设定', '单位', '生效值', '状态', '依据', '来源', '说明'],
    always: '全部',
    locked: '须由策略包修改',
    states: {
      unset: '按默认值',
      notNumber: '须填数字，未采用',
      looser: '改松了，未采用',
      taken: '已采用',
    },
  },
  sourceStatus: { verified: '已核原文', secondary: '转引核对', unverified: '依据待核', bank: '默认值' },
  ownRules: {
    title: '自定义规则',
    sound: '已采用',
    note: '一行一条。条件用字段的中文名写，例如：贷款余额 > 1000000 and 五级分类 = "关注"。',
    header: ['编号', '名称', '表', '适用条件', '条件', '级别', '问题', '整改', '依据', '校验'],
    hints: [
      'OWN-1、OWN-2 …，不可重复。',
      '规则的名称。',
      '条件在哪张表上判断，不填为借据。',
      '对哪些贷款，不填为全部。',
      '成立即报告，例如：逾期天数 > 30 and 最近催收日期 = null',
      '严重、警示、关注、提示。',
      '发现时显示的话，可写 {字段名}。',
      '该怎么办。',
      '本行制度的名称和条款。',
      '由贷后助手填写。',
    ],
  },
  summary: {
    title: '预警汇总',
    counted: '借据笔数',
    balance: '贷款余额（元）',
    levels: '级别',
    loans: '笔数',
    share: '占比',
    byOfficer: '按客户经理',
    byBranch: '按机构',
    officer: '客户经理',
    branch: '机构',
    total: '合计',
    none: '没有发现',
    undecided: '？无法判断',
    topRule: '命中最多的规则',
    others: '其余 ',
    nobody: '未填的',
    chartBranch: '各机构预警笔数（前 8 个机构）',
    chartRules: '命中最多的规则（前 7 条，笔）',
  },
  work: {
    title: '工作清单',
    note: '从数据日期起算；“今日”为数据日期当天及以前未办的，“本周”为 7 日内，“本月”为 31 日内。',
    kinds: {
      firstCheck: '首次检查',
      payment: '本期还款',
      maturity: '到期收回',
      rectify: '问题整改',
    },
    what: '事项',
    more: '另有 ',
    header: ['期限', '时段', '事项', '借据号', '客户名称', '余额（元）', '客户经理'],
    today: '今日',
    week: '本周',
    month: '本月',
  },
  forms: {
    choose: '选择借据号',
    notFound: '台账中没有这个借据号',
    sign: ['检查人（签字）', '复核人（签字）', '日期'],
  },
  record: { problems: '读取时发现的问题' },
} as const

/** What is shown beside a cell that is chosen. */
export function promptOf(field: Field, isRequired: boolean): { title: string; text: string } {
  const words = templateWords
  const kind =
    field.type === 'code'
      ? words.chooseFromList
      : field.type === 'date'
        ? words.dateHint
        : field.type === 'money'
          ? words.moneyHint
          : field.type === 'percent'
            ? words.percentHint
            : field.privacy
              ? words.idHint
              : ''
  const title = `${field.name} · ${isRequired ? words.required : words.optional}`
  return { title, text: [kind, field.note ?? ''].filter(Boolean).join('') }
}
