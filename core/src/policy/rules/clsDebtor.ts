import type { Rule } from '../types.ts'

const wholesale = '统一分类除外 = false and 客群 = "对公" and 客户键类型 != "个人姓名"'

/** One debtor, one view: the debtor's loans here and at other banks. */
export const clsDebtorRules: readonly Rule[] = [
  {
    id: 'CLS-008',
    category: 'CLS',
    nameZh: '同一债务人本行分类不一致',
    nameEn: 'Same debtor, different classes in this bank',
    table: '借据',
    grain: '客户',
    segments: 'all',
    note: '只对非零售资产；小微按零售处理，规模未登记的不作判断。委托、贴现、公积金贷款及低风险业务不计。',
    cases: [
      {
        id: 'a',
        kind: 'violation',
        severity: 'serious',
        applies: `${wholesale} and 是否小微 = false`,
        when: '同户不良占比 > 参数.本行不良占比 and 同户最好分类 in ("正常", "关注")',
        message: '该客户在本行的债权有 {同户不良占比}% 已列不良，另有贷款仍为“{同户最好分类}”。',
        remedy: '该债务人在本行的全部债权一并归为不良；有经认定的增信安排的，留存认定依据。',
        sources: ['R01j'],
        needs: ['同户不良占比', '五级分类', '贷款余额'],
        optional: { 统一分类除外: '否', 客群: null, 是否小微: null, 客户键类型: null },
      },
      {
        id: 'b',
        kind: 'lead',
        severity: 'attention',
        applies: `${wholesale} and 是否小微 = false`,
        when: '同户分类级差 >= 2',
        message: '该客户各笔贷款分类相差 {同户分类级差} 级：最好“{同户最好分类}”，最差“{同户最差分类}”。',
        remedy: '核对各笔分类依据是否一致。',
        sources: ['R01j'],
        needs: ['同户分类级差', '五级分类', '贷款余额'],
        optional: { 统一分类除外: '否', 客群: null, 是否小微: null, 客户键类型: null },
      },
    ],
    examples: [
      {
        given: {
          客户编号: 'C1',
          客户名称: '某某建材有限公司',
          企业规模: '中型',
          贷款余额: 800000,
          五级分类: '正常',
          同客户: [
            {
              客户编号: 'C1',
              客户名称: '某某建材有限公司',
              企业规模: '中型',
              贷款余额: 200000,
              五级分类: '次级',
            },
          ],
        },
        outcome: 'hit',
        case: 'a',
      },
      {
        given: {
          客户编号: 'C1',
          客户名称: '某某建材有限公司',
          企业规模: '中型',
          贷款余额: 800000,
          五级分类: '次级',
          同客户: [
            {
              客户编号: 'C1',
              客户名称: '某某建材有限公司',
              企业规模: '中型',
              贷款余额: 200000,
              五级分类: '可疑',
            },
          ],
        },
        outcome: 'pass',
      },
      {
        given: {
          客户编号: 'C1',
          客户名称: '某某建材有限公司',
          企业规模: null,
          贷款余额: 900000,
          五级分类: '关注',
          同客户: [
            {
              客户编号: 'C1',
              客户名称: '某某建材有限公司',
              企业规模: null,
              贷款余额: 200000,
              五级分类: '次级',
            },
          ],
        },
        outcome: 'incomplete',
        because: '不知是否小微',
      },
      {
        given: {
          客户编号: 'C1',
          客户名称: '某某建材有限公司',
          企业规模: '小型',
          贷款余额: 900000,
          五级分类: '关注',
          同客户: [
            {
              客户编号: 'C1',
              客户名称: '某某建材有限公司',
              企业规模: '小型',
              贷款余额: 200000,
              五级分类: '次级',
            },
          ],
        },
        outcome: 'notApplicable',
        because: '小微按零售处理',
      },
      {
        given: {
          客户编号: 'C1',
          客户名称: '某某建材有限公司',
          企业规模: '中型',
          贷款余额: 950000,
          五级分类: '正常',
          同客户: [
            {
              客户编号: 'C1',
              客户名称: '某某建材有限公司',
              企业规模: '中型',
              贷款余额: 50000,
              五级分类: '次级',
            },
          ],
        },
        outcome: 'hit',
        case: 'b',
        because: '不良占比 5%，未过 10%，相差两级',
      },
      {
        given: {
          客户编号: 'C1',
          客户名称: '某某建材有限公司',
          企业规模: '中型',
          贷款余额: 800000,
          五级分类: '正常',
          贷款品种: '委托贷款',
          同客户: [
            {
              客户编号: 'C1',
              客户名称: '某某建材有限公司',
              企业规模: '中型',
              贷款余额: 200000,
              五级分类: '次级',
              贷款品种: '流动资金贷款',
            },
          ],
        },
        outcome: 'notApplicable',
        because: '委托贷款不计',
      },
    ],
  },
  {
    id: 'CLS-009',
    category: 'CLS',
    nameZh: '他行不良或交叉逾期未反映',
    nameEn: 'Non-performing or overdue at other banks, not reflected',
    table: '借据',
    grain: '客户',
    segments: 'all',
    note: '只对非零售资产；小微按零售处理。',
    cases: [
      {
        id: 'a',
        kind: 'violation',
        severity: 'warning',
        applies: '客群 = "对公" and 是否小微 = false',
        when: '他行不良标志 = "是" and 五级分类 = "正常"',
        message: '该客户在他行的债务已出现不良，本行五级分类为“{五级分类}”。',
        remedy: '至少归为关注类。',
        sources: ['R01h'],
        needs: ['他行不良标志', '五级分类'],
        optional: { 客群: null, 是否小微: null },
      },
      {
        id: 'b',
        kind: 'violation',
        severity: 'warning',
        applies: '客群 = "对公" and 是否小微 = false',
        when: '所有银行逾期90天以上债务占比 > 参数.他行逾期占比 and 五级分类 in ("正常", "关注")',
        message:
          '该客户在所有银行的债务中逾期 90 天以上的占 {所有银行逾期90天以上债务占比}%，本行五级分类为“{五级分类}”。',
        remedy: '至少归为次级类。',
        sources: ['R01i'],
        needs: ['所有银行逾期90天以上债务占比', '五级分类'],
        optional: { 客群: null, 是否小微: null },
      },
    ],
    examples: [
      {
        given: {
          客户名称: '某某建材有限公司',
          企业规模: '中型',
          贷款余额: 100000,
          他行不良标志: '是',
          五级分类: '正常',
        },
        outcome: 'hit',
        case: 'a',
      },
      {
        given: {
          客户名称: '某某建材有限公司',
          企业规模: '中型',
          贷款余额: 100000,
          他行不良标志: '是',
          五级分类: '关注',
        },
        outcome: 'pass',
      },
      {
        given: {
          客户名称: '某某建材有限公司',
          企业规模: '中型',
          贷款余额: 100000,
          他行不良标志: null,
          五级分类: '正常',
        },
        outcome: 'incomplete',
      },
      {
        given: {
          客户名称: '某某建材有限公司',
          企业规模: '小型',
          贷款余额: 100000,
          他行不良标志: '是',
          五级分类: '正常',
        },
        outcome: 'notApplicable',
        because: '小微按零售处理',
      },
      {
        given: {
          客户名称: '某某建材有限公司',
          企业规模: '中型',
          贷款余额: 100000,
          所有银行逾期90天以上债务占比: 20.1,
          五级分类: '关注',
        },
        outcome: 'hit',
        case: 'b',
      },
      {
        given: {
          客户名称: '某某建材有限公司',
          企业规模: '中型',
          贷款余额: 100000,
          所有银行逾期90天以上债务占比: 20,
          五级分类: '关注',
        },
        outcome: 'pass',
      },
    ],
  },
]
