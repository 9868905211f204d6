/** What is said of parameters and rules written in a template. */
export const settingWords = {
  title: '标准模板中的设定',
  issuer: '填表机构',
  unknownPlace: '找不到这一行对应的参数，没有采用。',
  notNumber: (text: string) => `“${text}”不是数字，没有采用。`,
  missing: (name: string) => `“${name}”没有填，这条规则没有采用。`,
  sameId: (id: string) => `编号“${id}”已有，请换一个；这条规则没有采用。`,
  unreadable: '这一行读不懂，没有采用。',
  laxer: '比策略宽松，没有采用；要放宽须由总行或分行签发策略包。',
} as const
