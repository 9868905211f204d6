import type { Rule, RuleCase } from '../types.ts'

/** Working days for reporting: shorter for a red warning. */
const allowed = '(if 预警级别 = "红" then 参数.重大预警上报时限 else 参数.一般预警上报时限)'
const reportDay = `add working days(预警日期, ${allowed})`
const unreleased = '预警状态 != "已解除"'
const assumedLevel = { 预警级别: '黄', 预警状态: '待核实' } as const

function unfilled(id: string, field: string, what: string): RuleCase {
  return {
    id,
    kind: 'violation',
    severity: 'warning',
    applies: `${unreleased} and 基准日 > add working days(预警日期, 参数.一般预警上报时限)`,
    when: `${field} = null`,
    message: `{预警日期} 的预警尚未解除，没有${what}。`,
    remedy: '制定一户一策，明确责任人、措施与处置时限，按实际日期登记。',
    sources: ['S4-5'],
    needs: ['预警日期', '预警状态', field],
  }
}

const warning = { 客户名称: '某机械有限公司', 预警级别: '黄', 预警状态: '处置中' }
const steps = {
  ...warning,
  上报日期: '2026-09-02',
  核实日期: '2026-09-04',
  方案日期: '2026-09-08',
  执行日期: '2026-09-15',
  复盘日期: null,
}
const planned = {
  ...warning,
  预警日期: '2026-09-01',
  责任人: '甲某',
  处置措施: '压缩额度',
  处置时限: '2026-12-31',
}

