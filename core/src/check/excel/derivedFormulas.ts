import type { ProductFact } from './types.ts'

/** What a formula of a computed column may speak of; every reference is to one cell of its row. */
export interface DerivedGround {
  /** A cell of the row, or null where the sheet has no such column and nothing computes it. */
  cell(key: string): string | null
  /** The value of a parameter for the whole ledger. */
  parameter(id: string): string | null
  readonly asOf: string
  /** 是 where the ledger counts days past due for overdue loans only. */
  readonly sparse: string
  /** What the list of products says of the row's product; blank without one, an error for a name not in the list. */
  product(fact: ProductFact): string
  readonly workingDays: { readonly reference: string; readonly from: number; readonly to: number }
  raw(key: string): string | null
}

type Make = (ground: DerivedGround) => string | null

/** Blank propagates as "", so that the cell is blank to whoever reads it. */
const whenNumber = (cell: string, then: string): string => `IF(ISNUMBER(${cell}),${then},"")`
const yes = (test: string): string => `IF(${test},"是","否")`

const lastDay: Make = (ground) => {
  const maturity = ground.cell('maturityDate')
  const extended = ground.cell('extensionMaturityDate')
  if (!maturity || !extended) return maturity ?? extended
  return `IF(NOT(ISNUMBER(${maturity})),${extended},IF(ISNUMBER(${extended}),MAX(${maturity},${extended}),${maturity}))`
}

/** On or after the day, beyond the calendar's years by weekends alone. */
function roll(day: string, ground: DerivedGround): string {
  const { reference, from, to } = ground.workingDays
  const next = `IF(AND(${day}>=${from},${day}<=${to}),INDEX(${reference},MATCH(${day}-1,${reference},1)+1),IF(WEEKDAY(${day},2)<6,${day},${day}+8-WEEKDAY(${day},2)))`
  const setting = ground.parameter('rollRestDays')
  return setting ? `IF(${setting}="否",${day},${next})` : next
}

const interestParts = ['onBsInterest', 'offBsInterest', 'penaltyInterest'] as const

/**
 * The computed columns that worksheet functions can say, by field key. Each follows the function of the same fact in
 * `derive/`, and is null where the sheet lacks what it rests on.
 */
