import { builtInChecklists, type Scorecard } from '../../checklist/index.ts'
import type { BookSheet, BookValidation } from './book.ts'
import { formWords as words } from './formWords.ts'
import { Form, type FormGround } from './layoutForm.ts'
import { looks } from './looks.ts'
import { templateWords } from './messages.ts'
import { sheetNames } from './names.ts'

/** A score is a person's word: each answer costs its points, the sum is told against the mark to pass. */
export function scoreForm(ground: FormGround): BookSheet {
  const columns = [12, 34, 11, 18, 8, 8, 30]
  const card: Scorecard | undefined = builtInChecklists.scorecards.find(({ id }) => id === 'smallBusiness')
  const form = new Form(ground, card?.name ?? words.score.title, columns.length)
  form.choose()
  form.cells.push(
    { row: 1, column: 4, value: words.score.inspected, style: looks.label },
    { row: 1, column: 5, style: looks.label },
    { row: 1, column: 6, style: { ...looks.inputDate, align: 'left' } },
  )
  form.merges.push('E2:F2')
  const facts = [
    [words.score.customer, 'customerName', words.score.balance, 'balance', words.score.grade, 'fiveClass'],
    [words.score.officer, 'managerName', words.score.branch, 'orgName', words.score.overdue, 'overdueDays'],
  ] as const
  for (const [at, [first, firstKey, second, secondKey, third, thirdKey]] of facts.entries()) {
    const row = 2 + at
    form.cells.push(
      { row, column: 0, value: first, style: looks.label },
      { row, column: 1, formula: form.fieldFormula(firstKey), style: looks.cell },
      { row, column: 2, value: second, style: looks.label },
      {
        row,
        column: 3,
        formula: form.fieldFormula(secondKey),
        style: secondKey === 'balance' ? looks.cellAmount : looks.cell,
      },
      { row, column: 4, value: third, style: looks.label },
      { row, column: 5, style: looks.label },
      { row, column: 6, formula: form.fieldFormula(thirdKey), style: { ...looks.cell, align: 'left' } },
    )
    form.merges.push(`E${row + 1}:F${row + 1}`)
  }
  for (const [column, value] of words.score.header.entries())
    form.cells.push({ row: 4, column, value, style: column === 3 ? looks.required : looks.optional })
  form.row = 5
  const validations: BookValidation[] = []
  for (const [at, criterion] of (card?.criteria ?? []).entries()) {
    const { row } = form
    const options = criterion.options ?? []
    const answer = `$D${row + 1}`
    const deduct = options.reduceRight(
      (otherwise, option) => `IF(${answer}="${option.text}",${-option.deduct},${otherwise})`,
      '""',
    )
    form.cells.push(
      { row, column: 0, value: at + 1, style: looks.cellCentre },
      { row, column: 1, value: criterion.text, style: looks.cellWrapped },
      { row, column: 2, value: criterion.points, style: looks.cellCentre },
      { row, column: 3, style: { ...looks.input, align: 'center' } },
      { row, column: 4, formula: deduct, style: { ...looks.formulaCount, align: 'right' } },
      { row, column: 5, formula: `IF(E${row + 1}="","",C${row + 1}+E${row + 1})`, style: looks.formulaCount },
      { row, column: 6, style: looks.inputWrapped },
    )
    validations.push({
      range: `D${row + 1}`,
      kind: { type: 'list', formula: `"${options.map(({ text }) => text).join(',')}"` },
      error: {
        title: templateWords.errors.listTitle,
        text: templateWords.errors.list(words.score.header[3] ?? ''),
        style: 'stop',
      },
    })
    form.row += 1
  }
  const [first, last] = [6, form.row]
  const passRow = ground.parameters.find(({ parameter }) => parameter.id === card?.passMark)?.row
  const pass = passRow === undefined ? '80' : `${sheetNames.parameters}!$F$${passRow}`
  const answered = `COUNTA($D$${first}:$D$${last})`
  const { row } = form
  form.cells.push(
    { row, column: 0, value: words.score.total, style: looks.total },
    { row, column: 1, style: looks.total },
    { row, column: 2, formula: `SUM(C${first}:C${last})`, style: looks.total },
    { row, column: 3, formula: `${answered}&" / ${last - first + 1} 项"`, style: looks.total },
    { row, column: 4, formula: `SUM(E${first}:E${last})`, style: looks.total },
    {
      row,
      column: 5,
      formula: `IF(${answered}<${last - first + 1},"",SUM(F${first}:F${last}))`,
      style: { ...looks.total, size: 14 },
    },
    {
      row,
      column: 6,
      formula: `IF(F${row + 1}="","${words.score.open}",IF(F${row + 1}<${pass},"▲ 低于 "&${pass}&" 分，${card?.below ?? ''}","${words.score.passed}"))`,
      style: { ...looks.cellWrapped, bold: true },
    },
  )
  form.merges.push(`A${row + 1}:B${row + 1}`)
  form.heights.set(row, 30)
  form.row += 1
  form.box(words.score.rectify, {}, 22, { ...looks.inputDate, align: 'left' })
  form.box(words.score.owner, {}, 22, looks.input)
  form.span(words.score.sign, 34, looks.cell)
  form.span(words.score.note, 18, looks.plainNote)
  return form.sheet(sheetNames.score, columns, validations)
}
