/** Plausible cells for a column, made from nothing but its field or its header. No real person or company. */
export type Cell = string | number | { readonly serial: number } | null

export type Random = () => number

/** A small seeded generator, so that every run makes the same workbooks (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const pick = <T>(random: Random, items: readonly T[]): T => items[Math.floor(random() * items.length)] as T
const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => Math.floor(random() * 10)).join('')

const persons = ['张甲一', '王乙二', '李丙三', '赵丁四', '陈戊五', '刘己六', '周庚七', '吴辛八']
const companies = [
  '某某农业发展有限公司',
  '某某建材有限公司',
  '甲乙商贸有限公司',
  '丙丁机械厂',
  '戊己种植专业合作社',
]
const branches = ['城东支行', '城西支行', '营业部', '河口分理处', '新村支行']
const products = ['流动资金贷款', '个人经营性贷款', '住房按揭贷款', '消费贷款', '固定资产贷款']

export type DateStyle = 'serial' | 'digits' | 'dashed' | 'dotted' | 'number'

const two = (n: number): string => String(n).padStart(2, '0')

function dateCell(random: Random, style: DateStyle, from: number, to: number): Cell {
  const serial = from + Math.floor(random() * (to - from))
  const date = new Date((serial - 25569) * 86_400_000)
  const y = date.getUTCFullYear()
  const m = date.getUTCMonth() + 1
  const d = date.getUTCDate()
  if (style === 'serial') return { serial }
  if (style === 'digits') return `${y}${two(m)}${two(d)}`
  if (style === 'number') return y * 10_000 + m * 100 + d
  return style === 'dashed' ? `${y}-${m}-${d}` : `${y}.${two(m)}.${two(d)}`
}

/** A cell for the column, or null for an empty one. `row` counts the data rows from 0. */
export function plausibleCell(
  random: Random,
  row: number,
  field: string | null,
  header: string,
  style: DateStyle,
  factor: number,
): Cell {
  const money = (low: number, high: number): number =>
    Math.round((low + random() * (high - low)) * 100) / 100 / factor
  switch (field) {
    case 'loanNo':
      return `JJ2025${digits(random, 10)}`
    case 'contractNo':
      return `HT2025-${digits(random, 6)}`
    case 'accountNo':
      return `8101${digits(random, 14)}`
    case 'customerId':
      return `C${digits(random, 9)}`
    case 'customerName':
      return random() < 0.5 ? pick(random, persons) : pick(random, companies)
    case 'guarantorName':
    case 'managerName':
      return pick(random, persons)
    case 'idNumber':
      return `43010019800101${digits(random, 4)}`
    case 'mobile':
      return `139${digits(random, 8)}`
    case 'orgName':
      return pick(random, branches)
    case 'orgCode':
      return `0${digits(random, 5)}`
    case 'address':
      return `某县某镇某村${1 + Math.floor(random() * 20)}组`
    case 'productType':
      return pick(random, products)
    case 'loanPurpose':
      return pick(random, ['购原材料', '种植', '购房', '装修'])
    case 'guaranteeType':
      return pick(random, ['信用', '保证', '抵押', '质押'])
    case 'fiveClass':
    case 'fiveClassPrev':
      return pick(random, ['正常', '正常', '正常', '关注', '次级'])
    case 'loanStatus':
      return pick(random, ['正常', '结清', '逾期'])
    case 'currency':
      return pick(random, ['CNY', '人民币'])
    case 'repayMethod':
      return pick(random, ['等额本息', '按月付息到期还本'])
    case 'customerType':
      return pick(random, ['对公', '个人', '农户'])
    case 'enterpriseSize':
      return pick(random, ['小型', '微型', '中型'])
    case 'industry':
      return pick(random, ['制造业', '批发和零售业', '农、林、牧、渔业'])
    case 'internalRating':
      return pick(random, ['AA', 'A', 'BBB'])
    case 'idType':
      return '居民身份证'
    case 'litigationFlag':
      return pick(random, ['无', '已起诉'])
    case 'interestRate':
      return Math.round((3 + random() * 4) * 1000) / 1000
    case 'termMonths':
      return pick(random, [12, 24, 36])
    case 'overdueDays':
      return Math.floor(random() * 120)
    case 'loanAmount':
    case 'contractAmount':
    case 'creditLimit':
      return money(50_000, 3_000_000)
    case 'balance':
    case 'latestValuation':
      return money(10_000, 2_000_000)
    case 'onBsInterest':
    case 'offBsInterest':
    case 'principalOverdueAmt':
    case 'nextDuePrincipal':
      return random() < 0.6 ? 0 : money(10, 5_000)
    case 'collateralType':
      return pick(random, ['居住房地产', '土地使用权'])
    case 'collateralId':
      return `YP${digits(random, 8)}`
    case 'registrationNo':
      return `证(2025)不动产证明第${digits(random, 7)}号`
    case 'checkReportText':
      return '经营正常,还款来源充足'
    case 'asOfDate':
      return style === 'serial' ? { serial: 46_326 } : '2026-10-31'
    default:
      return byHeader(random, row, field, header, style, money)
  }
}

function byHeader(
  random: Random,
  row: number,
  field: string | null,
  header: string,
  style: DateStyle,
  money: (low: number, high: number) => number,
): Cell {
  if (/^序号$/.test(header)) return row + 1
  if (field === 'maturityDate' || field === 'contractEndDate') return dateCell(random, style, 46_300, 47_400)
  if (field !== null) return dateCell(random, style, 45_000, 46_200)
  if (/标志|标识|是否|有无/.test(header)) return pick(random, ['是', '否'])
  if (/天数|次数|期数|户数|笔数|数$|年限|年龄|期限/.test(header)) return Math.floor(random() * 100)
  if (/比例|率|占比/.test(header)) return Math.round(random() * 1000) / 10
  if (/(日期|日|时间|止|起)$/.test(header))
    return random() < 0.4 ? null : dateCell(random, style, 45_000, 46_500)
  if (/金额|余额|本金|利息|欠息|罚息|复利|额$|积|比上月|比年初|浮动值/.test(header)) return money(0, 100_000)
  if (
    /风险分类|资产保全|贷后管理|受理调查|评审审批|授信审核|发放、支付|责任人|审批人|录入人|经手|调查人|姓名|成员|委托人/.test(
      header,
    )
  )
    return pick(random, persons)
  if (/工号|编号|代码|号$|账户|号码/.test(header)) return digits(random, 8)
  if (/方式|类型|品种|分类|性质|状态|形态|结果|模式|投向/.test(header))
    return pick(random, ['甲类', '乙类', '其他'])
  return random() < 0.5 ? null : pick(random, ['说明甲', '说明乙', '情况良好'])
}
