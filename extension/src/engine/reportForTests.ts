import type { FrameFacts, ReadField, ReadGrid } from '../protocol/index.ts'
import type { FrameReport } from './types.ts'

let keys = 0

export function fieldOf(label: string, value: string, more: Partial<ReadField> = {}): ReadField {
  keys += 1
  return {
    key: `f${keys}`,
    label,
    written: `${label}：`,
    value,
    kind: 'text',
    family: 'native',
    editable: true,
    required: 'no',
    locator: { selector: `#f${keys}`, label },
    confidence: 1,
    ...more,
  }
}

/** The loan of the examples; a label set to null is not on the page. */
export function loanFields(
  changed: Readonly<Record<string, string | null>>,
  required: ReadField['required'] = 'yes',
): readonly ReadField[] {
  const values: Record<string, string | null> = {
    借据号: 'JK-2026-00893',
    客户名称: '宏远精工机械有限公司',
    证件类型: '统一社会信用代码',
    证件号码: '913300000000000008',
    贷款品种: '流动资金贷款',
    '贷款金额(元)': '7,000,000.00',
    放款日期: '20261008',
    到期日期: '20271007',
    '贷款余额(元)': '6,800,000.00',
    五级分类: '正常',
    贷款用途: '购买原材料',
    支付方式: '受托支付',
    ...changed,
  }
  return Object.entries(values).flatMap(([label, value]) =>
    value === null
      ? []
      : [fieldOf(label, value, { section: '借据信息', required: label === '贷款用途' ? required : 'no' })],
  )
}

export function gridOf(columns: readonly string[], rows: readonly (readonly string[])[]): ReadGrid {
  return {
    key: 'g1',
    columns,
    rows,
    rowCount: rows.length,
    family: 'native',
    locator: { selector: '#g1' },
  }
}

export function reportOf(
  frameId: number,
  fields: readonly ReadField[],
  more: Partial<FrameFacts> & { readonly grids?: readonly ReadGrid[] } = {},
): FrameReport {
  const { grids = [], ...facts } = more
  return {
    frameId,
    report: {
      frame: {
        document: `document-${frameId}`,
        top: frameId === 0,
        host: 'credit.bank.intra',
        path: '/loan.jsp',
        name: frameId === 0 ? '' : `frame${frameId}`,
        title: '贷后检查录入',
        headings: [],
        visible: true,
        ...facts,
      },
      number: 1,
      fields,
      grids,
      saves: [],
      leftOut: [],
      cost: { milliseconds: 1, slices: 1, longest: 1 },
      cut: false,
    },
  }
}
