import type { Parameter } from '../types.ts'
import { choice, number, numberBy } from './parameter.ts'

/** Reminders, collection steps, limitation of actions. */
export const collectionParameters: readonly Parameter[] = [
  choice(
    'collectionProfile',
    '催收方案',
    '30/90',
    'S4-6',
    '30/90：1–30、31–90、90 天以上；15/30：1–15、16–30、30 天以上；消费贷：同 30/90，上门与委外在 90 天后。',
  ),
  number('remindDays', '还款提醒提前天数', '天', 3, 'S4-7'),
  number('maturityLeadDays', '到期提示提前天数', '天', 30, 'S4-2'),
  number('maturityLeadDaysSecond', '到期二次提示天数', '天', 15, 'P1'),
  number('maturityLeadDaysLast', '到期末次提示天数', '天', 7, 'P1'),
  number(
    'firstContactWorkdays',
    '逾期首次联系期限',
    '工作日',
    2,
    'S4-7',
    '当日联系是一种做法；系统扣款有时差，默认自逾期后第 2 个工作日起。',
  ),
  number('noticeDays', '催收通知书天数', '天', 7, 'S4-7'),
  numberBy('stageOneDays', '一阶段催收天数', '天', [{ value: 30, source: 'S4-6' }]),
  numberBy('stageTwoDays', '二阶段催收天数', '天', [{ value: 90, source: 'S4-6' }]),
  number('legalDays', '法律程序启动天数', '天', 90, 'S4-6'),
  number(
    'visitCostFloor',
    '上门诉讼金额下限',
    '元',
    50_000,
    'bank',
    '低于此数不要求上门或起诉，可用调解、赋强公证、担保代偿、保险理赔。',
  ),
  number('minArrearsAmount', '催收最低欠款', '元', 500, 'bank'),
  number('statuteYears', '诉讼时效年数', '年', 3, 'R17-188'),
  number('statuteLeadDays', '诉讼时效提前天数', '天', 180, 'bank'),
  number('statuteLeadDaysSecond', '诉讼时效二次提示天数', '天', 90, 'bank'),
  number('statuteLeadDaysUrgent', '诉讼时效紧急天数', '天', 30, 'bank'),
  number('enforcementYears', '申请执行年数', '年', 2, 'R37'),
  number('preservationLeadDays', '保全续封提前天数', '天', 60, 'bank'),
  number('largeOverdueAmount', '大额逾期金额', '元', 1_000_000, 'bank'),
  number('consecutiveLimit', '连续欠款期数上限', '期', 3, 'bank'),
  number('cumulativeLimit', '累计欠款期数上限', '期', 6, 'bank'),
  number('graceMonths', '宽限期上限', '月', 3, 'S4-8'),
]
