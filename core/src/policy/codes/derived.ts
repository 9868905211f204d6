import type { CodeList } from '../types.ts'
import { codeList } from './codeList.ts'

/** Values of derived columns; nothing is read into them, so they have no synonyms. */
export const derivedCodeLists: readonly CodeList[] = [
  codeList('客群', 'unordered', [['对公'], ['个人']]),
  codeList('产品族', 'unordered', [
    ['流动资金'],
    ['固定资产'],
    ['项目'],
    ['按揭'],
    ['商用房'],
    ['汽车'],
    ['消费'],
    ['助学'],
    ['个人经营'],
    ['农户'],
    ['贴现'],
    ['委托'],
    ['透支'],
    ['垫款'],
    ['贸易融资'],
    ['融资租赁'],
    ['信用卡'],
    ['公积金'],
    ['并购'],
    ['其他'],
  ]),
  codeList('客户键类型', 'unordered', [['客户编号'], ['证件号码'], ['企业名称'], ['个人姓名']]),
  codeList('支付登记情况', 'unordered', [['是'], ['否'], ['空白'], ['无此列']]),
  codeList('风险关联方式', 'unordered', [['同一集团'], ['保证人'], ['同一实际控制人'], ['实际控制人同名']]),
]
