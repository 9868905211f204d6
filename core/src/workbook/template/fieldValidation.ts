import type { TableName } from '../../policy/index.ts'
import { columnLetters } from '../../table/index.ts'
import type { BookValidation } from './book.ts'
import { codeListName } from './codesSheet.ts'
import { promptOf, templateWords as words } from './messages.ts'
import { firstDataRow } from './names.ts'
import type { PlacedField } from './templateGround.ts'

/** Days of spreadsheets between which a date may lie: 1950-01-01 and 2099-12-31. */
export const anyDay = { type: 'date', from: 18_264, to: 73_050 } as const
export const loanNumbersName = '借据号清单'
export const customerNamesName = '客户清单'

/** What may be written into the cells of a field, and what Excel says of it. */
export function fieldValidation(one: PlacedField, last: number, table: TableName): BookValidation[] {
  const { field, name } = one
  const letters = columnLetters(one.column)
  const range = `${letters}${firstDataRow}:${letters}${last}`
  const prompt = promptOf(field, one.required === true)
  const { errors } = words
  const list = (formula: string, text: string, style: 'stop' | 'warning'): BookValidation[] => [
    {
      range,
      kind: { type: 'list', formula },
      prompt: { ...prompt, text: prompt.text || words.chooseFromList },
      error: { title: errors.listTitle, text, style },
    },
  ]
  if (field.codeList !== undefined) return list(codeListName(field.codeList), errors.list(name), 'stop')
  if (field.key === 'productType') return list(codeListName('贷款品种'), errors.product, 'warning')
  if (table !== '借据' && field.key === 'loanNo') return list(loanNumbersName, errors.noLoan, 'warning')
  if (table === '财务' && field.key === 'customerName')
    return list(customerNamesName, errors.noCustomer, 'warning')
  switch (field.type) {
    case 'date':
      return [
        {
          range,
          kind: anyDay,
          prompt,
          error: { title: errors.dateTitle, text: errors.date(name), style: 'stop' },
        },
      ]
    case 'money':
    case 'percent':
    case 'number': {
      const most = field.type === 'money' ? 1e14 : field.type === 'percent' ? 1000 : 1e6
      // losses and negative cash flows are written as they are
      const [from, to] = table === '财务' ? [-1e14, 1e14] : [0, most]
      const text = errors[table === '财务' ? 'signed' : field.type](name)
      return [
        {
          range,
          kind: { type: 'decimal', from, to },
          prompt,
          error: { title: errors.numberTitle, text, style: 'stop' },
        },
      ]
    }
    default:
      return prompt.text === '' ? [] : [{ range, kind: { type: 'any' }, prompt }]
  }
}
