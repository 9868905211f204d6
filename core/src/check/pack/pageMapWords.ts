/** What is wrong in a page map, and what to do. */
export const pageMapWords = {
  position: '按“第几个”查找，页面加一行就会错。改用标签或固定的名称查找。',
  generatedId: '控件编号是系统临时生成的，下次打开会变。改用标签查找。',
  noLocator: '没有写怎样查找。写标签，或选择器。',
  unknownField: (field: string): string => `没有“${field}”这个字段。用字段表里的名称。`,
  twice: (field: string): string => `“${field}”指定了两处，只有第一处有用。删去一处，或用框架区分。`,
  condition: (message: string): string => `必填条件写得不对：${message}`,
  wideHost: '主机名写成 *，会用到所有系统上。写明主机名。',
  noPage: '没有写路径，也没有写标题字样，这个系统的每一页都会用它。写上其中一项。',
  sameId: (id: string): string => `有两个页面配置都叫“${id}”，只有一个会用到。改一个编号。`,
} as const
