import type { ChecklistItem, StageId } from '../types.ts'
import { item } from './item.ts'

const anywhere: readonly StageId[] = ['firstCheck', 'regular', 'special']

/** Collateral and guarantors. A loan row that carries its collateral's own columns is read like a register of one. */
export const securityItems: readonly ChecklistItem[] = [
  item('col-title', '权属登记齐全，登记证号在册', ['R17-402', 'R18'], {
    proof: 'count(押品) > 0 and (every c in 押品 satisfies c.登记证号 != null)',
    says: '押品 {count(押品)} 件，均有登记证号',
    rules: ['COL-004', 'COL-005', 'M1'],
  }),
  item('col-prenotice', '抵押登记由预告转为正式；他项权证归档', ['R17-402', 'R18'], {
    at: anywhere,
    proof: 'count(押品) > 0 and (every c in 押品 satisfies c.登记证号 != null and c.登记日期 != null)',
    says: '押品 {count(押品)} 件，均有正式登记证号和登记日期',
    rules: ['COL-004'],
  }),
  item('col-rank', '顺位与已抵押价值', ['P1', 'R07b'], {
    proof: 'count(押品) > 0 and (every c in 押品 satisfies c.处置顺位 = 1)',
    says: '押品 {count(押品)} 件，均为第一顺位',
    rules: ['COL-002', 'COL-007'],
  }),
  item('col-value', '估值日期、方法与跌幅', ['R07c', 'S4-8'], {
    proof:
      'count(押品) > 0 and (every c in 押品 satisfies c.估值日期 >= add months(基准日, -参数.押品重估月数) and c.最新估值 != null)',
    says: '押品 {count(押品)} 件，最早估值日期 {min(押品.估值日期)}，估值合计 {sum(押品.最新估值)}',
    rules: ['COL-001', 'COL-003'],
  }),
  item('col-onsite', '现场查看：实物在、占用情况、是否出租、保管条件', ['P1', 'S4-6'], {
    proof: `count(押品) > 0 and (every c in 押品 satisfies c.押品检查日期 >= add months(基准日, -参数.押品重估月数) and not(c.押品状态 in ("查封", "扣押", "灭失")))`,
    says: '押品 {count(押品)} 件，最早检查日期 {min(押品.押品检查日期)}',
    rules: ['COL-003', 'COL-007'],
  }),
  item('col-state', '房产状态：查封、二次抵押、价值变化', ['R17-399', 'R17-406', 'R17-408', 'S1'], {
    at: anywhere,
    proof: 'count(押品) > 0 and (every c in 押品 satisfies c.押品状态 = "正常")',
    says: '押品 {count(押品)} 件，状态均为正常',
    rules: ['COL-001', 'COL-007'],
  }),
  item('col-vehicle-registered', '车辆抵押已登记；按合同约定核实保险在有效期内', ['R17', 'P1'], {
    at: anywhere,
    proof: 'count(押品) > 0 and (every c in 押品 satisfies c.登记证号 != null and c.保险到期日 >= 基准日)',
    says: '押品 {count(押品)} 件，均已登记，保险最早 {min(押品.保险到期日)} 到期',
    rules: ['COL-004', 'COL-006'],
  }),
  item('col-vehicle-state', '车辆的状态、所在地和价值', ['S4-7'], {
    at: anywhere,
    shows: ['押品状态', '最新估值'],
    answer: 'text',
    rules: ['COL-001', 'COL-007'],
  }),
  item('col-insurance', '合同约定投保的，保险在有效期内', ['P1'], {
    proof: 'count(押品) > 0 and (every c in 押品 satisfies c.要求投保 = "否" or c.保险到期日 >= 基准日)',
    says: '押品 {count(押品)} 件，约定投保的均在有效期内',
    rules: ['COL-006'],
  }),
  item('col-cover', '抵质押率不超过上限', ['R07b'], {
    proof: '押品池抵质押率 <= 押品池抵质押率上限',
    rules: ['COL-002'],
  }),
  item('col-sale', '变现难易和处置障碍', ['P1'], { answer: 'text' }),
  item('col-pledge', '质物交付和保管；票据真伪、应收账款确认', ['P1', 'R17-429'], {
    applies: '担保方式 in ("质押", "保证金", "组合")',
    answer: 'text',
    rules: ['COL-005'],
  }),
  item('col-stage-guarantee', '阶段性保证在办妥正式抵押后解除，此前在保证期间内', ['R29'], {
    at: anywhere,
    shows: ['保证期间届满日', '登记日期'],
    rules: ['GUA-001'],
  }),
  item('gua-standing', '主体资格、经营、财务、现金流和对外担保的变化', ['S2'], {
    proof: 'count(保证人) > 0 and (every g in 保证人 satisfies g.保证人检查日期 >= add months(基准日, -12))',
    says: '保证人 {count(保证人)} 户，最早检查日期 {min(保证人.保证人检查日期)}',
    rules: ['GUA-003', 'GUA-004'],
  }),
  item('gua-contingent', '或有负债规模', ['S2'], {
    shows: ['保证人担保户数'],
    answer: 'text',
    rules: ['GUA-004'],
  }),
  item('gua-will', '代偿意愿与代偿能力', ['P1', 'S2'], {
    shows: ['保证人净资产倍数', '保证人自身逾期天数', '保证人自身最差分类'],
    answer: 'text',
    rules: ['GUA-004'],
  }),
  item('gua-relation', '与借款人的关系', ['P1'], {
    proof: 'count(保证人) > 0 and (every g in 保证人 satisfies g.保证人与借款人关系 != null)',
    says: '保证人 {count(保证人)} 户，均已登记关系',
    rules: ['GUA-005'],
  }),
  item('gua-consent', '展期、变更经保证人书面同意', ['R17-695'], {
    applies: '展期次数 > 0 or 展期到期日 != null',
    proof:
      '保证人书面同意 = "是" or (count(保证人) > 0 and (every g in 保证人 satisfies g.保证人书面同意 = "是"))',
    says: '保证人书面同意已登记',
    rules: ['EXT-004'],
  }),
  item('gua-period', '保证期间未届满', ['R17-692'], {
    proof:
      '保证期间届满日 >= 基准日 or (count(保证人) > 0 and (every g in 保证人 satisfies g.保证期间届满日 >= 基准日))',
    says: '登记的保证期间届满日均不早于 {基准日}',
    rules: ['GUA-001'],
  }),
  item('gua-contact', '保证人可联系', ['S0'], {
    proof:
      '保证人联系状态 = "正常" or (count(保证人) > 0 and (every g in 保证人 satisfies g.保证人联系状态 = "正常"))',
    says: '保证人联系状态为正常',
    rules: ['GUA-004'],
  }),
  item(
    'gua-company',
    '融资担保公司按月监测，担保责任余额不超过净资产的 10 倍（小微、三农 15 倍）',
    ['R21', 'S2'],
    {
      applies: '保证人类型 = "融资担保公司" or (some g in 保证人 satisfies g.保证人类型 = "融资担保公司")',
      shows: ['担保责任余额', '保证人净资产'],
      rules: ['GUA-006'],
    },
  ),
]
