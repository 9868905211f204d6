import type { MarkLevel } from '../protocol/index.ts'

/** Short words of marks by `rule` or `rule.case`, at most 7 Han; other rules show their level. */
export const shortWords: Readonly<Record<string, string>> = {
  'DQ-001.a': '借据号为空',
  'DQ-001.b': '借据号重复',
  'DQ-002': '必填，未填',
  'DQ-003': '校验位不符',
  'DQ-003.b': '十五位旧号',
  'DQ-003.c': '出生日期不对',
  'DQ-004': '校验位不符',
  'DQ-004.b': '旧代码',
  'DQ-005': '号码被截断',
  'DQ-006': '电话格式不对',
  'DQ-007': '日期先后矛盾',
  'DQ-008.a': '余额为负',
  'DQ-008.b': '余额超贷款金额',
  'DQ-008.c': '超合同金额',
  'DQ-008.d': '超合同金额',
  'DQ-008.e': '超授信额度',
  'DQ-009': '逾期要素矛盾',
  'DQ-010': '到期未结清',
  'DQ-011': '状态与余额矛盾',
  'DQ-012': '代码不在码表',
  'DQ-014': '展期要素矛盾',
  'DQ-017': '必填，未填',
  'INS-013': '须另一人复核',
  'CLS-001': '逾期仍列正常',
  'CLS-002': '应列次级',
  'CLS-003': '应列可疑',
  'CLS-004': '应列损失',
  'CLS-008': '同户分类不一',
  B4: '同户分类不一',
}

/** By the beginning of a rule's id: the field that a person would change, where the rule rests on it. */
export const placeOf: Readonly<Record<string, string>> = {
  CLS: 'fiveClass',
  'DQ-010': 'fiveClass',
  B4: 'fiveClass',
}

export const words = {
  missing: '必填，未填',
  missingText: (label: string, by: string): string =>
    `${label}是必填项，还没有填写${by === '' ? '' : `（${by}）`}。`,
  missingRule: (condition: string): string => `本页条件：${condition}`,
  ledger: '与台账不符',
  ledgerText: (name: string): string => `${name}与台账不符，数值见面板。`,
  incomplete: '无法判断',
  row: (row: number): string => `第 ${row} 行`,
  more: (count: number): string => `另有 ${count} 项`,
  level: {
    serious: '严重',
    warning: '警示',
    attention: '关注',
    notice: '提示',
    incomplete: '无法判断',
    ledger: '与台账不符',
  } satisfies Readonly<Record<MarkLevel, string>>,
  ledgerFindings: (count: number): string => `台账中有 ${count} 项发现`,
}
