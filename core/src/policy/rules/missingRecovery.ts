import type { Rule, RuleCase } from '../types.ts'

const enforcementEnd = 'add months(判决履行届满日, 12 * 参数.申请执行年数)'
const impliedEnd = 'add months(判决生效日期, 12 * 参数.申请执行年数)'
const agreedLeft = `days between(基准日, ${enforcementEnd})`
const impliedLeft = `days between(基准日, ${impliedEnd})`

const steps: readonly (readonly [string, RuleCase['severity'], string])[] = [
  ['a', 'serious', '剩余天数 >= 0 and 剩余天数 <= 参数.申请执行紧急天数'],
  ['b', 'warning', '剩余天数 > 参数.申请执行紧急天数 and 剩余天数 <= 参数.申请执行二次提示天数'],
  ['c', 'attention', '剩余天数 > 参数.申请执行二次提示天数 and 剩余天数 <= 参数.申请执行提前天数'],
]
const remedy = '届满前向法院申请强制执行，留存立案材料。'
const open = '贷款余额 > 0'

/** Enforcement and preservation running out (M9); foreclosed assets kept too long (M10). */
export const missingRecoveryRules: readonly Rule[] = [
  {
    id: 'M9',
    category: 'M',
    nameZh: '申请执行或保全期限将届满',
    nameEn: 'Time to enforce or to renew preservation running out',
    table: '借据',
    grain: '借据',
    segments: 'all',
    scope: 'openOrWrittenOff',
    note: '期间自法律文书确定的履行期限届满起算；台账只有判决生效日期的，按生效日推定（偏早），只列应办和线索。',
    cases: [
      {
        id: 'p',
        kind: 'violation',
        severity: 'serious',
        applies: '判决履行届满日 != null',
        when: `申请执行日期 = null and ${enforcementEnd} < 基准日`,
        message: `申请执行的期间已于 {${enforcementEnd}} 届满，没有申请执行日期。`,
        remedy: '立即核实有无中止、中断事由，并按规定报告。',
        sources: ['R37'],
        needs: ['判决履行届满日', '申请执行日期'],
      },
      ...steps.map(([id, severity, when]): RuleCase => ({
        id,
        kind: 'violation',
        severity,
        applies: '判决履行届满日 != null',
        when: `申请执行日期 = null and ${when.replaceAll('剩余天数', agreedLeft)}`,
        message: `申请执行的期间将于 {${enforcementEnd}} 届满，还有 {${agreedLeft}} 天，没有申请执行日期。`,
        remedy,
        sources: ['R37', 'bank'],
        needs: ['判决履行届满日', '申请执行日期'],
      })),
      {
        id: 'q',
        kind: 'lead',
        severity: 'serious',
        applies: '判决生效日期 != null and 判决履行届满日 = null',
        when: `申请执行日期 = null and ${impliedEnd} < 基准日`,
        message: `自判决生效已满 {参数.申请执行年数} 年（{${impliedEnd}}），台账没有申请执行日期。`,
        remedy: '查阅判决确定的履行期限与执行立案材料，补登台账；未申请的核实有无中止、中断事由。',
        sources: ['R37'],
        needs: ['判决生效日期'],
        optional: { 判决履行届满日: null, 申请执行日期: null },
      },
      ...steps.map(([id, severity, when]): RuleCase => ({
        id: `${id}2`,
        kind: 'due',
        severity,
        applies: '判决生效日期 != null and 判决履行届满日 = null',
        when: `申请执行日期 = null and ${when.replaceAll('剩余天数', impliedLeft)}`,
        message: `自判决生效推定，申请执行的期间将于 {${impliedEnd}} 届满，还有 {${impliedLeft}} 天。`,
        remedy: `查阅判决确定的履行期限；${remedy}`,
        sources: ['R37', 'bank'],
        needs: ['判决生效日期'],
        optional: { 判决履行届满日: null, 申请执行日期: null },
        dueDate: impliedEnd,
      })),
      {
        id: 'r',
        kind: 'violation',
        severity: 'serious',
        applies: '保全届满日 != null',
        when: `${open} and 保全届满日 < 基准日`,
        message: '查封、冻结已于 {保全届满日} 届满，余额 {贷款余额} 元。',
        remedy: '立即核实是否已续封；没有的申请重新保全，并核查财产现状。',
        sources: ['R37'],
        needs: ['保全届满日', '贷款余额'],
      },
      {
        id: 's',
        kind: 'violation',
        severity: 'serious',
        applies: '保全届满日 != null',
        when: `${open} and 保全届满日 >= 基准日 and 保全届满日 <= add days(基准日, 参数.保全续封提前天数)`,
        message: '查封、冻结将于 {保全届满日} 届满，还有 {days between(基准日, 保全届满日)} 天。',
        remedy: '届满前申请续封、续冻。',
        sources: ['R37', 'bank'],
        needs: ['保全届满日', '贷款余额'],
      },
    ],
    examples: [
      {
        given: { 贷款余额: 100000, 判决履行届满日: '2024-11-20', 申请执行日期: null },
        outcome: 'hit',
        case: 'a',
      },
      {
        given: { 贷款余额: 100000, 判决履行届满日: '2024-10-30', 申请执行日期: null },
        outcome: 'hit',
        case: 'p',
      },
      {
        given: { 贷款余额: 100000, 判决履行届满日: '2024-10-30', 申请执行日期: '2024-12-01' },
        outcome: 'pass',
      },
      {
        given: { 贷款余额: 100000, 判决生效日期: '2025-01-10' },
        outcome: 'hit',
        case: 'b2',
        because: '只有生效日期，列为应办',
      },
      { given: { 贷款余额: 100000, 判决生效日期: '2024-01-10' }, outcome: 'hit', case: 'q' },
      { given: { 贷款余额: 100000, 判决生效日期: '2026-01-10' }, outcome: 'pass' },
      { given: { 贷款余额: 100000, 保全届满日: '2026-12-30' }, outcome: 'hit', case: 's' },
      { given: { 贷款余额: 100000, 保全届满日: '2026-12-31' }, outcome: 'pass' },
      { given: { 贷款余额: 100000, 保全届满日: '2026-10-30' }, outcome: 'hit', case: 'r' },
      { given: { 贷款余额: null, 保全届满日: '2026-10-30' }, outcome: 'incomplete' },
      {
        given: {
          贷款余额: 0,
          表内欠息: 0,
          贷款状态: '核销',
          判决履行届满日: '2024-10-30',
          申请执行日期: null,
        },
        outcome: 'hit',
        case: 'p',
        because: '核销后仍须追索',
      },
    ],
  },
  {
    id: 'M10',
    category: 'M',
    nameZh: '抵债资产超过两年未处置',
    nameEn: 'Foreclosed asset kept beyond two years',
    table: '押品',
    grain: '借据',
    segments: 'all',
    scope: 'any',
    legalFloor: true,
    note: '在押品台账的抵债取得日期一列登记。',
    cases: [
      {
        id: 'a',
        kind: 'violation',
        severity: 'warning',
        applies: '抵债取得日期 != null',
        when: '抵债处置日期 = null and add months(抵债取得日期, 参数.抵债资产处置月数) < 基准日',
        message:
          '抵债资产 {抵债取得日期} 取得，应在 {add months(抵债取得日期, 参数.抵债资产处置月数)} 前处置，没有处置日期。',
        remedy: '报送处置计划并尽快变现；因客观原因逾期的说明情况。',
        sources: ['R19-42'],
        needs: ['抵债取得日期', '抵债处置日期'],
      },
      {
        id: 'b',
        kind: 'due',
        severity: 'notice',
        applies: '抵债取得日期 != null',
        when: '抵债处置日期 = null and add months(抵债取得日期, 参数.抵债资产处置月数) >= 基准日',
        message: '抵债资产 {抵债取得日期} 取得，{add months(抵债取得日期, 参数.抵债资产处置月数)} 前处置。',
        remedy: '制定并推进处置方案。',
        sources: ['R19-42'],
        needs: ['抵债取得日期'],
        optional: { 抵债处置日期: null },
        dueDate: 'add months(抵债取得日期, 参数.抵债资产处置月数)',
      },
    ],
    examples: [
      {
        given: { 押品编号: 'YP1', 抵债取得日期: '2024-10-30', 抵债处置日期: null },
        outcome: 'hit',
        case: 'a',
      },
      {
        given: { 押品编号: 'YP1', 抵债取得日期: '2024-10-31', 抵债处置日期: null },
        outcome: 'hit',
        case: 'b',
        because: '两年之内列为应办',
      },
      { given: { 押品编号: 'YP1', 抵债取得日期: '2024-08-30', 抵债处置日期: '2026-05-01' }, outcome: 'pass' },
      { given: { 押品编号: 'YP1', 抵债取得日期: null, 抵债处置日期: null }, outcome: 'notApplicable' },
    ],
  },
]