export const derivedFormulas: Readonly<Record<string, Make>> = {
  lastDay,
  effectiveMaturity(ground) {
    const last = ground.cell('lastDay')
    return last && whenNumber(last, roll(last, ground))
  },
  daysToMaturity(ground) {
    const day = ground.cell('effectiveMaturity')
    return day && `IF(AND(ISNUMBER(${day}),ISNUMBER(${ground.asOf})),${day}-${ground.asOf},"")`
  },
  impliedOverdueDays(ground) {
    const [left, day] = [ground.cell('balance'), ground.cell('effectiveMaturity')]
    if (!left || !day) return null
    const late = `${ground.asOf}-${day}`
    const known = `AND(ISNUMBER(${day}),ISNUMBER(${ground.asOf}))`
    const after = `IF(${known},IF(${late}<=0,0,IF(ISNUMBER(${left}),${late},"")),"")`
    return `IF(ISNUMBER(${left}),IF(${left}<=0,0,${after}),${after})`
  },
  recordedOverdueDays(ground) {
    const counts = ['overdueDays'].flatMap((key) => ground.cell(key) ?? [])
    const dates = ['overdueDate', 'principalOverdueDate', 'interestOverdueDate'].flatMap(
      (key) => ground.cell(key) ?? [],
    )
    if (counts.length + dates.length === 0) return null
    const { asOf } = ground
    const isPast = (day: string): string => `IF(ISNUMBER(${day}),IF(${day}<=${asOf},1,0),0)`
    const said = [...counts.map((cell) => `ISNUMBER(${cell})*1`), ...dates.map(isPast)].join('+')
    const longest = [
      ...counts.map((cell) => `IF(ISNUMBER(${cell}),${cell},0)`),
      ...dates.map((day) => `IF(${isPast(day)}=1,${asOf}-${day},0)`),
    ].join(',')
    const [owed, interest] = [ground.cell('principalOverdueAmt'), ground.cell('interestArrears')]
    const none =
      owed && interest
        ? `IF(AND(ISNUMBER(${owed}),ISNUMBER(${interest})),IF(AND(${owed}=0,${interest}=0),0,""),"")`
        : '""'
    return `IF(${said}=0,${none},MAX(0,${longest}))`
  },
  arrearsLeftBlank(ground) {
    const recorded = ground.cell('recordedOverdueDays')
    if (!recorded) return null
    const habit = ground.cell('overdueDays') ? `${ground.sparse}="是"` : 'TRUE'
    return yes(`AND(NOT(ISNUMBER(${recorded})),${habit})`)
  },
  dpd(ground) {
    const [recorded, implied] = [ground.cell('recordedOverdueDays'), ground.cell('impliedOverdueDays')]
    if (!recorded || !implied) return recorded ?? implied
    const least = `IF(ISNUMBER(${implied}),${implied},0)`
    return `IF(${least}>0,IF(ISNUMBER(${recorded}),MAX(${recorded},${least}),${least}),${recorded})`
  },
  overdueStart(ground) {
    const days = ground.cell('dpd')
    return (
      days &&
      `IF(AND(ISNUMBER(${days}),ISNUMBER(${ground.asOf})),IF(${days}>0,${ground.asOf}-${days}+1,""),"")`
    )
  },
  interestArrears(ground) {
    const parts = interestParts.flatMap((key) => ground.cell(key) ?? [])
    const total = ground.cell('interestArrearsAmt')
    if (parts.length === 0) return total
    const list = parts.join(',')
    const sum = `IF(COUNT(${list})=0,"",SUM(${list}))`
    if (!total) return sum
    return `IF(COUNT(${list},${total})=0,"",MAX(SUM(${list}),IF(ISNUMBER(${total}),${total},SUM(${list}))))`
  },
  arrearsCeiling(ground) {
    const [principal, balance] = [ground.cell('principalOverdueAmt'), ground.cell('balance')]
    const interest = ground.cell('interestArrears')
    const owed = interest ? `+IF(ISNUMBER(${interest}),${interest},0)` : ''
    if (!principal && !balance) return null
    const whole = balance ? `IF(ISNUMBER(${balance}),${balance}${owed},"")` : '""'
    return principal ? `IF(ISNUMBER(${principal}),${principal}${owed},${whole})` : whole
  },
  writtenOff(ground) {
    const [status, day] = [ground.cell('loanStatus'), ground.cell('writeOffDate')]
    const tests = [...(status ? [`${status}="核销"`] : []), ...(day ? [`ISNUMBER(${day})`] : [])]
    return tests.length === 0 ? '"否"' : `IFERROR(${yes(`OR(${tests.join(',')})`)},"否")`
  },
  closed(ground) {
    const [status, day] = [ground.cell('loanStatus'), ground.cell('closeDate')]
    const [balance, interest] = [ground.cell('balance'), ground.cell('interestArrears')]
    const ended = status ? `OR(${status}="结清",${status}="转让")` : 'FALSE'
    const owes = interest ? `IF(ISNUMBER(${interest}),${interest}>0,FALSE)` : 'FALSE'
    const paid = balance ? `IF(ISNUMBER(${balance}),AND(${balance}=0,NOT(${owes})),${ended})` : ended
    const off = ground.cell('writtenOff')
    const test = day ? `IF(ISNUMBER(${day}),TRUE,${paid})` : paid
    return `IFERROR(IF(${off ?? '"否"'}="是","否",${yes(test)}),"否")`
  },
  productFamily: (ground) => (ground.cell('productType') ? ground.product('productFamily') : null),
  revolving: (ground) => (ground.cell('productType') ? flagOf(ground, 'revolving') : null),
  creditCard: (ground) => (ground.cell('productType') ? flagOf(ground, 'creditCard') : null),
  lowRisk(ground) {
    const guarantee = ground.cell('guaranteeType')
    if (!ground.cell('productType') || !guarantee) return null
    return `IF(IFERROR(${guarantee}="保证金",FALSE),"是",${flagOf(ground, 'lowRisk')})`
  },
  retailInstalment(ground) {
    const [family, method] = [ground.cell('productFamily'), ground.cell('repayMethod')]
    if (!family || !method) return null
    const always = ['按揭', '商用房', '汽车', '信用卡', '公积金', '助学']
    const methods = ['等额本息', '等额本金', '分期还本']
    const any = (cell: string, words: readonly string[]): string =>
      `OR(${words.map((word) => `${cell}="${word}"`).join(',')})`
    return yes(
      `OR(${any(family, always)},AND(OR(${family}="消费",${family}=""),IFERROR(${any(method, methods)},FALSE)))`,
    )
  },
  smallMicro(ground) {
    const [size, inclusive] = [ground.cell('enterpriseSize'), ground.cell('isInclusive')]
    const type = ground.cell('customerType')
    if (!size || !inclusive || !type) return null
    const other = `IF(OR(${inclusive}="是",${type}="个体工商户",${type}="小微企业主"),"是","")`
    return `IF(OR(${size}="大型",${size}="中型"),"否",IF(OR(${size}="小型",${size}="微型"),"是",${other}))`
  },
  segment(ground) {
    const type = ground.cell('customerType')
    const [id, name] = [ground.cell('idNumber'), ground.cell('customerName')]
    if (!type || !id || !name || !ground.cell('productType')) return null
    const isFirm = firmWords.map((word) => `ISNUMBER(SEARCH("${word}",${name}))`).join(',')
    const ends = firmEndings.map((word) => `RIGHT(${name},${word.length})="${word}"`).join(',')
    const byName = `IF(${name}="","",IF(OR(${isFirm},${ends}),"对公",IF(AND(LEN(${name})>=2,LEN(${name})<=4),"个人","")))`
    const century = `OR(MID(${id},7,2)="19",MID(${id},7,2)="20")`
    const person = `OR(AND(LEN(${id})=15,ISNUMBER(--${id})),AND(LEN(${id})=18,ISNUMBER(--LEFT(${id},17)),LEFT(${id},1)<>"0",${century}))`
    const firm = `AND(LEN(${id})=18,ISNUMBER(SEARCH(LEFT(${id},1),"159ANY")),ISNUMBER(SEARCH(MID(${id},2,1),"1239")),ISNUMBER(--MID(${id},3,6)))`
    const byId = `IF(IFERROR(${person},FALSE),"个人",IF(IFERROR(${firm},FALSE),"对公",${byName}))`
    const idType = ground.cell('idType')
    const byIdType = idType
      ? `IF(OR(${personIds.map((one) => `${idType}="${one}"`).join(',')}),"个人",IF(OR(${idType}="统一社会信用代码",${idType}="组织机构代码"),"对公",${byId}))`
      : byId
    const product = ground.product('segment')
    const byProduct = `IF(IFERROR(${product},"")="",${byIdType},${product})`
    const persons = ['个人', '个体工商户', '小微企业主', '农户']
    return `IF(OR(${type}="对公",${type}="同业"),"对公",IF(OR(${persons.map((one) => `${type}="${one}"`).join(',')}),"个人",${byProduct}))`
  },
  amountTolerance: () => '0.005',
  termMonthsComputed(ground) {
    const from = ground.cell('disburseDate')
    const original = ground.cell('originalMaturityDate')
    const [maturity, last] = [ground.cell('maturityDate'), ground.cell('lastDay')]
    const count = ground.cell('extensionCount')
    const written = ground.cell('termMonths')
    if (!from || !maturity || !last) return null
    // an extension of which only the number is known leaves the original day unknown
    const extended = count
      ? `IF(AND(IF(ISNUMBER(${count}),${count}>0,FALSE),NOT(IF(ISNUMBER(${last}),${last}>IF(ISNUMBER(${maturity}),${maturity},${last}),FALSE))),${last},${maturity})`
      : maturity
    const first = original ? `IF(ISNUMBER(${original}),${original},${extended})` : extended
    const due = `IF(ISNUMBER(${first}),${first},${last})`
    const months = `(YEAR(${due})-YEAR(${from}))*12+MONTH(${due})-MONTH(${from})-IF(OR(DAY(${due})>=DAY(${from}),DAY(${due}+1)=1),0,1)`
    return `IF(AND(ISNUMBER(${from}),ISNUMBER(${due})),${months},${written ?? '""'})`
  },
  loanNoDamaged: (ground) => damaged(ground, 'loanNo'),
  accountNoDamaged: (ground) => damaged(ground, 'accountNo'),
}

const personIds = ['居民身份证', '护照', '军官证', '港澳台通行证', '户口簿']
/** Words that only firms bear, anywhere in the name; the others at its end. */
const firmWords = [
  '公司',
  '集团',
  '合作社',
  '企业',
  '银行',
  '学校',
  '医院',
  '事务所',
  '研究院',
  '研究所',
  '委员会',
  '管理局',
  '基金',
  '有限合伙',
  '联社',
  '总店',
  '经营部',
  '超市',
]
const firmEndings = ['厂', '农场', '中心', '商店', '商行', '店']

function flagOf(ground: DerivedGround, fact: ProductFact): string {
  const flag = ground.product(fact)
  return `IF(${ground.cell('productType') ?? '""'}="","否",${flag})`
}

/** Kept as a number of more than fifteen digits, or turned into scientific notation. */
function damaged(ground: DerivedGround, key: string): string | null {
  const raw = ground.raw(key)
  if (!raw) return null
  const scientific = `AND(ISNUMBER(SEARCH("E+",${raw})),ISNUMBER(--${raw}))`
  return `IF(ISNUMBER(${raw}),${yes(`ABS(${raw})>=1E15`)},IFERROR(${yes(scientific)},"否"))`
}
