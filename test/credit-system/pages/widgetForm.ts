import type { Loan } from '../../portfolio/loan.ts'
import { day, money } from '../data.ts'
import type { PageTruth, TrueField } from '../truth.ts'

export interface FormItem extends TrueField {
  readonly kind: 'text' | 'select' | 'date' | 'radio' | 'area' | 'readonly'
  readonly options?: readonly string[]
  readonly star?: boolean
}

/** The fields that every widget page shows, so that the families can be compared. */
export function formItems(loan: Loan): FormItem[] {
  return [
    { label: '借据号', value: loan.loanNo, field: 'loanNo', kind: 'readonly' },
    { label: '客户名称', value: loan.customerName, field: 'customerName', kind: 'text' },
    {
      label: '贷款品种',
      value: loan.productType,
      field: 'productType',
      kind: 'select',
      options: [loan.productType, '其他贷款'],
    },
    {
      label: '担保方式',
      value: '',
      field: 'guaranteeType',
      kind: 'select',
      options: ['信用', '保证', '抵押'],
      star: true,
      required: true,
    },
    { label: '贷款余额', value: money(loan.balance), field: 'balance', kind: 'text', unit: '元' },
    { label: '到期日期', value: day(loan.maturityDate), field: 'maturityDate', kind: 'date' },
    { label: '最近检查日期', value: '', field: 'lastCheckDate', kind: 'date', star: true, required: true },
    {
      label: '五级分类',
      value: loan.fiveClass,
      field: 'fiveClass',
      kind: 'select',
      options: ['正常', '关注', '次级', '可疑', '损失'],
    },
    {
      label: '支付方式',
      value: loan.payMethod,
      field: 'payMethod',
      kind: 'radio',
      options: ['受托支付', '自主支付'],
    },
    { label: '检查结论', value: '', field: 'checkConclusion', kind: 'area', star: true, required: true },
  ]
}

export function truthOf(items: readonly FormItem[], more: Partial<PageTruth> = {}): PageTruth {
  return {
    fields: items.map(({ label, value, field, required, unit }) => ({
      label,
      value,
      field,
      ...(required ? { required } : {}),
      ...(unit ? { unit } : {}),
    })),
    grids: [],
    notRecord: [],
    ...more,
  }
}
