/** What `npm start` says. */
export const demoMessages = {
  sample: (rows: number, path: string) => `已生成样例台账(${rows} 笔,全部为虚构数据):${path}`,
  own: (path: string) => `检查您的台账:${path}`,
  checking: '正在检查……',
  untouched: '原文件没有改动,标注写在另存的副本里。',
  next: [
    '接下来可以:',
    '  npm start -- 我的台账.xlsx                          检查自己的台账',
    '  npm run -s postloan -- check 台账.xlsx --calendar   应办日历',
    '  npm run -s postloan -- check 台账.xlsx --picture    一页概况',
  ].join('\n'),
} as const
