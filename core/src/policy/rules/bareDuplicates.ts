import type { Rule } from '../types.ts'
import { sameName, sameNameOnly, sureCustomer } from './sameCustomer.ts'

/** Rows that are the same loan to all appearance. */
export const bareDuplicateRules: readonly Rule[] = [
  {
    id: 'B7',
    category: 'B',
    nameZh: '疑似重复借据',
    nameEn: 'Apparent duplicate loans',
    table: '借据',
    grain: '借据',
    segments: 'all',
    note: '三笔以上完全相同的多为同日批量发放。借据号相同的见 DQ-001。',
    cases: [
      {
        id: 'a',
        kind: 'lead',
        severity: 'warning',
        applies: sureCustomer,
        when: '重复借据组数 = 2',
        message:
          '同一客户另有一笔金额（{贷款金额} 元）、放款日（{放款日期}）、到期日（{到期日}）、余额全部相同的贷款。',
        remedy: '核对是否重复登记；确为两笔的注明各自用途。',
        sources: ['R16', 'bank'],
        needs: ['重复借据组数', '放款日期', '到期日'],
        optional: { 客户键类型: null },
      },
      {
        id: 'b',
        kind: 'lead',
        severity: 'notice',
        applies: sureCustomer,
        when: '重复借据组数 > 2',
        message: '同一客户有 {重复借据组数} 笔金额、放款日、到期日、余额全部相同的贷款，可能是同日批量发放。',
        remedy: '核对是否重复登记。',
        sources: ['R16', 'bank'],
        needs: ['重复借据组数'],
        optional: { 客户键类型: null },
      },
      {
        id: 'c',
        kind: 'lead',
        severity: 'notice',
        applies: sameNameOnly,
        when: '重复借据组数 >= 2',
        message: `疑似同一客户有 {重复借据组数} 笔各项全部相同的贷款。${sameName}`,
        remedy: '核对证件号码与借据，重复登记的删除一行。',
        sources: ['bank'],
        needs: ['重复借据组数'],
        optional: { 客户键类型: null },
      },
    ],
    examples: [
      {
        given: {
          客户名称: '某某建材有限公司',
          贷款金额: 500000,
          贷款余额: 500000,
          放款日期: '2026-03-10',
          到期日: '2027-03-10',
          同客户: [
            {
              客户名称: '某某建材有限公司',
              贷款金额: 500000,
              贷款余额: 500000,
              放款日期: '2026-03-10',
              到期日: '2027-03-10',
            },
          ],
        },
        outcome: 'hit',
        case: 'a',
      },
      {
        given: {
          客户名称: '某某建材有限公司',
          贷款金额: 500000,
          贷款余额: 500000,
          放款日期: '2026-03-10',
          到期日: '2027-03-10',
          同客户: [
            {
              客户名称: '某某建材有限公司',
              贷款金额: 500000,
              贷款余额: 400000,
              放款日期: '2026-03-10',
              到期日: '2027-03-10',
            },
          ],
        },
        outcome: 'pass',
      },
      {
        given: {
          客户名称: '某某建材有限公司',
          贷款金额: 500000,
          贷款余额: 500000,
          放款日期: '2026-03-10',
          到期日: '2027-03-10',
          同客户: [
            {
              客户名称: '某某建材有限公司',
              贷款金额: 500000,
              贷款余额: 500000,
              放款日期: '2026-03-10',
              到期日: '2027-03-10',
            },
            {
              客户名称: '某某建材有限公司',
              贷款金额: 500000,
              贷款余额: 500000,
              放款日期: '2026-03-10',
              到期日: '2027-03-10',
            },
          ],
        },
        outcome: 'hit',
        case: 'b',
      },
      {
        given: {
          客户名称: '某某建材有限公司',
          借据号: 'JJ1',
          贷款金额: 500000,
          贷款余额: 500000,
          放款日期: '2026-03-10',
          到期日: '2027-03-10',
          同客户: [
            {
              客户名称: '某某建材有限公司',
              借据号: 'JJ1',
              贷款金额: 500000,
              贷款余额: 500000,
              放款日期: '2026-03-10',
              到期日: '2027-03-10',
            },
          ],
        },
        outcome: 'pass',
        because: '借据号相同由 DQ-001 提示',
      },
      {
        given: {
          客户名称: '某某建材有限公司',
          贷款金额: null,
          贷款余额: 500000,
          放款日期: '2026-03-10',
          到期日: '2027-03-10',
        },
        outcome: 'incomplete',
      },
    ],
  },
]
