import type { Ledger } from '../../ledger/index.ts'
import type { Policy } from '../../policy/index.ts'
import { kindAt, numberAt, type Sheet, textAt, type Workbook } from '../../table/index.ts'
import { templateWords } from './messages.ts'
import { moveWords as words } from './moveWords.ts'
import { registerSheets, sheetNames, templateFormat } from './names.ts'
import { findSettingSheet, identifyTemplate } from './readTemplate.ts'
import { placeLoanColumns, placeRegisterColumns } from './templateGround.ts'

/** One thing that differs between the template that was filled and today's. */
export interface UpgradeChange {
  readonly what: string
  readonly text: string
}

/** What changes for the people who fill a template when it is moved to today's; empty for a workbook that is none. */
export function describeUpgrade(
  workbook: Workbook,
  ledger: Ledger,
  policy: Policy,
): readonly UpgradeChange[] {
  const identity = identifyTemplate(workbook)
  if (!identity) return []
  const { kinds } = words.upgrade
  const changes: UpgradeChange[] = []
  if (identity.format !== templateFormat)
    changes.push({
      what: kinds.format,
      text: words.upgrade.changed(String(identity.format), String(templateFormat)),
    })
  const today = `${policy.id} ${policy.version}`
  if (identity.policy !== today)
    changes.push({ what: kinds.policy, text: words.upgrade.changed(identity.policy, today) })
  for (const { name, sheet, reading } of ledger.tables.filter(({ file }) => file === workbook.fileName)) {
    const had = new Set(reading.columns.map(({ field }) => field))
    const placed = name === '借据' ? placeLoanColumns(policy) : placeRegisterColumns(policy, name)
    const added = placed.filter(({ field }) => !had.has(field.key)).map((one) => one.name)
    if (added.length > 0)
      changes.push({ what: kinds.columns, text: words.upgrade.columns(sheet, added.join('、')) })
  }
  for (const [table, name] of Object.entries(registerSheets))
    if (!ledger.tables.some((one) => one.file === workbook.fileName && one.name === table))
      changes.push({ what: kinds.sheet, text: words.upgrade.sheet(name) })
  return [...changes, ...parameterChanges(workbook, policy), ...ruleChanges(workbook, policy)]
}

function parameterChanges(workbook: Workbook, policy: Policy): readonly UpgradeChange[] {
  const found = findSettingSheet(workbook, sheetNames.parameters)
  if (!found) return []
  const { sheet, headerRow, columns } = found
  const standard = columns.get(templateWords.parameters.header[2]) ?? -1
  const byId = new Map(policy.parameters.map((parameter) => [parameter.id, parameter]))
  const changes: UpgradeChange[] = []
  for (let row = headerRow + 1; row < sheet.rowCount; row++) {
    const [id = '', at = ''] = (textAt(sheet, row, sheet.columnCount - 1) ?? '').split(' ')
    const parameter = byId.get(id)
    const value = parameter?.values[Number(at)]?.value
    const before = shown(sheet, row, standard)
    const now = value === undefined ? '' : typeof value === 'object' ? value.join('、') : String(value)
    if (parameter && now !== '' && before !== '' && before !== now)
      changes.push({
        what: words.upgrade.kinds.parameter,
        text: `${parameter.name}：${words.upgrade.changed(before, now)}`,
      })
  }
  return changes
}

/** Rules that the older workbook's catalogue does not have, and the other way round. */
function ruleChanges({ sheets }: Workbook, policy: Policy): readonly UpgradeChange[] {
  const catalogue = sheets.find(({ name }) => name === sheetNames.catalogue)
  if (!catalogue) return []
  const before = new Set<string>()
  for (let row = 2; row < catalogue.rowCount; row++) {
    const id = textAt(catalogue, row, 0)?.split('.')[0] ?? ''
    if (id !== '') before.add(id)
  }
  const now = new Map(policy.rules.map(({ id, nameZh }) => [id, nameZh]))
  const { kinds } = words.upgrade
  return [
    ...[...now].flatMap(([id, name]) =>
      before.has(id) ? [] : [{ what: kinds.rule, text: words.upgrade.newRule(id, name) }],
    ),
    ...[...before].flatMap((id) =>
      now.has(id) ? [] : [{ what: kinds.rule, text: words.upgrade.goneRule(id) }],
    ),
  ]
}

function shown(sheet: Sheet, row: number, column: number): string {
  if (column < 0 || kindAt(sheet, row, column) === 0) return ''
  return textAt(sheet, row, column) ?? String(numberAt(sheet, row, column))
}
