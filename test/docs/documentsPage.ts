import { documentKinds, dueConditions, kindOf, scopeOf } from '@postloan/core/documents'
import type { Policy } from '@postloan/core/policy'

/** What a bank needs to change the templates of the documents: kinds, when they are due, every placeholder. */
export function documentsPage(policy: Policy): string {
  const sources = new Map(policy.sources.map(({ id, title, article }) => [id, `${title}${article ?? ''}`]))
  const whole = scopeOf('companyReport', policy)
  const letter = scopeOf('collectionNotice', policy)
  const fields = new Set(policy.fields.map(({ name }) => name))
  // conditions go with their lists, fields of the ledger are told by their table
  const words = [...whole.names].filter(([name]) => !fields.has(name) && !name.startsWith('有'))
  const lists = [...whole.lists]
  return [
    '# 文书和模板',
    '',
    '<!-- 由 pnpm docs 从数据写成，不要手改。 -->',
    '',
    '`postloan report` 和各处的“文书”用同一套模板。模板是普通的 Word 文档：`postloan report --write-templates 模板/` 写出自带的一套，',
    '在 Word 或 WPS 里改文字、字体、表格，保存后用 `--templates 模板/`。文件名就是文书名，没有改的不必留下。',
    '写错的占位符在动笔之前就会指出：哪个文件、第几段或第几个表格第几行第几格、该写什么。',
    '',
    '## 文书',
    '',
    '| 文书 | 一份对应 | 给谁看 | 用途 |',
    '| --- | --- | --- | --- |',
    ...documentKinds.map(
      ({ name, per, reader, says }) =>
        `| ${name} | ${per} | ${reader === 'bank' ? '本行' : '客户'} | ${says} |`,
    ),
    '',
    '## 何时该制发',
    '',
    '| 文书 | 条件 | 依据 |',
    '| --- | --- | --- |',
    ...dueConditions.map(({ kind, by, says, sources: named }) => {
      const when =
        'when' in by ? `\`${by.when}\`` : 'rules' in by ? `${says}（${by.rules.join('、')}）` : says
      return `| ${kindOf(kind).group} | ${when} | ${named.map((id) => sources.get(id) ?? id).join('；')} |`
    }),
    '',
    '## 占位符怎么写',
    '',
    '- `{客户名称}`：换成台账里的值。台账没有写的留一条空线 `____`，本行自用的文书末尾列出“待补”，函件的待补列在目录里；从不猜。',
    '- `{#发现}…{/发现}`：清单，每一条写一遍中间的内容。放在表格里时，`{#发现}` 写在一行的第一格开头，`{/发现}` 写在同一行最后一格末尾，这一行就按条数重复。',
    '- `{#有发现}…{/有发现}`：有内容才写；`{^发现}…{/发现}`：没有内容才写。两个记号各占一段。',
    '- 日期为 2026-10-31，金额为 1,520,000.00（单位写在模板里），利率为 4.35（% 写在模板里）。',
    '- 证件号、电话、账号、地址总是遮盖。',
    '- 按客户制作的文书，一笔借据的栏目写在 `{#借据}…{/借据}` 里；表头以外只能写客户的栏目。',
    '- 发给客户的函件只能用下面标“函件可用”的占位符，文字不得有威胁、骚扰、公开欠款的用语，也不得写本行的分类和检查发现。',
    '',
    '## 不是台账栏目的占位符',
    '',
    '| 占位符 | 内容 | 函件可用 |',
    '| --- | --- | --- |',
    ...words.map(([name, says]) => `| {${name}} | ${says} | ${letter.names.has(name) ? '√' : ''} |`),
    '',
    '## 清单',
    '',
    '| 清单 | 内容 | 每一条的占位符 | 函件可用 |',
    '| --- | --- | --- | --- |',
    ...lists.map(([name, scope]) => {
      const own = [...scope.names.keys()].filter((item) => !fields.has(item))
      const explicit = scope.names.size - own.length > 20 ? own : [...scope.names.keys()]
      const all = scope.names.size > explicit.length ? '，以及这张表的全部栏目' : ''
      const items = explicit.map((item) => `{${item}}`).join(' ')
      return `| {#${name}} | ${scope.says} | ${items}${all} | ${letter.lists.has(name) ? '√' : ''} |`
    }),
    '',
    '## 台账栏目',
    '',
    '栏目名就是占位符，与标准模板的表头相同；本行策略包里的自有栏目也可以用。函件可用的有：',
    '',
    [...letter.lists.values()]
      .flatMap((scope) => [...scope.names.keys()])
      .filter((name, at, all) => fields.has(name) && all.indexOf(name) === at)
      .map((name) => `{${name}}`)
      .join(' '),
    '',
    '按客户制作的文书，清单以外可用的有：',
    '',
    [...scopeOf('warningNotice', policy).names.keys()]
      .filter((name) => fields.has(name))
      .map((name) => `{${name}}`)
      .join(' '),
    '',
  ].join('\n')
}
