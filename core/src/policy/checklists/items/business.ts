import type { ChecklistItem } from '../types.ts'
import { item } from './item.ts'

/** Asked of firms, where a list is for firms and persons alike. */
const firm = '客群 = "对公"'

/** The borrower's business and money. */
export const businessItems: readonly ChecklistItem[] = [
  item('biz-site', '主营业务、经营地址；在册与在岗人数、薪酬、场地面积和租金', ['S2'], {
    shows: ['主营业务', '联系地址'],
    answer: 'text',
    rules: ['EWS-004'],
  }),
  item('biz-working-capital', '备用资金、应收应付及账期、存货及周转天数', ['S2'], {
    shows: ['应收存货增速差'],
    answer: 'text',
  }),
  item('biz-chain', '上下游是否稳定，有无集中于一两家', ['S2', 'S0'], { answer: 'text' }),
  item('biz-revenue', '上年与今年营业收入、淡旺季、毛利率', ['S2'], {
    shows: ['最新营业收入', '上年同期营业收入', '最新毛利率'],
    rules: ['EWS-002'],
  }),
  item('biz-ratios', '资产负债率、流动比率、毛利率的变化趋势；经营现金流', ['S4-5', 'S4-7'], {
    proof: '财务报表期数 >= 2 and 最新资产负债率 != null',
    says: '财务报表 {财务报表期数} 期，最新一期 {最新财务报告期}：资产负债率 {最新资产负债率}，流动比率 {最新流动比率}，毛利率 {最新毛利率}',
    rules: ['EWS-001', 'EWS-003'],
  }),
  item('biz-debts', '其他负债、对外投资和担保；重大投资、诉讼', ['S2', 'S4-5'], {
    shows: ['涉诉被执行标志'],
    answer: 'text',
    rules: ['EWS-006'],
  }),
  item('biz-onsite', '现场查看车间、开工、设备和库存', ['S4-5', 'S4-8', 'S0'], {
    // a day proves that somebody was there, not what was looked at
    shows: ['最近现场检查日期'],
    answer: 'text',
    rules: ['INS-003', 'INS-004'],
  }),
  item('biz-online', '税务、社保、水电等数据与所述相符', ['S4-5'], { answer: 'text' }),
  item('biz-registry', '工商登记、行政处罚、纳税、被执行情况', ['S4-5', 'S2'], {
    shows: ['法定代表人', '涉诉被执行标志'],
    rules: ['EWS-004', 'EWS-006'],
  }),
  item('biz-industry', '行业政策、产能和环保要求的变化', ['S4-5'], {
    shows: ['所属行业'],
    answer: 'text',
    rules: ['EWS-012'],
  }),
  item('biz-security', '抵质押物和保证人的状况', ['S2'], {
    applies: '担保方式 != "信用"',
    shows: ['担保方式', '押品池抵质押率'],
    rules: ['COL-001', 'COL-007', 'GUA-004'],
  }),
  item('biz-repayment', '还款来源与压力；风险分类建议', ['S2', 'P1'], {
    shows: ['五级分类', '分类逾期天数', '距到期天数'],
    answer: 'text',
    rules: ['CLS-001', 'CLS-002'],
  }),
  item('biz-profile', '企业规模、信用等级、检查方式', ['P1'], {
    applies: firm,
    proof: '企业规模 != null and 内部评级 != null and 检查方式 != null',
  }),
  item('biz-arrears', '有无逾期和欠息', ['P1'], {
    proof: '分类逾期天数 = 0 and 应收欠息合计 = 0',
    rules: ['CLS-001', 'DQ-009', 'B3'],
  }),
  item('biz-last-check', '上次检查日期及所提问题的落实', ['P1'], {
    proof: '最近检查日期 != null and (发现问题 = "否" or 整改状态 = "已完成")',
    shows: ['最近检查日期', '发现问题', '整改状态'],
    rules: ['INS-011'],
  }),
  item('biz-finance', '盈利、营运、流动性、长短期偿债能力', ['P1'], {
    applies: firm,
    proof: '财务报表期数 >= 1',
    says: '财务报表 {财务报表期数} 期，最新一期 {最新财务报告期}',
    rules: ['EWS-003'],
  }),
  item('biz-market', '宏观、上游、生产服务、销售四个环节', ['P1'], { applies: firm, answer: 'text' }),
  item('biz-contingent', '或有负债和他行负债', ['P1'], {
    applies: firm,
    shows: ['他行不良标志', '所有银行逾期90天以上债务占比'],
    answer: 'text',
    rules: ['CLS-009'],
  }),
  item('biz-management', '管理水平与内部控制', ['P1'], { applies: firm, answer: 'text' }),
  item('biz-events', '人事、股权、组织、经营策略和法律纠纷等重大事项', ['P1', 'S4'], {
    applies: firm,
    answer: 'text',
    rules: ['EWS-004'],
  }),
  item('biz-facilities', '各项授信产品的使用', ['P1'], { applies: firm, shows: ['授信额度', '已用额度'] }),
  item('biz-ability', '履约能力的总体判断', ['P1', 'R01g'], { applies: firm, answer: 'text' }),
  item('biz-books', '财务报表、纳税记录与账面核对', ['S3'], { applies: firm, answer: 'text' }),
  item('biz-inclusive-limit', '普惠小微口径：同户授信合计不超过上限', ['R16'], {
    proof: '授信额度 <= 参数.普惠小微授信上限 and 同户余额合计 <= 参数.普惠小微授信上限',
    rules: ['DQ-015'],
  }),
  item('biz-half-year', '半年内现场检查，或以线上数据代替', ['S4-5'], {
    proof: '最近现场检查日期 >= add days(基准日, -参数.中小微现场检查天数)',
    rules: ['INS-004'],
  }),
  item('biz-core-three', '现金流、经营场所、征信三项有无变化', ['S0'], {
    shows: ['联系地址', '征信新增逾期'],
    answer: 'text',
    rules: ['EWS-005'],
  }),
  item('project-capital', '项目资本金与贷款同比例到位并配套使用', ['R03e'], {
    proof: '资本金到位比例 >= 贷款发放比例',
  }),
  item('project-progress', '工程进度与用款进度相符；投资未超概算', ['P1', 'P2'], {
    shows: ['贷款发放比例'],
    answer: 'text',
  }),
  item('project-permits', '立项、用地、规划、施工许可齐全', ['R16'], {
    proof:
      'matches(档案资料清单, "立项") and matches(档案资料清单, "土地|用地") and matches(档案资料清单, "规划") and matches(档案资料清单, "施工")',
  }),
  item('project-accounts', '资金回笼、项目收入、还款准备金账户已设立并使用', ['P2'], { answer: 'text' }),
  item('project-long-term', '期限超过十年的，经总行审批', ['R03b'], {
    applies: '合同期限月数 > 120',
    proof: '总行审批标志 = "是"',
    rules: ['EXT-007'],
  }),
]
