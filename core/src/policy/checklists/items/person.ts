import type { ChecklistItem } from '../types.ts'
import { item } from './item.ts'

/** Asked of persons, where a list is for firms and persons alike. */
const person = '客群 = "个人"'

/** Persons and their loans. */
export const personItems: readonly ChecklistItem[] = [
  item('person-repayment', '是否按期足额还款；连续、累计违约期数', ['S0', 'R16'], {
    proof: '分类逾期天数 = 0',
    shows: ['连续欠款期数', '累计欠款期数'],
    rules: ['CLS-001', 'OVD-009'],
  }),
  item('person-credit', '征信变化', ['S0'], {
    proof: '征信新增逾期 = "否" and 征信查询日期 >= add days(基准日, -参数.征信有效天数)',
    rules: ['EWS-005'],
  }),
  item('person-life', '工作单位、收入、婚姻、联系方式有无变动', ['S4-4', 'S2', 'R29'], {
    shows: ['客户信息更新日期', '联系状态'],
    answer: 'text',
    rules: ['CUS-001', 'CUS-002'],
  }),
  item('person-job-home', '工作单位和收入变化；住所、电话变动', ['R29'], {
    shows: ['客户信息更新日期', '联系状态'],
    answer: 'text',
    rules: ['CUS-001', 'CUS-002'],
  }),
  item('person-event', '有无影响还款的突发事件', ['R29'], { answer: 'text' }),
  item('person-vehicle-business', '营运车辆的实际经营情况', ['R29'], { answer: 'text' }),
  item('person-income-check', '还款能力与收入变动', ['S4-4'], {
    applies: person,
    at: ['firstCheck'],
    answer: 'text',
  }),
  item('person-business', '资金用途、经营状况、还款能力', ['S0'], {
    shows: ['资金流向检查结论', '主营业务'],
    answer: 'text',
  }),
  item('person-firm', '企业存续；成立或受让股权满一年，抵押房产持有满一年', ['R23'], {
    shows: ['成立日期', '抵押房产持有月数'],
    rules: ['USE-011'],
  }),
  item('person-evidence', '水电费、流水、进销单、票据、营业执照等经营佐证', ['S2'], {
    proof: 'matches(档案资料清单, "营业执照") and matches(档案资料清单, "流水|进销|票据|水电")',
  }),
  item('person-cash-place-credit', '现金流、经营场所、征信有无变化', ['S0'], {
    shows: ['联系地址', '征信新增逾期'],
    answer: 'text',
    rules: ['EWS-005'],
  }),
  item('person-security', '抵押物和保证人状况', ['R29'], {
    applies: '担保方式 != "信用"',
    shows: ['担保方式', '押品状态', '保证人联系状态'],
    rules: ['COL-007', 'GUA-004'],
  }),
  item('person-term-business', '期限不超过五年，符合条件的不超过十年', ['R04b'], {
    at: ['firstCheck'],
    proof: '合同期限月数 <= 参数.最长期限',
    rules: ['EXT-007'],
  }),
  item('person-term-consumption', '期限不超过五年（阶段性政策期间符合条件的可延长）', ['R04b'], {
    at: ['firstCheck'],
    proof: '合同期限月数 <= 参数.最长期限',
    rules: ['EXT-007'],
  }),
  item('person-reminder', '还款账户变动监测与自动提醒', ['S4-9'], {
    proof: '还款提醒日期 >= add days(基准日, -参数.中风险跟踪天数)',
    rules: ['OVD-001'],
  }),
  item('person-notices', '还款提醒和利率调整通知已送达', ['S4-6', 'S4-7'], {
    proof: '还款提醒日期 >= add days(基准日, -参数.中风险跟踪天数)',
    rules: ['OVD-001'],
  }),
  item('person-spending', '大额透支、异常消费、征信新增逾期', ['S4-9'], {
    shows: ['征信新增逾期'],
    rules: ['EWS-005', 'EWS-007'],
  }),
  item('person-complaints', '投诉按时受理办结', ['S4-9'], {
    proof: '投诉受理用时 <= 参数.投诉受理时限 and 投诉办结用时 <= 参数.投诉答复时限',
    rules: ['CUS-005'],
  }),
  item('person-channels', '线上还款和协商渠道畅通', ['S4-9']),
  item('person-method', '还款方式和偿还安排', ['P1'], {
    applies: person,
    shows: ['还款方式', '下期还款日', '下期应还本金'],
  }),
  item('person-survey', '借款人情况调查', ['P1'], { applies: person, answer: 'text' }),
  item('person-conduct', '账户和履约行为调查', ['P1'], { applies: person, answer: 'text' }),
  item('farm-business', '生产经营状况、贷款用途、还款能力', ['S4-10'], {
    shows: ['贷款用途', '主营业务'],
    answer: 'text',
  }),
  item('farm-disaster', '自然灾害、农产品价格波动的影响；受灾的列入台账并落实帮扶', ['S4-10'], {
    shows: ['受灾标志'],
    rules: ['EWS-012'],
  }),
  item('farm-bullet', '一年以上的贷款未采用利随本清', ['R05b'], {
    at: ['firstCheck'],
    proof: '合同期限月数 <= 参数.农户利随本清月数 or 还款方式 != "利随本清"',
    rules: ['EXT-008'],
  }),
  item('farm-extension', '展期不超过一次，期限与生产恢复相衔接', ['R05c'], {
    at: ['regular', 'special', 'extension', 'beforeMaturity'],
    proof: '展期次数 <= 参数.农户展期次数上限',
    rules: ['EXT-002'],
  }),
  item('farm-visit', '上门走访、耐心调解，不得向无关第三人透露债务', ['S4-10', 'R26'], {
    at: ['regular', 'special', 'overdue'],
    rules: ['CMP-003'],
  }),
  item('farm-files', '走访记录、生产经营照片、收支记录按种植、养殖、小微分类归档', ['S4-10', 'R05d'], {
    proof:
      'matches(档案资料清单, "走访") and matches(档案资料清单, "照片|影像") and matches(档案资料清单, "收支")',
  }),
  item('group-members', '成员和实际控制人的识别、关联交易、对外担保', ['R22', 'R16'], {
    shows: ['所属集团', '实际控制人'],
    answer: 'text',
    rules: ['EWS-013'],
  }),
  item('group-limit', '集团授信总额占资本净额的比例未超上限', ['R22'], {
    // one ledger can show that the limit is broken, never that it is kept
    shows: ['集团余额合计', '资本净额'],
    answer: 'text',
    rules: ['CMP-008'],
  }),
  item('group-contagion', '成员出现不良、逾期或预警时的影响', ['S3'], {
    answer: 'text',
    rules: ['EWS-013'],
  }),
  item('group-npl', '集团客户不良率控制在目标之内', ['S4-5'], { answer: 'text' }),
  item('group-circle', '内部互保与担保圈', ['S2', 'R29'], {
    shows: ['担保圈组数'],
    rules: ['GUA-005'],
  }),
]
