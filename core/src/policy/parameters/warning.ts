import type { Parameter } from '../types.ts'
import { choice, number, words } from './parameter.ts'

/** Warning signals and how fast they are handled. */
export const warningParameters: readonly Parameter[] = [
  number('worsenShare', '指标恶化幅度', '%', 10, 'S4-5'),
  choice('worsenMode', '指标恶化口径', '逐季', 'bank', '逐季：连续两季各达幅度；累计：两季合计达幅度。'),
  choice('worsenDirection', '资产负债率方向', '上升为恶化', 'bank', '负债率下降是好转；个别计划写成下降。'),
  number('worsenLeverageFloor', '恶化提示负债率下限', '%', 60, 'bank'),
  number('worsenCurrentCeiling', '恶化提示流动比率上限', '倍', 1.5, 'bank'),
  number('revenueFallShare', '营业收入下滑幅度', '%', 20, 'bank'),
  number('leverageLimit', '资产负债率上限', '%', 70, 'bank'),
  number('leverageLimitManufacturing', '制造业资产负债率上限', '%', 75, 'bank'),
  number(
    'leverageLimitTrade',
    '贸易建筑资产负债率上限',
    '%',
    85,
    'bank',
    '批发零售与建筑企业负债率普遍较高。',
  ),
  number('currentRatioFloor', '流动比率下限', '倍', 1, 'bank'),
  number('negativeCashQuarters', '经营现金流为负季数', '季', 2, 'bank'),
  number('receivableGrowthShare', '应收存货增幅', '%', 30, 'bank'),
  number('creditReportDaysHigh', '高风险征信有效天数', '天', 90, 'bank'),
  number('creditReportDays', '征信有效天数', '天', 180, 'bank'),
  number('litigationAssetShare', '涉诉金额占资产比例', '%', 1, 'bank'),
  number('accountFallShare', '账户余额下降比例', '%', 50, 'bank'),
  number('accountWatchDays', '账户异动观察天数', '天', 30, 'bank'),
  number('reportWorkdaysMajor', '重大预警上报时限', '工作日', 1, 'bank'),
  number('reportWorkdays', '一般预警上报时限', '工作日', 3, 'bank'),
  number('tierHighOverdueDays', '高风险逾期天数', '天', 30, 'S4-4'),
  words('sensitiveIndustries', '敏感行业', ['房地产'], 'S4-4', '大宗商品、制造业、油脂等可按需加入。'),
  number('sensitiveCheckDays', '敏感行业排查天数', '天', 92, 'S4-4'),
  words(
    'controllerStopWords',
    '实际控制人排除用语',
    ['国资委', '财政局', '人民政府', '村委会', '无', '/'],
    'bank',
  ),
]
