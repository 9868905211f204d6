/** Where the rule language departs from DMN 1.5 on purpose. */
export interface FeelDeviation {
  /** Chinese. */
  readonly what: string
  readonly dmn: string
  readonly ours: string
  readonly reason: string
  /** An expression that shows it under `evaluate`; code `unsupported` for what is refused. */
  readonly example?: { readonly expression: string; readonly ours: null | boolean | number | string }
}

export const feelDeviations: readonly FeelDeviation[] = [
  {
    what: '数的精度',
    dmn: '十进制，三十四位有效数字',
    ours: '双精度；相等允许 1e-12 的相对误差，金额按分取整后比较',
    reason: '表格软件与数据库都用双精度，各处结果才能一致；金额到分，不受影响',
    example: { expression: '0.1 + 0.2 = 0.3', ours: true },
  },
  {
    what: '大数',
    dmn: '三十四位以内的整数精确',
    ours: '超过 9007199254740992 的整数不精确',
    reason: '同上；证件号码、账号一律按文字处理，不作数',
    example: { expression: '9007199254740993 - 9007199254740992', ours: 0 },
  },
  {
    what: '规则中的相等与属于',
    dmn: 'null = 1 为假，null != 1 为真，null in (1, 2) 为假',
    ours: '在规则里三者都是无法判断；只有写明与 null 比较的才判断空白。单独求值（evaluate）仍照 DMN',
    reason: '空白的五级分类不能算“不是损失”，也不能算“不在正常、关注之内”',
    example: { expression: 'null != 1', ours: true },
  },
  {
    what: '规则中的筛选',
    dmn: '条件为 null 的项去掉',
    ours: '在规则里使汇总成为无法判断，除非已知的部分已能得出结论',
    reason: '不知道算不算在内的一笔，不能当作没有',
  },
  {
    what: '规则中的空清单',
    dmn: 'sum([]) 为 null',
    ours: '在规则里，读到了表而没有行的，合计为 0',
    reason: '有押品台账而本笔没有押品，估值合计就是 0',
    example: { expression: 'sum([])', ours: null },
  },
  {
    what: '没有此列',
    dmn: '没有的名称为错误或 null',
    ours: '台账没有的列是“未知”，与空白不同：x = null 对空白为真，对未知为无法判断',
    reason: '没有登记首次检查日期的台账，不能说没有检查',
  },
  {
    what: '当日函数',
    dmn: 'now()、today()',
    ours: '不提供；用“基准日”',
    reason: '同一份台账哪天检查结果都应相同',
    example: { expression: 'today()', ours: 'unsupported' },
  },
  {
    what: '区间关系函数',
    dmn: 'before、after、overlaps、during 等',
    ours: '不提供',
    reason: '规则用不到；日期直接比较大小',
    example: { expression: 'before(1, 2)', ours: 'unsupported' },
  },
  {
    what: '自定函数',
    dmn: '可以定义并调用函数',
    ours: '只用于 sort 的第二个参数；list replace 只按位置',
    reason: '规则须能译成 SQL 与工作表公式',
    example: { expression: 'list replace([2, 4], function(a, b) a < b, 5)', ours: 'unsupported' },
  },
  {
    what: '时区',
    dmn: '时间可带地区名',
    ours: '只认与 UTC 的时差，不认地区名',
    reason: '台账没有跨时区的时间',
    example: { expression: 'time("10:00:00@Europe/Paris")', ours: 'unsupported' },
  },
  {
    what: 'for 的 partial',
    dmn: '循环中可引用已得到的结果',
    ours: '不提供',
    reason: '按列计算时没有先后',
    example: { expression: 'for i in 1..3 return partial', ours: 'unsupported' },
  },
  {
    what: '正则表达式',
    dmn: 'XPath 正则',
    ours: '各引擎共有的部分：字符类、量词、选择、分组、首尾；其余报错',
    reason: '同一条规则在浏览器、数据库中须匹配同样的文字',
  },
  {
    what: '另加的函数',
    dmn: '没有',
    ours: 'days between、months between、add days、add months、end of month、working days between、next working day、add working days、id number valid、uscc valid',
    reason: '天数、月末、工作日、校验位是贷后规则的常用语',
  },
]
