/**
 * What the bank thinks of a loan, and what would press rather than inform: never in a letter to a customer, whoever
 * wrote its template (R26, R12: no more is told than the letter needs).
 */
export const internalWords: readonly string[] = [
  '五级分类',
  '风险等级',
  '内部评级',
  '不良贷款',
  '次级类',
  '可疑类',
  '损失类',
  '关注类',
  '黑名单',
  '预警',
  '检查发现',
  '后果自负',
  '坐牢',
  '判刑',
  '拘留',
  '拘役',
  '抓捕',
  '刑事责任',
  '你的家人',
  '您的家人',
  '您的单位领导',
  '亲友',
  '上门堵',
  '列为老赖',
  '老赖',
]
