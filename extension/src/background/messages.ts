export const backgroundWords = {
  name: '贷后助手',
  badge: (due: number): string =>
    due === 0 ? '贷后助手：今天没有到期的待办' : `贷后助手：今天到期和已超期的待办 ${due} 项`,
} as const
