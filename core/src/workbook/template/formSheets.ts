import { builtInChecklists } from '../../checklist/index.ts'
import type { Policy } from '../../policy/index.ts'
import { columnLetters } from '../../table/index.ts'
import type { BookSheet } from './book.ts'
import { systemColumns } from './columns.ts'
import { formWords as words } from './formWords.ts'
import { Form, type FormGround, widths } from './layoutForm.ts'
import { looks } from './looks.ts'
import { templateWords } from './messages.ts'
import { firstDataRow, sheetNames, templateFormat } from './names.ts'
import { parameterRows } from './parametersSheet.ts'
import { scoreForm } from './scoreSheet.ts'
import { placeLoanColumns, type ReadyRows } from './templateGround.ts'

/** The five standard forms: choose a 借据号, the form fills itself from the ledger. */
export function templateForms(policy: Policy, ready: ReadyRows, fingerprint: string): readonly BookSheet[] {
  const loans = placeLoanColumns(policy)
  const required = loans.filter((one) => one.required).length
  const ground: FormGround = {
    policy,
    loans,
    ready,
    system: {
      level: columnLetters(required),
      item: columnLetters(required + 1),
      remedy: columnLetters(required + systemColumns.length - 1),
    },
    parameters: parameterRows(policy),
    identity: `${templateWords.title} ${templateFormat} · ${policy.id} ${policy.version} · ${fingerprint.slice(0, 16)}`,
  }
  return [
    reportForm(ground),
    noticeForm(ground),
    archiveForm(ground),
    customerForm(ground),
    scoreForm(ground),
  ]
}

const basics = [
  '客户名称',
  '客户类型',
  '贷款品种',
  '担保方式',
  '贷款金额',
  '贷款余额',
  '放款日期',
  '到期日',
  '五级分类',
  '逾期天数',
  '机构名称',
  '客户经理',
]

function reportForm(ground: FormGround): BookSheet {
  const form = new Form(ground, words.report.title)
  form.choose()
  form.heading(words.report.loan)
  form.fields(basics)
  form.heading(words.report.inspection)
  form.fields([
    '首次检查日期',
    '资金流向检查日期',
    '最近检查日期',
    '最近现场检查日期',
    '检查方式',
    '检查结论',
    '检查人',
    '贷款用途',
  ])
  form.heading(words.report.warning)
  systemBoxes(form, ground)
  form.heading(words.report.findings)
  for (const label of words.report.boxes) form.box(label, {}, 58, looks.inputWrapped)
  form.box(words.report.conclusion, {}, 40, looks.inputWrapped)
  form.span(words.signLine, 34, looks.cell)
  return form.sheet(sheetNames.report, widths)
}

function systemBoxes(form: Form, { system }: FormGround): void {
  form.box(words.level, { formula: form.cellFormula(system.level) }, 22, { ...looks.cell, bold: true })
  form.box(words.item, { formula: form.cellFormula(system.item) }, 34, looks.cellWrapped)
  form.box(words.remedy, { formula: form.cellFormula(system.remedy) }, 44, looks.cellWrapped)
}

function noticeForm(ground: FormGround): BookSheet {
  const form = new Form(ground, words.notice.title)
  form.choose()
  form.fields([
    '机构名称',
    '客户经理',
    '客户名称',
    '借据号',
    '贷款品种',
    '贷款余额',
    '五级分类',
    '逾期天数',
    '到期日',
    '担保方式',
  ])
  const manager = form.fieldFormula('managerName')
  form.span({ formula: `${manager}&"${words.notice.opening}"` }, 40, looks.cellWrapped)
  form.heading(words.notice.what)
  systemBoxes(form, ground)
  form.heading(words.notice.measures)
  form.box(words.notice.deadline, {}, 24, looks.inputDate)
  form.box(words.notice.owner, {}, 24, looks.input)
  form.box(words.notice.more, {}, 70, looks.inputWrapped)
  form.heading(words.notice.answer)
  form.box(words.notice.result, {}, 90, looks.inputWrapped)
  form.span(words.notice.sign, 34, looks.cell)
  return form.sheet(sheetNames.notice, widths)
}

