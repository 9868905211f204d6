/** What we hold our own output to; no rule about a ledger, so it is run by no rule engine. */
export interface OutputGuard {
  readonly id: string
  readonly nameZh: string
  readonly nameEn: string
  /** Source ids. */
  readonly sources: readonly string[]
  readonly says: string
}

/**
 * CMP-006 of the catalogue: identity numbers, phones, account numbers and addresses leave the program masked. It is kept
 * by `check/mask.ts`, through which every shown value goes, and proved there and by the tests of what is written.
 */
export const outputGuards: readonly OutputGuard[] = [
  {
    id: 'CMP-006',
    nameZh: '输出不含明文敏感信息',
    nameEn: 'No personal data in the clear in what is shown or exported',
    sources: ['R12', 'R13'],
    says: '提示、报告与导出中的证件号码、联系电话、账号、联系地址一律屏蔽显示；屏蔽样式为本产品的默认做法。',
  },
]
