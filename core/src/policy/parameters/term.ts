import type { Parameter } from '../types.ts'
import { number, numberBy } from './parameter.ts'

/** Terms of loans and of extensions. */
export const termParameters: readonly Parameter[] = [
  numberBy(
    'termUsualMonths',
    '一般期限上限',
    '月',
    [
      { for: { product: '流动资金' }, value: 36, source: 'R02b' },
      { for: { product: '固定资产' }, value: 120, source: 'R03b' },
      { for: { product: '项目' }, value: 120, source: 'R03b' },
      { for: { product: '消费' }, value: 60, source: 'R04b' },
      { for: { product: '个人经营' }, value: 60, source: 'R04b' },
    ],
    '超过一般期限须说明理由或有相应审批；没有列出的品种不作判断。',
  ),
  numberBy(
    'termMaxMonths',
    '最长期限',
    '月',
    [
      { for: { product: '流动资金' }, value: 60, source: 'R02b' },
      { for: { product: '消费' }, value: 60, source: 'R04b' },
      { from: '2025-03-14', basis: 'disburseDate', for: { product: '消费' }, value: 84, source: 'R34' },
      { for: { product: '个人经营' }, value: 120, source: 'R04b' },
      { for: { product: '汽车' }, value: 60, source: 'R36' },
      { for: { product: '透支' }, value: 12, source: 'R36' },
      { for: { product: '贴现' }, value: 6, source: 'R36' },
      { for: { product: '按揭' }, value: 360, source: 'R36' },
    ],
    '汽车、透支、票据、住房的上限待核；消费贷 84 个月为阶段性政策，终止日期待核。',
  ),
  number('companyLongMonths', '对公长期限提示', '月', 120, 'bank'),
  number('personLongMonths', '个人长期限提示', '月', 360, 'bank'),
  number('extensionLimit', '展期次数上限', '次', 1, 'bank'),
  number('farmerExtensionLimit', '农户展期次数上限', '次', 1, 'R05c'),
  number('shortTermMonths', '短期贷款月数', '月', 12, 'R02d'),
  number('longExtensionShare', '中长期展期比例', '%', 50, 'R02d'),
  number('farmerBulletMonths', '农户利随本清月数', '月', 12, 'R05b'),
  number('onlineBulletMonths', '互联网消费贷一次还本月数', '月', 12, 'R36'),
  {
    id: 'renewalMediumUntil',
    name: '中型企业续贷截止日',
    type: 'date',
    values: [{ value: '2027-09-30', source: 'R24' }],
    note: '三年期满的日期待核。',
  },
]
