import type { ScoreCriterion, Scorecard, ScoreOption } from './types.ts'

function byRules(
  id: string,
  group: string,
  text: string,
  points: number,
  rules: readonly string[],
  sources: readonly string[] = ['S4-2'],
): ScoreCriterion {
  return { id, group, text, points, rules, sources }
}

/** In order, partly, not at all: half the points go with the second. */
function byPerson(
  id: string,
  group: string,
  text: string,
  points: number,
  words: readonly [string, string, string],
  proposals: readonly [part: string | null, whole: string | null] = [null, null],
): ScoreCriterion {
  const option = (wording: string, deduct: number, when: string | null): ScoreOption => ({
    text: wording,
    deduct,
    ...(when === null ? {} : { when }),
  })
  return {
    id,
    group,
    text,
    points,
    sources: ['P1'],
    options: [
      option(words[0], 0, null),
      option(words[1], Math.ceil(points / 2), proposals[0]),
      option(words[2], points, proposals[1]),
    ],
  }
}

const changed = ['无变化', '部分变化', '已变更'] as const
const worse = ['无异常', '有所下降', '明显恶化'] as const
const present = ['无', '轻微', '有'] as const

/** The inspection of a branch or an officer (PF-16). Its areas are one bank's; points and shares are ours to be set. */
const inspectionScore: Scorecard = {
  id: 'inspection',
  name: '贷后管理日常检查评分表',
  passMark: 'checkScorePass',
  below: '下发限期整改通知书，明确责任人和期限',
  sources: ['S4-2', 'bank'],
  criteria: [
    byRules('records', '手续与台账', '台账要素齐全、前后一致', 8, [
      'DQ-001',
      'DQ-007',
      'DQ-008',
      'DQ-009',
      'DQ-010',
    ]),
    byRules('identity', '手续与台账', '证件号码、信用代码、借据号正确', 4, ['DQ-003', 'DQ-004', 'DQ-005']),
    byRules('entrusted', '手续与台账', '支付方式合规', 6, ['USE-003', 'USE-004', 'USE-005']),
    byRules('owner', '管户责任', '管户落实，双人复核', 6, ['INS-013', 'M12', 'M15']),
    byRules('contact', '管户责任', '客户信息更新、失联处置', 4, ['CUS-001', 'CUS-002']),
    byRules('firstCheck', '贷后检查', '首次检查按期', 8, ['INS-001']),
    byRules('trace', '贷后检查', '资金流向按期核查', 8, ['USE-001', 'USE-002']),
    byRules('regular', '贷后检查', '常规检查和跟踪按频次', 10, ['INS-003', 'INS-004', 'INS-006']),
    byRules('quality', '贷后检查', '检查结论、报告质量', 6, ['INS-009', 'INS-010', 'INS-012']),
    byRules('rectified', '贷后检查', '发现问题限期整改', 4, ['INS-011']),
    byRules('warning', '风险预警', '预警及时上报、处置闭环', 8, ['EWS-008', 'EWS-009', 'EWS-010']),
    byRules('security', '担保与时效', '押品、保证期间、诉讼时效', 6, ['COL-003', 'GUA-001', 'OVD-007']),
    byRules('collection', '逾期处置', '到期提示、催收和法律程序', 6, ['OVD-002', 'OVD-004', 'OVD-006']),
    byRules('class', '五级分类', '分类准确、按期重检', 10, [
      'CLS-001',
      'CLS-002',
      'CLS-003',
      'CLS-004',
      'CLS-012',
    ]),
    byRules('files', '信贷档案', '归档及时、资料齐全', 6, ['ARC-001', 'ARC-002', 'ARC-003']),
  ],
}

/** One bank's form for micro and small firms, with that bank's weights. */
const smallBusinessScore: Scorecard = {
  id: 'smallBusiness',
  name: '贷后检查评分表（普惠小微）',
  passMark: 'checkScorePass',
  below: '下发整改通知，明确责任人和期限',
  sources: ['P1', 'S4-2'],
  criteria: [
    byPerson('holders', '借款人', '主要股东变化', 5, changed),
    byPerson('shares', '借款人', '股权结构变化', 3, changed),
    byPerson('licence', '借款人', '营业执照年报公示', 3, ['正常', '逾期补报', '异常或吊销']),
    byPerson('business', '借款人', '主营业务变化', 5, changed),
    byPerson('place', '借款人', '经营场所变化', 4, ['无变化', '部分变化', '已搬迁']),
    byPerson('marriage', '实际控制人', '实际控制人婚姻变故', 5, present),
    byPerson('habits', '实际控制人', '实际控制人赌博、涉毒、大额炒股等', 10, present),
    byPerson('accountant', '经营', '主要财务人员变更', 4, changed),
    byPerson('assets', '经营', '变卖主要固定资产', 7, present),
    byPerson('standstill', '经营', '经营停滞', 10, ['正常经营', '开工不足', '停业']),
    byPerson(
      'collateral',
      '担保',
      '抵（质）押物贬值',
      3,
      ['无贬值', '有所下跌', '明显下跌'],
      [
        'some c in 押品 satisfies c.最新估值 < c.起始估值',
        'some c in 押品 satisfies c.最新估值 < c.起始估值 * (1 - 参数.押品下跌幅度 / 100)',
      ],
    ),
    byPerson(
      'insurance',
      '担保',
      '保险有效、保额覆盖（合同约定投保的）',
      5,
      ['有效', '即将到期', '已到期或不足'],
      [
        '要求投保 = "是" and 保险到期日 >= 基准日 and days between(基准日, 保险到期日) <= 参数.保险续保提前天数 or (some c in 押品 satisfies c.要求投保 = "是" and c.保险到期日 >= 基准日 and days between(基准日, c.保险到期日) <= 参数.保险续保提前天数)',
        '要求投保 = "是" and 保险到期日 < 基准日 or (some c in 押品 satisfies c.要求投保 = "是" and c.保险到期日 < 基准日)',
      ],
    ),
    byPerson(
      'will',
      '担保',
      '保证人担保意愿',
      10,
      ['愿意', '有所犹豫', '拒绝或失联'],
      [null, '保证人联系状态 = "失联" or (some g in 保证人 satisfies g.保证人联系状态 = "失联")'],
    ),
    byPerson('ability', '担保', '保证人生产经营与代偿能力', 8, worse, [
      '保证人自身逾期天数 > 0',
      '保证人自身最差分类 in ("次级", "可疑", "损失")',
    ]),
    byPerson('adverse', '其他', '其他不利因素（涉诉、他行不良、征信逾期等）', 8, present, [
      '征信新增逾期 = "是" or 涉诉被执行标志 = "涉诉"',
      '涉诉被执行标志 in ("被执行", "失信") or 他行不良标志 = "是"',
    ]),
    byPerson('other', '其他', '其他', 10, present),
  ],
}

export const scorecards: readonly Scorecard[] = [inspectionScore, smallBusinessScore]