/** The warning register itself: one row, one warning. */
export const ewsRegisterRules: readonly Rule[] = [
  {
    id: 'EWS-008',
    category: 'EWS',
    nameZh: '预警未及时上报',
    nameEn: 'Warning not reported promptly',
    table: '预警',
    grain: '借据',
    segments: 'all',
    note: '上报时限为默认值，故为警示。',
    cases: [
      {
        id: 'a',
        kind: 'violation',
        severity: 'warning',
        applies: unreleased,
        when: `上报日期 = null and 基准日 > ${reportDay}`,
        message: `{预警日期} 的预警没有上报日期（应在 {${reportDay}} 前，{${allowed}} 个工作日内）。`,
        remedy: '立即上报并说明原因，按实际日期登记。',
        sources: ['S0', 'S4-2', 'bank'],
        needs: ['预警日期', '上报日期'],
        optional: assumedLevel,
      },
      {
        id: 'b',
        kind: 'violation',
        severity: 'attention',
        applies: unreleased,
        when: `上报日期 > ${reportDay}`,
        message: `{预警日期} 的预警于 {上报日期} 上报，晚于 {${reportDay}}。`,
        remedy: '说明迟报原因并留痕。',
        sources: ['S0', 'S4-2', 'bank'],
        needs: ['预警日期', '上报日期'],
        optional: assumedLevel,
      },
      {
        id: 'c',
        kind: 'due',
        severity: 'attention',
        applies: unreleased,
        when: '上报日期 = null and 预警日期 <= 基准日',
        dueDate: reportDay,
        message: `{预警日期} 的预警，{${reportDay}} 前上报。`,
        remedy: '逐级上报，按实际日期登记。',
        sources: ['S0', 'S4-2', 'bank'],
        needs: ['预警日期'],
        optional: { ...assumedLevel, 上报日期: null },
      },
    ],
    examples: [
      { given: { ...warning, 预警日期: '2026-10-20', 上报日期: null }, outcome: 'hit', case: 'a' },
      {
        given: { ...warning, 预警级别: '红', 预警日期: '2026-10-27', 上报日期: '2026-10-29' },
        outcome: 'hit',
        case: 'b',
      },
      { given: { ...warning, 预警日期: '2026-10-29', 上报日期: null }, outcome: 'hit', case: 'c' },
      {
        given: { ...warning, 预警日期: '2026-10-20' },
        outcome: 'hit',
        case: 'c',
        because: '没有上报日期一列，列为应办。',
      },
      { given: { ...warning, 预警日期: '2026-10-20', 上报日期: '2026-10-23' }, outcome: 'pass' },
      {
        given: { ...warning, 预警状态: '已解除', 预警日期: '2026-08-20', 上报日期: null },
        outcome: 'notApplicable',
      },
      { given: { ...warning, 预警日期: null, 上报日期: '2026-10-29' }, outcome: 'incomplete' },
    ],
  },
  {
    id: 'EWS-009',
    category: 'EWS',
    nameZh: '预警处置流程缺环或倒序',
    nameEn: 'Warning workflow step missing or out of order',
    table: '预警',
    grain: '借据',
    segments: 'all',
    note: '次序为上报、核实、制定方案、执行、复盘；登记簿没有的环节不比。',
    cases: [
      {
        id: 'a',
        kind: 'violation',
        severity: 'warning',
        when: '预警缺环 != null',
        message: '处置流程已进行到后面的环节，没有“{预警缺环}”的日期。',
        remedy: '查明该环节是否做过：做过的按实际日期登记，没做的说明原因并补做，不得倒签。',
        sources: ['S0'],
        needs: ['预警缺环'],
      },
      {
        id: 'b',
        kind: 'violation',
        severity: 'warning',
        when: '预警倒序 != null',
        message: '处置流程的日期先后不符：{预警倒序}。',
        remedy: '核对原始记录，更正误填的日期并留痕。',
        sources: ['S0'],
        needs: ['预警倒序'],
      },
      {
        id: 'c',
        kind: 'violation',
        severity: 'warning',
        applies: '预警状态 = "已解除"',
        when: '复盘日期 = null',
        message: '预警已解除，没有复盘日期。',
        remedy: '对处置结果复盘，按实际日期登记。',
        sources: ['S0', 'P1'],
        needs: ['预警状态', '复盘日期'],
      },
    ],
    examples: [
      { given: { ...steps, 核实日期: null }, outcome: 'hit', case: 'a' },
      { given: { ...steps, 方案日期: '2026-09-03' }, outcome: 'hit', case: 'b' },
      { given: { ...steps, 预警状态: '已解除' }, outcome: 'hit', case: 'c' },
      { given: steps, outcome: 'pass' },
      {
        given: { ...warning, 上报日期: '2026-09-02', 核实日期: null, 方案日期: null },
        outcome: 'pass',
        because: '流程刚开始。',
      },
      {
        given: { ...warning, 上报日期: '2026-09-02', 执行日期: '2026-09-15' },
        outcome: 'pass',
        because: '登记簿没有核实、方案两列，不比。',
      },
      { given: { ...steps, 预警状态: null }, outcome: 'incomplete' },
      { given: { ...warning, 复盘日期: null }, outcome: 'notApplicable' },
    ],
  },
  {
    id: 'EWS-010',
    category: 'EWS',
    nameZh: '预警客户无一户一策或超期',
    nameEn: 'Warning without plan, owner or deadline, or past it',
    table: '预警',
    grain: '借据',
    segments: 'all',
    cases: [
      unfilled('a', '责任人', '责任人'),
      unfilled('b', '处置措施', '处置措施'),
      unfilled('c', '处置时限', '处置时限'),
      {
        id: 'd',
        kind: 'violation',
        severity: 'warning',
        applies: `${unreleased} and 处置时限 != null`,
        when: '处置时限 < 基准日',
        message: '处置时限 {处置时限} 已过，预警尚未解除。',
        remedy: '督促落实处置措施，确需延长的按权限报批并说明原因。',
        sources: ['S4-5'],
        needs: ['预警状态', '处置时限'],
      },
    ],
    examples: [
      { given: { ...planned, 责任人: null }, outcome: 'hit', case: 'a' },
      { given: { ...planned, 处置措施: null }, outcome: 'hit', case: 'b' },
      { given: { ...planned, 处置时限: null }, outcome: 'hit', case: 'c' },
      { given: { ...planned, 处置时限: '2026-10-30' }, outcome: 'hit', case: 'd' },
      { given: planned, outcome: 'pass' },
      { given: { ...planned, 处置时限: '2026-10-31' }, outcome: 'pass', because: '时限当日。' },
      {
        given: { ...warning, 预警日期: '2026-10-29', 责任人: null, 处置措施: null },
        outcome: 'notApplicable',
        because: '刚刚预警，尚在上报期内。',
      },
      { given: { ...planned, 预警状态: '已解除', 处置时限: '2026-10-01' }, outcome: 'notApplicable' },
      { given: { ...planned, 预警状态: null, 处置时限: '2026-10-01' }, outcome: 'incomplete' },
    ],
  },
]
