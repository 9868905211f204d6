import type { ChecklistItem } from '../types.ts'
import { item } from './item.ts'

/** Every warning of the loan has this step's day, none of them before the step it follows. */
const step = (after: string, field: string): string =>
  `count(预警) > 0 and (every w in 预警 satisfies w.${field} >= w.${after})`
const warnings = '预警 {count(预警)} 条'

/** Warnings, extensions, renewals, and what an inspection ends with. */
export const changeItems: readonly ChecklistItem[] = [
  item('warn-report', '按时限上报', ['S0', 'S4-2'], {
    proof: step('预警日期', '上报日期'),
    says: `${warnings}，均已上报`,
    rules: ['EWS-008'],
  }),
  item('warn-verify', '核实风险事实', ['S0'], {
    proof: step('上报日期', '核实日期'),
    says: `${warnings}，均已核实`,
    rules: ['EWS-009'],
  }),
  item('warn-plan', '制定处置方案', ['S0'], {
    proof: step('核实日期', '方案日期'),
    says: `${warnings}，均有方案`,
    rules: ['EWS-009'],
  }),
  item('warn-execute', '执行处置方案', ['S0'], {
    proof: step('方案日期', '执行日期'),
    says: `${warnings}，均已执行`,
    rules: ['EWS-009'],
  }),
  item('warn-review', '复盘处置效果', ['S0'], {
    proof: step('执行日期', '复盘日期'),
    says: `${warnings}，均已复盘`,
    rules: ['EWS-009'],
  }),
  item('warn-level', '预警级别已确定', ['S0', 'S4-6'], {
    proof: 'count(预警) > 0 and (every w in 预警 satisfies w.预警级别 != null)',
    says: `${warnings}，均有级别`,
    rules: ['EWS-011'],
  }),
  item('warn-owner', '责任人、处置时限、一户一策', ['S4-5'], {
    proof:
      'count(预警) > 0 and (every w in 预警 satisfies w.责任人 != null and w.处置时限 != null and w.处置措施 != null)',
    says: `${warnings}，责任人、时限、措施齐全`,
    rules: ['EWS-010'],
  }),
  item('warn-measures', '措施：列入观察名单、限期纠正、完善担保、压降额度、调整分类', ['R29', 'S4-7'], {
    shows: ['预警信号'],
    answer: 'text',
  }),
  item('warn-disposal-report', '处置报告：现状、效果、问题、下一步', ['P1'], { answer: 'text' }),
  item('warn-release', '解除预警的，理由充分并经批准', ['P1'], {
    applies: 'some w in 预警 satisfies w.预警状态 = "已解除"',
    proof: 'every w in 预警 satisfies w.预警状态 != "已解除" or w.解除理由 != null',
    says: '已解除的预警均有理由',
    rules: ['EWS-010'],
  }),
  item('special-signals', '预警信号的最新情况', ['P1'], { shows: ['预警信号', '预警颜色'], answer: 'text' }),
  item('special-measures', '上次检查要求和处置措施的落实', ['P1'], {
    shows: ['最近检查日期', '整改状态'],
    answer: 'text',
    rules: ['INS-011'],
  }),
  item('special-response', '评价与应对措施', ['P1'], { answer: 'text' }),
  item('ext-applied', '到期前提出申请', ['R02d', 'R03d', 'R04e', 'R24'], {
    applies: '展期次数 > 0 or 展期申请日 != null',
    proof: '展期申请日 <= 展期前到期日',
    rules: ['EXT-003'],
  }),
  item('ext-term', '展期期限不超过规定上限', ['R02d', 'R03d', 'R04e'], {
    applies: '展期次数 > 0 or 展期到期日 != null',
    proof:
      'if 原贷款期限 <= 参数.短期贷款月数 then 累计展期月数 <= 原贷款期限 else 累计展期月数 <= 原贷款期限 * 参数.中长期展期比例 / 100 and 累计展期月数 <= 36',
    rules: ['EXT-001'],
  }),
  item('ext-count', '展期次数不超过上限', ['S3'], {
    applies: '展期次数 > 0',
    proof: '展期次数 <= 参数.展期次数上限',
    rules: ['EXT-002'],
  }),
  item('ext-consent', '担保人书面同意', ['R17-695'], {
    applies: '担保方式 in ("保证", "组合", "抵押", "质押")',
    proof: '保证人书面同意 = "是"',
    rules: ['EXT-004'],
  }),
  item('ext-cause', '原因真实，资金未投向高风险项目', ['S1'], { answer: 'text' }),
  item('ext-two-people', '双人复核', ['S3'], {
    proof: '检查人 != 复核人',
    rules: ['INS-013'],
  }),
  item('ext-renewal', '续贷条件逐条核查', ['R24'], {
    applies: '发放类型 = "无还本续贷"',
    proof: '续贷条件核查 = "是"',
    rules: ['EXT-005'],
  }),
  item('ext-new-contract', '续贷的新合同在原贷款到期前签订', ['R24'], {
    applies: '发放类型 = "无还本续贷"',
    proof: '合同起始日 <= 上笔到期日',
    rules: ['EXT-005'],
  }),
  item('ext-new-guarantor', '借新还旧的，已把用途告知新担保人', ['R18-16'], {
    applies: '发放类型 = "借新还旧"',
    shows: ['保证人与上笔不同'],
    rules: ['EXT-006'],
  }),
  item('ext-class', '风险分类没有因此上调', ['R01h', 'R01n'], {
    shows: ['五级分类', '上期五级分类', '分类调整原因'],
    proof: '五级分类 in ("关注", "次级", "可疑", "损失") or 上期五级分类 = "正常"',
    rules: ['CLS-007', 'CLS-011', 'M6'],
  }),
  item('ext-observation', '重组贷款的观察期', ['R01f'], {
    applies: '重组标志 = "是" or 发放类型 = "重组"',
    proof: '观察期届满日 >= add months(重组后首次还款日, 参数.观察期月数)',
    rules: ['CLS-010'],
  }),
  item('end-conclusion', '检查结论明确', ['P1', 'S2'], { proof: '检查结论 != null', rules: ['INS-010'] }),
  item('end-signed', '检查人签字，另一人复核', ['P1', 'S2'], {
    proof: '检查人 != 复核人',
    rules: ['INS-013'],
  }),
  item('end-first-check', '放款后 {参数.首次检查天数} 天内完成首次检查', ['S3'], {
    proof: '首次检查日期 >= 放款日期 and 首次检查日期 <= add days(放款日期, 参数.首次检查天数)',
    due: 'add days(放款日期, 参数.首次检查天数)',
    rules: ['INS-001'],
  }),
  item('end-evaluation', '总体评价与应对措施', ['P1'], { proof: '检查结论 != null', answer: 'text' }),
]
