/** Families of loan products, in the order of the code list 产品族. */
export const productFamilies = [
  '流动资金',
  '固定资产',
  '项目',
  '按揭',
  '商用房',
  '汽车',
  '消费',
  '助学',
  '个人经营',
  '农户',
  '贴现',
  '委托',
  '透支',
  '垫款',
  '贸易融资',
  '融资租赁',
  '信用卡',
  '公积金',
  '并购',
  '其他',
] as const
export type ProductFamily = (typeof productFamilies)[number]

/**
 * Wordings of 贷款品种 by family; the first that fits decides, so what names the legal form (委托, 贴现, 公积金) stands
 * before what names the use. Banks' own product names that tell neither become 其他.
 */
export const productWords: readonly (readonly [RegExp, ProductFamily])[] = [
  [/委托|委贷/, '委托'],
  [/公积金/, '公积金'],
  [/贴现|转贴/, '贴现'],
  [/信用卡|贷记卡|准贷记卡/, '信用卡'],
  [/垫款|垫付/, '垫款'],
  [/透支/, '透支'],
  [/并购/, '并购'],
  [/融资租赁|租赁/, '融资租赁'],
  [/贸易融资|押汇|信用证|福费廷|保理|打包|订单融资|进口代付|出口/, '贸易融资'],
  [/助学|学费/, '助学'],
  [/商用房|商业用房|商铺|商办|写字楼|经营性物业/, '商用房'],
  [/按揭|住房|购房|房贷(?!.*经营)|一手房|二手房|安居/, '按揭'],
  [/汽车|购车|车贷|车辆|二手车/, '汽车'],
  [/农户|农村承包|惠农|农贷/, '农户'],
  [
    /(?:个人|个体|小微企业主|商户).*(?:经营|生产|创业|周转|流动资金|流贷)|经营性?贷|商户贷|创业担保|个体工商户/,
    '个人经营',
  ],
  [/消费|装修|旅游|医疗|白领|公务员|家居|耐用品/, '消费'],
  [/项目/, '项目'],
  [/固定资产|固贷|技改|基本建设|基建|购建|设备(?:购置|更新)/, '固定资产'],
  [/流动资金|流贷|周转/, '流动资金'],
]

/** Credit that is repaid by drawing again: balance and amount do not mean what they mean for a term loan. */
export const revolvingWords = /循环|随借随还|透支|信用卡|贷记卡|备用金|额度(?:贷|借)/

/** Fully covered by cash or government paper. */
export const lowRiskWords = /低风险|全额保证金|100%保证金|存单质押|国债质押|保证金质押|存单质/

/** Rates set by policy or discounted: comparing them with the bank's own prices says nothing. */
export const policyRateWords = /贴息|扶贫|脱贫|创业担保|助学|再贷款|优惠利率|政策性|公积金|委托|贴现|转贴/

/** The families that a bank lends to persons, and to firms. */
export const personFamilies: ReadonlySet<ProductFamily> = new Set([
  '按揭',
  '汽车',
  '消费',
  '助学',
  '个人经营',
  '农户',
  '信用卡',
  '公积金',
])
export const firmFamilies: ReadonlySet<ProductFamily> = new Set([
  '流动资金',
  '固定资产',
  '项目',
  '贴现',
  '透支',
  '垫款',
  '贸易融资',
  '融资租赁',
  '并购',
])