function archiveForm(ground: FormGround): BookSheet {
  const columns = [12, 40, 13, 15, 26]
  const form = new Form(ground, words.archive.title, columns.length)
  form.choose()
  form.box(words.archive.customer, { formula: form.fieldFormula('customerName') }, 20, looks.cell)
  form.box(words.archive.product, { formula: form.fieldFormula('productType') }, 20, looks.cell)
  form.box(words.archive.missing, { formula: form.fieldFormula('missingDocs') }, 30, looks.cellWrapped)
  for (const [column, value] of words.archive.header.entries())
    form.cells.push({ row: form.row, column, value, style: looks.optional })
  form.row += 1
  const first = form.row + 1
  for (const [at, paper] of builtInChecklists.archive.entries()) {
    const { row } = form
    form.cells.push(
      { row, column: 0, value: at + 1, style: looks.cellCentre },
      { row, column: 1, value: paper.text, style: looks.cellWrapped },
      { row, column: 2, style: { ...looks.input, align: 'center' } },
      { row, column: 3, style: looks.inputDate },
      { row, column: 4, style: looks.inputWrapped },
    )
    form.row += 1
  }
  const last = form.row
  form.span(
    {
      formula: `"${words.archive.counted}"&COUNTIF($C$${first}:$C$${last},"${words.archive.states[0]}")&" / "&(${last - first + 1}-COUNTIF($C$${first}:$C$${last},"${words.archive.states[2]}"))`,
    },
    22,
    { ...looks.cell, bold: true },
  )
  form.span(words.archive.sign, 34, looks.cell)
  return form.sheet(sheetNames.archive, columns, [
    {
      range: `C${first}:C${last}`,
      kind: { type: 'list', formula: `"${words.archive.states.join(',')}"` },
      error: {
        title: templateWords.errors.listTitle,
        text: templateWords.errors.list(words.archive.header[2] ?? ''),
        style: 'stop',
      },
    },
  ])
}

function customerForm(ground: FormGround): BookSheet {
  const form = new Form(ground, words.customer.title)
  form.choose()
  form.heading(words.customer.basics)
  form.fields([
    '客户名称',
    '客户编号',
    '客户类型',
    '企业规模',
    '所属行业',
    '联系电话',
    '客户风险等级',
    '预警颜色',
    '五级分类',
    '贷款余额',
    '逾期天数',
    '客户经理',
  ])
  const all = (sheetColumn: string): string =>
    `${sheetNames.loans}!$${sheetColumn}$${firstDataRow}:$${sheetColumn}$${firstDataRow + ground.ready.loans - 1}`
  const column = (key: string): string =>
    columnLetters(ground.loans.find(({ field }) => field.key === key)?.column ?? 0)
  const same = `(${all(column('customerName'))}=${form.fieldFormula('customerName')})`
  const known = (formula: string): string => `IF(${form.place}=0,"",${formula})`
  form.box(words.customer.loans, { formula: known(`SUMPRODUCT(--${same})`) }, 22, {
    ...looks.cell,
    align: 'left',
  })
  form.box(
    words.customer.balance,
    {
      formula: known(
        `SUMIF(${all(column('customerName'))},${form.fieldFormula('customerName')},${all(column('balance'))})`,
      ),
    },
    22,
    { ...looks.cellAmount, align: 'left' },
  )
  form.heading(words.customer.warning)
  systemBoxes(form, ground)
  form.heading(words.customer.decision)
  const first = form.row + 1
  form.box(words.customer.kind, {}, 24, looks.input)
  form.box(words.customer.frequency, {}, 24, looks.input)
  form.box(words.customer.measures, {}, 80, looks.inputWrapped)
  form.box(words.customer.opinion, {}, 60, looks.inputWrapped)
  form.span(words.signLine, 34, looks.cell)
  return form.sheet(sheetNames.customer, widths, [
    {
      range: `B${first}`,
      kind: { type: 'list', formula: `"${words.customer.kinds.join(',')}"` },
      error: {
        title: templateWords.errors.listTitle,
        text: templateWords.errors.list(words.customer.kind),
        style: 'stop',
      },
    },
    {
      range: `B${first + 1}`,
      kind: { type: 'list', formula: `"${words.customer.frequencies.join(',')}"` },
      error: {
        title: templateWords.errors.listTitle,
        text: templateWords.errors.list(words.customer.frequency),
        style: 'stop',
      },
    },
  ])
}
