import { workbookFile } from '../portfolio/workbookFile.ts'

/** Three loans in order, told in the fewest columns: nothing to find. */
export function cleanLedger(): Promise<Uint8Array> {
  return workbookFile([
    {
      name: '借据台账',
      columnStyles: ['text', 'text', 'money', 'money', 'text', 'text', 'text', 'text'],
      styledRows: ['title', 'header'],
      merges: [],
      rows: [
        ['贷款台账 2026年10月31日'],
        ['借据号', '客户名称', '贷款金额(元)', '贷款余额(元)', '放款日期', '到期日', '五级分类', '客户经理'],
        ['JJ2026001', '宏远精工机械有限公司', 500_000, 300_000, '2026-03-02', '2027-09-02', '正常', '王敏'],
        ['JJ2026002', '东江食品有限公司', 800_000, 650_000, '2026-04-15', '2027-10-15', '正常', '王敏'],
        ['JJ2026003', '嘉禾粮油贸易有限公司', 300_000, 150_000, '2026-05-20', '2027-11-20', '正常', '李强'],
      ],
    },
  ])
}
