import type { ChecklistItem } from '../types.ts'
import { item } from './item.ts'

const calls = 'count(催收)'

/** Before and after maturity: reminding, collecting, going to law. */
export const overdueItems: readonly ChecklistItem[] = [
  item(
    'mat-notice',
    '到期前 {参数.到期提示提前天数}、{参数.到期二次提示天数}、{参数.到期末次提示天数} 天发出到期提示',
    ['P1', 'S4-2'],
    {
      proof: '到期提示日期 >= add days(有效到期日, -参数.到期提示提前天数)',
      due: 'add days(有效到期日, -参数.到期末次提示天数)',
      rules: ['OVD-002'],
    },
  ),
  item('mat-money', '还款资金来源已落实', ['S4-2'], {
    shows: ['账户余额降幅', '贷款余额'],
    answer: 'text',
    rules: ['OVD-002'],
  }),
  item('mat-papers', '拟展期、续贷或借新还旧的，提前备齐资料', ['S4-2'], { answer: 'text' }),
  item('mat-owner', '无法按期归还又不能展期的，明确责任人和清收保全措施', ['S4-2'], {
    shows: ['清收方案', '客户经理'],
    answer: 'text',
  }),
  item('mat-rights', '担保到期、保证期间、登记到期均在贷款到期之后', ['R17-692', 'R17'], {
    applies: '担保方式 != "信用"',
    proof:
      '(保证期间届满日 > 有效到期日 or 担保方式 != "保证") and (every c in 押品 satisfies c.登记到期日 = null or c.登记到期日 > 有效到期日)',
    says: '保证期间和登记到期日均晚于 {有效到期日}',
    rules: ['GUA-001', 'COL-005'],
  }),
  item('mat-statute', '诉讼时效未届满', ['R17-188'], {
    proof: '诉讼时效届满日 >= 基准日 or 时效到期日推定 >= 基准日 or 有效到期日 >= 基准日',
    rules: ['OVD-007'],
  }),
  item('ovd-first-call', '逾期后 {参数.逾期首次联系期限} 个工作日内电话联系', ['S4-7'], {
    // the register keeps the latest contact only: one long after the first day proves nothing of it
    proof:
      'some c in 催收 satisfies c.最近催收日期 >= 逾期起始日 and working days between(逾期起始日, c.最近催收日期) <= 参数.逾期首次联系期限',
    says: '逾期起始日 {逾期起始日}，首个期限内有催收记录',
    rules: ['OVD-003'],
  }),
  item('ovd-cause', '逾期原因：客观困难还是主观拖欠', ['S4-4', 'S1'], { answer: 'text' }),
  item('ovd-notice', '逾期超过 {参数.催收通知书天数} 天的，已发出催收通知书', ['S4-7'], {
    due: 'add days(逾期起始日, 参数.催收通知书天数)',
    applies: '分类逾期天数 > 参数.催收通知书天数',
    proof: '催收通知书日期 >= 逾期起始日 or (some c in 催收 satisfies c.催收通知书日期 >= 逾期起始日)',
    says: '逾期起始日 {逾期起始日}，其后已发出催收通知书',
    rules: ['OVD-004'],
  }),
  item('ovd-receipt', '催收通知书已取得回执', ['S4-7'], {
    applies: '分类逾期天数 > 参数.催收通知书天数',
  }),
  item('ovd-stage', '催收阶段与逾期天数相符', ['S4-6', 'S4-9'], {
    shows: ['催收阶段', '分类逾期天数'],
    rules: ['OVD-005'],
  }),
  item('ovd-plan', '个性化还款计划和还款承诺', ['S4-4', 'S1'], {
    proof: '承诺还款日 >= 基准日 and 清收方案 != null',
    shows: ['承诺还款日', '清收方案'],
    rules: ['OVD-008'],
  }),
  item('ovd-guarantor', '已书面通知担保人', ['R17-686', 'S1'], {
    applies: '担保方式 in ("保证", "组合")',
    answer: 'text',
    rules: ['GUA-001'],
  }),
  item('ovd-law', '律师函、财产保全、诉讼的安排', ['S4-6', 'R17-195'], {
    due: 'add days(逾期起始日, 参数.法律程序启动天数)',
    applies: '分类逾期天数 > 参数.法律程序启动天数',
    proof: '起诉日期 != null or 保全日期 != null',
    rules: ['OVD-006', 'OVD-007'],
  }),
  item('ovd-class', '风险分类和减值准备已同步调整', ['R01b', 'R09'], {
    proof:
      '(分类逾期天数 <= 参数.技术性逾期天数 or 五级分类 != "正常") and (分类逾期天数 <= 参数.次级逾期天数 or 五级分类 in ("次级", "可疑", "损失")) and 减值准备 > 0',
    rules: ['CLS-001', 'CLS-002', 'CLS-003', 'CLS-004', 'PRV-002'],
  }),
  item('ovd-conduct', '催收时段、次数、联系对象合规，保护个人信息', ['R26', 'R12'], {
    proof: `${calls} > 0 and (every c in 催收 satisfies c.联系对象关系 != "无关第三人" and c.当日拨打次数 <= 参数.同号当日拨打上限)`,
    says: `催收记录 {${calls}} 条，联系对象和拨打次数均未见异常`,
    rules: ['CMP-001', 'CMP-002', 'CMP-003', 'CMP-004'],
  }),
  item('ovd-agency', '委外催收：机构资质、保密协议、催回率和投诉率', ['S3'], {
    applies: '催收方式 = "委外" or (some c in 催收 satisfies c.催收方式 = "委外")',
    answer: 'text',
  }),
  item('ovd-court-papers', '司法资料：合同、借据、担保、催收送达、流水是否齐全', ['S1'], {
    applies: '分类逾期天数 > 参数.法律程序启动天数',
    answer: 'text',
  }),
  item('ovd-recoverable', '可回收性判断：可能性大、较难、难以收回', ['S1'], { answer: 'text' }),
  item(
    'collect-tiers',
    '分层催收与逾期天数相符（{参数.一阶段催收天数} 天、{参数.二阶段催收天数} 天为界）',
    ['S4-9'],
    {
      at: ['regular', 'special', 'overdue'],
      applies: '分类逾期天数 > 0',
      shows: ['催收阶段', '分类逾期天数'],
      rules: ['OVD-005'],
    },
  ),
  item('collect-conduct', '催收时段、次数、联系对象和隐私保护合规', ['R26', 'S4-9'], {
    at: ['overdue'],
    rules: ['CMP-001', 'CMP-002', 'CMP-003', 'CMP-004'],
  }),
]
