/** What is said of parameters and rules written in a template. */
export const settingWords = {
  title: '标准模板中的设定',
  issuer: '填表机构',
  unknownPlace: '找不到这一行对应的参数，没有采用。',
  notNumber: (text: string) => `“${text}”不是数字，没有采用。`,
  missing: (name: string) => `“${name}”没有填，这条规则没有采用。`,
  sameId: (id: string, file: string) =>
    file === ''
      ? `编号“${id}”已有，请换一个；这条规则没有采用。`
      : `编号“${id}”在“${file}”中是另一条规则，采用先读到的；这条没有采用，请换编号。`,
  otherValue: (file: string, cell: string, value: string) =>
    `与“${file}”${cell} 的 ${value} 不同，按较严的采用，请统一。`,
  noSheet: '这张表没有了（被删除），其中的设定没有读到。',
  unreadable: '这一行读不懂，没有采用。',
  laxer: '比策略宽松，没有采用；要放宽须由总行或分行签发策略包。',
} as const
