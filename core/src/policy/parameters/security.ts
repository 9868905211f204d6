import type { Parameter } from '../types.ts'
import { number, numberBy, words } from './parameter.ts'

/** Collateral and guarantors. */
export const securityParameters: readonly Parameter[] = [
  number('collateralFallShare', '押品下跌幅度', '%', 10, 'S4-8', '自最近一次估值起算，且抵质押率已超上限。'),
  numberBy(
    'ltvLimit',
    '抵质押率上限',
    '%',
    [
      { for: { collateralType: '居住房地产' }, value: 70, source: 'bank' },
      { for: { product: '按揭', collateralType: '居住房地产' }, value: 85, source: 'bank' },
      { for: { collateralType: '商用房地产' }, value: 60, source: 'bank' },
      { for: { collateralType: '土地使用权' }, value: 60, source: 'bank' },
      { for: { collateralType: '机器设备' }, value: 50, source: 'bank' },
      { for: { collateralType: '存单' }, value: 90, source: 'bank' },
      { for: { collateralType: '国债' }, value: 90, source: 'bank' },
    ],
    '按押品池整体计算；没有列出的押品类型（车辆、存货、股权等）由各行设定，未设定的不作判断。',
  ),
  numberBy('revaluationMonths', '押品重估月数', '月', [
    { value: 12, source: 'R07c' },
    { for: { collateralType: '机器设备' }, value: 6, source: 'S4-8' },
    { for: { collateralType: '股权' }, value: 1, source: 'bank' },
  ]),
  number('revaluationLeadDays', '押品重估提前天数', '天', 30, 'bank'),
  number('statedRateTolerance', '抵质押率登记误差', '个百分点', 1, 'bank'),
  number('insuranceLeadDays', '保险续保提前天数', '天', 30, 'bank'),
  number('registrationLeadDays', '登记展期提前天数', '天', 60, 'bank'),
  number('prenoticeMonths', '预告登记转正月数', '月', 24, 'bank', '期房以预告登记和阶段性保证为过渡。'),
  words(
    'unmortgageableWords',
    '不得抵押用语',
    ['土地所有权', '宅基地', '自留地', '公办学校', '公立医院', '教育设施', '医疗卫生设施'],
    'R17-399',
    '营利法人的学校和医院、承包地经营权、入市集体经营性建设用地不在内。',
  ),
  words('mortgageableWords', '可以抵押用语', ['承包地', '经营权', '集体经营性', '营利'], 'R17-399'),
  numberBy('guaranteeLeadDays', '保证期间提前天数', '天', [{ value: 90, source: 'bank' }]),
  number('guaranteeLeadDaysUrgent', '保证期间紧急天数', '天', 30, 'bank'),
  number('guaranteeDefaultMonths', '保证期间默认月数', '月', 6, 'R17-692'),
  number('guarantorAssetMultiple', '保证人净资产倍数', '倍', 1, 'bank'),
  number('maxBacked', '保证户数上限', '户', 5, 'bank'),
  number('guaranteeCompanyLeverage', '担保公司放大倍数', '倍', 10, 'R21'),
  number('guaranteeCompanyLeverageSmall', '小微三农担保公司放大倍数', '倍', 15, 'R21'),
  number('guaranteeCompanySingleShare', '担保公司单户集中度', '%', 10, 'R21'),
  number('guaranteeCompanyGroupShare', '担保公司关联集中度', '%', 15, 'R21'),
  number('guaranteeCompanyCheckDays', '担保公司监测天数', '天', 31, 'S2'),
  number('foreclosedMonths', '抵债资产处置月数', '月', 24, 'R19-42'),
]
