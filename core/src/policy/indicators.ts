export interface Indicator {
  /** PF-01 … PF-16. */
  readonly id: string
  readonly name: string
  readonly parts: readonly IndicatorPartRule[]
  /** Source ids. */
  readonly sources: readonly string[]
  readonly note?: string
}

export interface IndicatorPartRule {
  /** Unique among all parts; what the computation is filed under. */
  readonly id: string
  readonly name: string
  /** How it is reckoned, in Chinese. */
  readonly formula: string
  readonly unit: '%' | '户' | '元' | '分'
  readonly better?: 'lower' | 'higher'
  /** Id of the parameter it is held against. */
  readonly target?: string
}

/** A part in %, held against a parameter where there is one. */
function share(
  id: string,
  name: string,
  better: 'lower' | 'higher',
  formula: string,
  target?: string,
): IndicatorPartRule {
  return { id, name, formula, unit: '%', better, ...(target === undefined ? {} : { target }) }
}

const base = '表内未结清贷款（委托贷款、核销贷款不计，逐笔以人民币列示）'

/** What is reckoned over a whole book; data only, the sums are in check/indicators. */
export const indicators: readonly Indicator[] = [
  {
    id: 'PF-01',
    name: '不良贷款率',
    sources: ['R28', 'S4-5'],
    note: base,
    parts: [
      share('nplRatio', '不良贷款率', 'lower', '（次级 + 可疑 + 损失余额）÷ 各项贷款余额', 'nplRatioTarget'),
    ],
  },
  {
    id: 'PF-02',
    name: '逾期率',
    sources: ['S4-7', 'R28b'],
    note: '口径按参数“逾期率口径”。零售分期贷款逾期 90 天以内只计逾期本金，超过 90 天计全部余额。',
    parts: [
      share(
        'overdueRatio',
        '逾期率',
        'lower',
        '逾期贷款余额（或户数）÷ 各项贷款余额（或户数）',
        'overdueRatioTarget',
      ),
    ],
  },
  {
    id: 'PF-03',
    name: '回收率与化解率',
    sources: ['S4-6', 'S4-9', 'S4-4', 'S4-8'],
    note: '比较上期与本期；核销、转让的不算收回。上期有而本期没有的，不知是否收回，不计入分子，故为下限。',
    parts: [
      share(
        'overdueRecovery',
        '逾期回收率',
        'higher',
        '期初逾期贷款本期收回的余额 ÷ 期初逾期贷款余额',
        'recoveryTarget',
      ),
      share(
        'overdueRecovery30',
        '30 天以上逾期回收率',
        'higher',
        '期初逾期超过 30 天的贷款本期收回的余额 ÷ 其期初余额',
        'recoveryTarget30',
      ),
      share(
        'nplRecovery',
        '不良贷款回收率',
        'higher',
        '期初不良贷款本期收回的余额 ÷ 期初不良贷款余额',
        'nplRecoveryTarget',
      ),
      share(
        'overdueCure',
        '逾期化解率',
        'higher',
        '期初逾期、期末不再逾期或已结清的贷款期初余额 ÷ 期初逾期贷款余额',
        'cureTarget',
      ),
    ],
  },
  {
    id: 'PF-04',
    name: '检查覆盖率',
    sources: ['S4-5', 'S3', 'S4-4'],
    note: '取自相应规则的结果：到期应检的客户中没有超期、缺失的。没有登记列的不能计算。',
    parts: [
      share(
        'firstCheckCoverage',
        '首次检查覆盖率',
        'higher',
        '按期完成首次检查的户数 ÷ 应检户数（INS-001）',
        'checkCoverageTarget',
      ),
      share(
        'largeCoverage',
        '大型企业现场检查覆盖率',
        'higher',
        '按期现场检查的户数 ÷ 应检户数（INS-003）',
        'checkCoverageTarget',
      ),
      share(
        'smeCoverage',
        '中小微企业现场检查覆盖率',
        'higher',
        '按期现场检查的户数 ÷ 应检户数（INS-004）',
        'checkCoverageTargetSme',
      ),
      share(
        'callCoverage',
        '次月回访覆盖率',
        'higher',
        '按期回访的户数 ÷ 应访户数（INS-002）',
        'checkCoverageTarget',
      ),
      share(
        'followUpCoverage',
        '按风险等级跟踪覆盖率',
        'higher',
        '按期跟踪的户数 ÷ 应跟踪户数（INS-006）',
        'checkCoverageTarget',
      ),
    ],
  },
  {
    id: 'PF-05',
    name: '预警准确率与新增预警',
    sources: ['S4-5', 'S4-7'],
    parts: [
      share(
        'warningAccuracy',
        '预警准确率',
        'higher',
        '核实属实的预警 ÷ 已有核实结论的预警',
        'warningAccuracyTarget',
      ),
      {
        id: 'newWarnings',
        name: '当月新增预警户数',
        formula: '预警日期在基准日当月的客户数',
        unit: '户',
        better: 'lower',
        target: 'newWarningsTarget',
      },
    ],
  },
  {
    id: 'PF-06',
    name: '档案完整率',
    sources: ['S4-6'],
    parts: [share('archiveComplete', '档案完整率', 'higher', '无缺件的户数 ÷ 总户数', 'archiveTarget')],
  },
  {
    id: 'PF-07',
    name: '满意度与投诉率',
    sources: ['S4-6', 'S4-9'],
    parts: [
      share('satisfaction', '客户满意度', 'higher', '满意度评分的平均（百分制）', 'satisfactionTarget'),
      share('complaintRatio', '投诉率', 'lower', '有投诉受理记录的户数 ÷ 总户数', 'complaintTarget'),
    ],
  },
  {
    id: 'PF-08',
    name: '优质客户续贷率',
    sources: ['S4-5', 'S4-6'],
    note: '优质：上期分类正常且未逾期。',
    parts: [
      share(
        'renewalRatio',
        '优质客户续贷率',
        'higher',
        '到期后本期仍有新放或展期贷款的户数 ÷ 两期之间到期的优质户数',
        'renewalTarget',
      ),
    ],
  },
  {
    id: 'PF-09',
    name: '线上化覆盖率',
    sources: ['S4-9'],
    parts: [share('onlineCoverage', '线上化覆盖率', 'higher', '线上管理的户数 ÷ 总户数', 'onlineTarget')],
  },
  {
    id: 'PF-10',
    name: '拨备覆盖率与贷款拨备率',
    sources: ['R10a', 'R10b'],
    note: '按台账登记的减值准备（没有的用专项准备），一般准备不在台账，故为下限。',
    parts: [
      share('coverageRatio', '拨备覆盖率', 'higher', '贷款损失准备 ÷ 不良贷款余额', 'coverageTarget'),
      share('provisionRatio', '贷款拨备率', 'higher', '贷款损失准备 ÷ 各项贷款余额', 'provisionRatioTarget'),
    ],
  },
  {
    id: 'PF-11',
    name: '贷款迁徙率',
    sources: ['R28'],
    note: '分母不含期间归还、处置、核销的部分。上期有而本期没有的视为期间减少。',
    parts: (
      [
        ['normalMigration', '正常类贷款迁徙率', '正常类', '转为关注及以下'],
        ['attentionMigration', '关注类贷款迁徙率', '关注类', '转为次级及以下'],
        ['substandardMigration', '次级类贷款迁徙率', '次级类', '转为可疑及以下'],
        ['doubtfulMigration', '可疑类贷款迁徙率', '可疑类', '转为损失'],
        ['performingMigration', '正常贷款迁徙率', '正常类与关注类', '转为不良'],
      ] as const
    ).map(([id, name, kind, fall]) => ({
      id,
      name,
      formula: `期初${kind}贷款中期末${fall}的余额 ÷（期初${kind}余额 − 期间减少额）`,
      unit: '%',
      better: 'lower',
    })),
  },
  {
    id: 'PF-12',
    name: '逾期 90 天以上与不良之比',
    sources: ['R28b'],
    parts: [
      share(
        'overdueToNpl',
        '逾期 90 天以上贷款与不良贷款之比',
        'lower',
        '逾期 90 天以上贷款余额 ÷ 不良贷款余额',
        'overdueToNplTarget',
      ),
    ],
  },
  {
    id: 'PF-13',
    name: '机构风险分布',
    sources: ['S3', 'bank'],
    note: '逐机构列出。',
    parts: [
      share('nplByOrg', '各机构不良贷款率', 'lower', '该机构（次级 + 可疑 + 损失余额）÷ 该机构各项贷款余额'),
      share(
        'collateralFallByOrg',
        '各机构押品贬值率',
        'lower',
        '（押品起始估值 − 最新估值）÷ 起始估值，按所担保贷款的机构',
      ),
    ],
  },
  {
    id: 'PF-14',
    name: '压力测试',
    sources: ['S3', 'bank'],
    note: '冲击幅度为默认值，轻、中、重三档；收入下降不在台账，不单独计算。押品缺口只计抵质押率可算的贷款。',
    parts: [
      share(
        'stressedNpl',
        '压力下不良贷款率',
        'lower',
        '（不良余额 + 关注余额 × 关注转不良 + 正常余额 × 正常转不良）÷ 各项贷款余额',
      ),
      {
        id: 'stressedProvision',
        name: '压力下须增提准备',
        formula: '新增不良余额 × 次级专项准备比例',
        unit: '元',
        better: 'lower',
      },
      {
        id: 'stressedGap',
        name: '押品下跌后新增缺口',
        formula: '贷款余额超出下跌后押品价值的部分，减去现有的超出部分',
        unit: '元',
        better: 'lower',
      },
    ],
  },
  {
    id: 'PF-15',
    name: '考核得分',
    sources: ['S4-6', 'bank'],
    note: '得分曲线为默认值：不良率不高于目标为满分，达到目标两倍为 0 分；其余按完成目标的比例。缺一项即不出总分。',
    parts: [
      {
        id: 'score',
        name: '考核得分',
        formula: '不良率得分 × 30% + 逾期回收率得分 × 30% + 满意度得分 × 20% + 档案完整率得分 × 20%',
        unit: '分',
        better: 'higher',
      },
    ],
  },
  {
    id: 'PF-16',
    name: '检查评分',
    sources: ['S4-2'],
    note: '百分制，由检查评分表得出；低于合格线的发整改通知。',
    parts: [
      {
        id: 'inspectionScore',
        name: '检查评分',
        formula: '检查评分表各项得分之和',
        unit: '分',
        better: 'higher',
        target: 'checkScorePass',
      },
    ],
  },
]
