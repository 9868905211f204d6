/** What the functions answer with. */
export const functionWords = {
  valid: '正确',
  notEighteen: '不是 18 位',
  idWrong: '校验位或出生日期不符',
  usccWrong: '校验位不符',
  usccEarly: '早期代码，请核对营业执照',
  damaged: '数字过长已失真，请按文本重新录入',
  classes: ['正常', '关注', '次级', '可疑', '损失'],
  needsDays: '逾期天数应为不小于 0 的数',
  needsDate: '应为日期',
  beyondCalendar: '超出节假日表的年份',
} as const
