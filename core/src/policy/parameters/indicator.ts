import type { Parameter } from '../types.ts'
import { number } from './parameter.ts'

/** What a branch aims at, and the shocks of the stress test. Practice and defaults, none is law. */
export const indicatorParameters: readonly Parameter[] = [
  number('recoveryTarget', '逾期回收率目标', '%', 85, 'S4-6'),
  number('recoveryTarget30', '三十天以上逾期回收率目标', '%', 75, 'S4-9'),
  number('nplRecoveryTarget', '不良回收率目标', '%', 30, 'S4-4'),
  number('cureTarget', '逾期化解率目标', '%', 80, 'S4-8'),
  number('checkCoverageTarget', '检查覆盖率目标', '%', 100, 'S4-5', '中小微企业现场检查另有 90% 的做法。'),
  number('checkCoverageTargetSme', '中小微检查覆盖率目标', '%', 90, 'S4-5'),
  number('warningAccuracyTarget', '预警准确率目标', '%', 85, 'S4-5', '另有 95% 的做法。'),
  number('newWarningsTarget', '月新增预警户数上限', '户', 5, 'S4-7'),
  number('archiveTarget', '档案完整率目标', '%', 100, 'S4-6'),
  number('satisfactionTarget', '满意度目标', '%', 90, 'S4-6'),
  number('complaintTarget', '投诉率上限', '%', 0.5, 'S4-9'),
  number('renewalTarget', '优质客户续贷率目标', '%', 80, 'S4-5', '另有 70% 的做法。'),
  number('onlineTarget', '线上化覆盖率目标', '%', 90, 'S4-9'),
  number('coverageTarget', '拨备覆盖率标准', '%', 150, 'R10b', '可在 120% 至 150% 之间差别化执行，待核。'),
  number(
    'provisionRatioTarget',
    '贷款拨备率标准',
    '%',
    2.5,
    'R10b',
    '可在 1.5% 至 2.5% 之间差别化执行，待核。',
  ),
  number('overdueToNplTarget', '逾期九十天以上与不良之比上限', '%', 100, 'R28b'),
  number('stressMildAttention', '轻度压力关注转不良', '%', 10, 'bank'),
  number('stressMildNormal', '轻度压力正常转不良', '%', 0.5, 'bank'),
  number('stressMildCollateral', '轻度压力押品跌幅', '%', 10, 'bank'),
  number('stressMediumAttention', '中度压力关注转不良', '%', 20, 'bank'),
  number('stressMediumNormal', '中度压力正常转不良', '%', 1, 'bank'),
  number('stressMediumCollateral', '中度压力押品跌幅', '%', 20, 'bank'),
  number('stressSevereAttention', '重度压力关注转不良', '%', 40, 'bank'),
  number('stressSevereNormal', '重度压力正常转不良', '%', 2, 'bank'),
  number('stressSevereCollateral', '重度压力押品跌幅', '%', 30, 'bank'),
]
