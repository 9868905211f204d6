import type { Parameter } from '../types.ts'
import { number, words } from './parameter.ts'

/** Shared contacts, officers on duty, enforcement steps. */
export const oversightParameters: readonly Parameter[] = [
  number('contactShareCount', '共用联系方式户数', '户', 3, 'bank', '互不关联的借款人户数。'),
  number(
    'contactShareCeiling',
    '共用占位户数',
    '户',
    50,
    'bank',
    '一个号码、地址或账号为更多的客户所共用的，视为占位或单位代填，不作比对。',
  ),
  words(
    'payeeStopWords',
    '公用收款人用语',
    [
      '税务',
      '财政',
      '国库',
      '社保',
      '供电',
      '电力',
      '燃气',
      '自来水',
      '银行',
      '信用社',
      '保险',
      '法院',
      '医院',
      '烟草',
      '石油',
      '石化',
    ],
    'bank',
    '人人都会付款的单位，不作集中收款人。',
  ),
  words('activeOfficers', '在岗客户经理', ['全部'], 'bank', '改填姓名或工号后，才核对管户人是否在岗。'),
  number('enforcementLeadDays', '申请执行提前天数', '天', 180, 'bank'),
  number('enforcementLeadDaysSecond', '申请执行二次提示天数', '天', 90, 'bank'),
  number('enforcementLeadDaysUrgent', '申请执行紧急天数', '天', 30, 'bank'),
  number(
    'registerCoverage',
    '担保台账覆盖下限',
    '%',
    80,
    'bank',
    '抵质押（保证）贷款在所给担保台账中找得到的不足此比例，视为台账不配套，不作判断。',
  ),
]
