/** Words of headers, as data for finding and matching them. */

/** How a Chinese column header ends; said of the text without unit and brackets. */
export const headerEnding =
  /(号|号码|编号|编码|代码|名称|姓名|户名|名单|日|日期|时间|年月|月份|年份|金额|余额|本金|利息|欠息|罚息|利率|期限|期数|期次|方式|类型|种类|类别|品种|性质|状态|标志|标识|标记|分类|形态|等级|级别|评级|机构|支行|网点|经理|责任人|经办人|人员|地址|住址|电话|手机|用途|行业|投向|备注|天数|次数|笔数|户数|人数|比例|占比|比率|率|情况|现状|结果|结论|原因|理由|措施|意见|方案|币种|账号|账户|账|额度|规模|合计|项目|行次|序号|说明|规则|表达式|岗位|模式|内容|单位|城市|省|街道|面积|年限|质量|资产|负债|收入|利润|总额|总计|价值|估值|率|数|额|物|款|人|单位|对象|摘要|凭证|信号|进度|阶段|票|证|行|方|产品|担保|信用|抵押|质押|保证|客户|企业|逾期|展期|年龄|性别|民族|国家|街|村|组|镇|乡|县|区)$/

/** Words that add nothing to the meaning of a header when they stand before one of ours. */
export const idlePrefixes: readonly string[] = [
  '贷款',
  '借据',
  '信贷',
  '借款人',
  '客户',
  '借款',
  '本笔',
  '该笔',
  '我行',
  '本行',
  '当前',
  '目前',
  '现',
  '最新',
  '本期',
  '本月',
  '实际',
  '执行',
  '当期',
  '月末',
  '期末',
  '对应',
  '主',
  '主要',
  '授信客户',
  '个人',
  '企业',
  '申请人',
]
export const idleSuffixes: readonly string[] = [
  '信息',
  '类型',
  '情况',
  '名称',
  '内容',
  '数额',
  '数',
  '值',
  '总额',
  '金额',
  '额',
  '如有',
  '状态',
  '结果',
]

/** Endings that may only be dropped from a wording that stays clear without them. */
export const idleSuffixesOf: Readonly<Record<string, readonly string[]>> = {
  类型: ['行业', '所属行业', '产品', '业务品种', '担保', '证件'],
  情况: ['五级分类', '担保', '涉诉', '诉讼', '联系'],
  名称: [
    '经办机构',
    '支行',
    '网点',
    '机构',
    '行业',
    '所属行业',
    '贷款品种',
    '业务品种',
    '担保方式',
    '客户经理',
    '集团',
    '管户机构',
    '开户机构',
    '所属机构',
  ],
  状态: ['五级分类', '五级形态'],
  结果: ['五级分类', '风险分类', '分类', '资产分类'],
  信息: ['担保', '行业'],
}

/** Notes in brackets that do not change what the column is. */
export const idleQualifiers =
  /^(当日|当前|行内|本行|我行|含展期|原币|原币种|人民币|折人民币|本金|实际|必填|大写|小写|全称|简称|元月|截止.*|截至.*|\d{4}.*|.*\d+月末?|最新|系统|核心|信贷|小写|合计|单位|企业|公司|客户|年化|年|执行|若有|如有)$/

/** Group rows over columns that state a wish or a decision, not the loan as it is. */
export const wishGroups =
  /申请|拟|审批|批复|审查意见|评审|授信方案|方案|建议|预计|计划|上期|上年|上月|年初|期初|同期|比上|较上|增减|变动/
/** An application about a loan that is already there: its figures are the loan's. */
export const laterMatters =
  /(减免|展期|延期|缓释|分类|认定|核销|变更|调整|解除|重组|检查|催收|诉讼)[^，。]{0,4}申请/
/** Group rows over columns that speak of the loan as it was paid out. */
export const loanGroups = /放款|用信|借据|发放|出账|贷款情况|贷款信息|现状|贷款基本|当前|业务信息/
/** Group rows over columns that speak of somebody else. */
export const otherPartyGroups =
  /担保人|保证人|抵押人|出质人|配偶|共同借款|共借|联系人|法定代表|法人代表|股东|关联|实际控制|委托人|受益人|收款人|户主|开户|对方|交易对手/

/** Ways of saying the same, brought to one form: two headers that end up equal are taken as one wording. */
const sameWords: readonly (readonly [RegExp, string])[] = [
  [/^借款(?!人)/, '贷款'],
  [/^(借贷|信贷)(?=合同|借据)/, '贷款'],
  [/(借款|贷款|信贷)(?=合同|借据)/, ''],
  [/(日期|时间|日)$/, '日'],
  [/(编号|号码|编码|代码|码|号)$/, '号'],
  [/(姓名|名称|名)$/, '名'],
  [/(金额|数额|总额|总金额)$/, '额'],
  [/(开始|起始|生效)/, '起'],
  [/(结束|终止|截止|届满)/, '止'],
  [/(签订|签约|签署)/, '签'],
  [/(类别|种类|类型)$/, '类'],
  [/(形态|状态)$/, '态'],
  [/(等级|级别)$/, '级'],
  [/(?<=分类)结果$/, ''],
  [/(发放|投放|出账)/, '放款'],
  [/^(年初|上年末)/, '上期'],
  [/^(上次|上月|上季|前期)/, '上期'],
  [/5级/, '五级'],
  [/拮据/, '借据'],
  [/(抵质押|抵押|质押)(物|品)/, '押品'],
  [/(联系|客户)?(电话|手机)(号码|号)?$/, '电话'],
  [/(居住|家庭|详细|通讯|通信|联系)?(地址|住址)$/, '地址'],
  [/^(经办|开户|所属|归属|管户|放款|贷款|营业|经营)(机构|支行|网点|行)$/, '机构'],
  [/(?<=担保|保证)方(?=名)/, '人'],
]

/** The common form of a header text. */
export function commonForm(base: string): string {
  let form = base
  for (const [pattern, to] of sameWords) form = form.replace(pattern, to)
  return form
}
