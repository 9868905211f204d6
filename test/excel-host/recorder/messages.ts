export const messages = {
  ready: (platform: string) => `已连接 Excel(${platform}),可以开始。`,
  noExcel: '此页要在 Excel 的任务窗格中打开。',
  running: (name: string) => `正在运行:${name}`,
  done: (same: number, different: number) =>
    `完成:${same} 项与文档一致,${different} 项不同。请点“保存记录”。`,
  same: (name: string) => `一致:${name}`,
  different: (name: string) => `不同:${name}`,
  left: (name: string) => `未运行(此版本没有所需接口):${name}`,
} as const
