/** Names of the groups that figures are told by. */
export const reportWords = {
  unclassed: '未分类',
  buckets: ['1–30 天', '31–60 天', '61–90 天', '91–180 天', '181–270 天', '271–360 天', '360 天以上'],
  ladder: [
    '已过到期日',
    '30 天内',
    '31–90 天',
    '91–180 天',
    '181–365 天',
    '1–3 年',
    '3 年以上',
    '到期日不明',
  ],
  noName: '（未填）',
} as const
