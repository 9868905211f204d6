import type { Policy } from '../../policy/index.ts'
import { columnLetters } from '../../table/index.ts'
import type { BookCell, BookSheet } from './book.ts'
import { looks } from './looks.ts'
import { sheetNames } from './names.ts'
import { productNames } from './products.ts'

/** The defined name that a dropdown refers to. */
export function codeListName(list: string): string {
  return `码_${list}`
}

/** 码表 (hidden): one list a column, and a defined name for each. */
export function codesSheet(
  policy: Policy,
  used: ReadonlySet<string>,
): { readonly sheet: BookSheet; readonly names: { readonly name: string; readonly refersTo: string }[] } {
  const lists = [
    { id: '贷款品种', values: productNames },
    { id: '级别', values: ['严重', '警示', '关注', '提示'] },
    { id: '表', values: ['借据', '押品', '保证人', '支付', '预警', '催收', '财务'] },
    ...policy.codeLists
      .filter(({ id }) => used.has(id))
      .map(({ id, values }) => ({ id, values: values.map(({ value }) => value) })),
  ]
  const cells = lists.flatMap(({ id, values }, column): BookCell[] => [
    { row: 0, column, value: id, style: looks.optional },
    ...values.map((value, at) => ({ row: at + 1, column, value })),
  ])
  const names = lists.map(({ id, values }, column) => {
    const letters = columnLetters(column)
    return {
      name: codeListName(id),
      refersTo: `${sheetNames.codes}!$${letters}$2:$${letters}$${values.length + 1}`,
    }
  })
  const columns = lists.map(() => ({ width: 18 }))
  return { sheet: { name: sheetNames.codes, state: 'hidden', columns, cells, protect: true }, names }
}
