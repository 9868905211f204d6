/** Words of the checklists. */
export const messages = {
  yes: '是',
  no: '否',
  between: '，',
  cell: (name: string, value: string) => `${name} ${value}`,
  chosen: '人工选择',
  noUnit: '（未登记）',
  listPlace: (name: string) => `清单 ${name}`,
  itemPlace: (id: string) => `清单项 ${id}`,
  cardPlace: (name: string) => `评分表 ${name}`,
  repeated: '编号重复',
  noItem: (id: string) => `没有清单项 ${id}`,
  noSource: '没有依据',
  lostSource: (id: string) => `没有依据 ${id}`,
  lostRule: (id: string) => `没有规则 ${id}`,
  lostField: (name: string) => `没有字段 ${name}`,
  lostParameter: (id: string) => `没有参数 ${id}`,
  pointsTotal: (total: number) => `各项分值合计 ${total}，应为 100`,
  badCriterion: (text: string) =>
    `${text}：应由规则计分或由人选项计分，二者取一；第一个选项不扣分，扣分不超过分值`,
} as const
