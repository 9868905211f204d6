/** What `npm start` says: in Chinese, and in English where somebody may not read it. */
export const demoMessages = {
  sample: (rows: number, path: string) => `已生成样例台账（${rows} 笔，全部为虚构数据）：${path}`,
  own: (path: string) => `检查您的台账：${path}`,
  checking: '正在检查……',
  untouched: '原文件没有改动，标注写在另存的副本里。',
  took: (seconds: number) => `从键入命令到得出结果用了 ${seconds.toFixed(1)} 秒。`,
  next: [
    '接下来可以：',
    '  npm start -- 我的台账.xlsx                          检查自己的台账',
    '  npm run -s postloan -- check 台账.xlsx --calendar   应办日历',
    '  npm run -s postloan -- check 台账.xlsx --picture    一页概况',
  ].join('\n'),
  once: '在终端里直接运行 npm start，还会打开模拟 Excel 和练习用的信贷系统。',
  building: '正在准备模拟 Excel 和练习用的信贷系统……  (building the add-in and the extension)',
  ready: (playground: string, creditSystem: string, practiceLedger: string) =>
    [
      '现在可以试用，都只在本机，不连外网：  (to try, on this machine only)',
      '',
      `  模拟 Excel（加载项）  ${playground}`,
      '      按“检查台账”，点一条发现，改好那一格，再按“清除标注”、“保存”。',
      '      (simulated Excel with the add-in: press 检查台账, click a finding, fix the cell, clear, save)',
      '',
      `  练习信贷系统（扩展）  ${creditSystem}`,
      '      点“登录”（柜员号和密码已填好），再打开“贷后检查录入”。',
      '      (practice credit system: press 登录, then open 贷后检查录入)',
      `      点工具栏上的“贷后助手”打开侧边栏，在“台账”里导入 ${practiceLedger}，`,
      '      再看“本笔”的“本页”：余额和到期日与台账不符。',
      '      (press 贷后助手 in the toolbar, import this ledger under 台账: what differs is told under 本页)',
    ].join('\n'),
  opened: '两个页面已在浏览器中打开，扩展也已载入。  (opened in a browser with the extension loaded)',
  notOpened: '浏览器没有打开，请自己打开上面的地址。  (the browser did not open: open the addresses above)',
  byHand: (folder: string) =>
    [
      '浏览器右上角没有“贷后助手”时，请手工载入扩展：',
      '  Chrome 打开 chrome://extensions，Edge 打开 edge://extensions，打开“开发者模式”，',
      '  点“加载已解压的扩展程序”，选这个文件夹：',
      `  ${folder}`,
      '  然后点地址栏右边的拼图图标，把“贷后助手”固定在工具栏上，刷新信贷系统的页面。',
      '  (if the extension is not there: developer mode, "Load unpacked", choose the folder above, pin it, reload the page)',
    ].join('\n'),
  noBrowser:
    '没有找到 Chrome、Edge 或 Chromium，请在浏览器里打开上面的地址。  (no browser found: open the addresses above)',
  noWindow: {
    asked: '',
    ci: '',
    noDisplay: '这里没有桌面，请在浏览器里打开上面的地址。  (no display: open the addresses above)',
  },
  noExtension: (said: string) => `扩展没有构建成功，其他部分不受影响：\n${said}`,
  stop: '按 Ctrl+C 结束。  (Ctrl+C to stop)',
  stopped: '已结束。',
} as const
