import { escapeText } from '../../../core/src/workbook/package/escapeText.ts'
import type { OfficePackage } from '../../../core/src/workbook/package/officePackage.ts'
import { addressOf } from '../model/area.ts'
import type { Table } from '../model/decor.ts'
import type { Sheet } from '../model/sheet.ts'
import { textAt } from '../objects/cellGrids.ts'
import { OFFICE, newPart, relate } from './parts.ts'
import { filterXml } from './writeEdges.ts'

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml'

/** Brings the table parts of a sheet in line; gives their relationships in order. */
export async function writeTables(
  pack: OfficePackage,
  sheet: Sheet,
  part: string,
  before: readonly Table[],
  nextId: () => number,
): Promise<readonly string[]> {
  const links: string[] = []
  const related = await pack.relationships(part)
  for (const table of sheet.decor.tables) {
    const known = table.part === null ? undefined : related.find(({ target }) => target === table.part)
    if (known) {
      const old = before.find(({ part: one }) => one === table.part)
      if (JSON.stringify({ ...old, filter: null }) !== JSON.stringify({ ...table, filter: null })) {
        pack.setText(known.target, changed(await pack.text(known.target), sheet, table))
      }
      links.push(known.id)
      continue
    }
    const made = await newPart(pack, (i) => `xl/tables/table${i}.xml`, TYPE, tableXml(sheet, table, nextId()))
    links.push(await relate(pack, part, `${OFFICE}/table`, made))
  }
  for (const { part: gone } of before) {
    if (gone === null || sheet.decor.tables.some((table) => table.part === gone)) continue
    const link = related.find(({ target }) => target === gone)
    if (link) await pack.removeRelationship(part, link.id)
    await pack.removePart(gone)
  }
  return links
}

/** Headers of a table are unique and never empty. */
function headers(sheet: Sheet, { area }: Table): readonly string[] {
  const names: string[] = []
  for (let c = 0; c < area.columns; c++) {
    const text = textAt(sheet, area.row, area.column + c) || `列${c + 1}`
    names.push(names.includes(text) ? `${text}${c + 1}` : text)
  }
  return names
}

const columnsXml = (sheet: Sheet, table: Table): string => {
  const names = headers(sheet, table)
  const list = names.map((name, i) => `<tableColumn id="${i + 1}" name="${escapeText(name)}"/>`).join('')
  return `<tableColumns count="${names.length}">${list}</tableColumns>`
}

function tableXml(sheet: Sheet, table: Table, id: number): string {
  const filter = filterXml(table.filter ?? { area: table.area, criteria: new Map() })
  return `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="${id}" name="${escapeText(table.name)}" displayName="${escapeText(table.name)}" ref="${addressOf(table.area)}" totalsRowShown="0">${filter}${columnsXml(sheet, table)}<tableStyleInfo name="${escapeText(table.style)}" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>`
}

function changed(xml: string, sheet: Sheet, table: Table): string {
  const count = [...xml.matchAll(/<(?:\w+:)?tableColumn\b/g)].length
  let text = xml
    .replace(
      /(<(?:\w+:)?table\b[^>]*\sref=)"[^"]*"/,
      (_all, lead: string) => `${lead}"${addressOf(table.area)}"`,
    )
    .replace(
      /(<(?:\w+:)?table\b[^>]*\sdisplayName=)"[^"]*"/,
      (_all, lead: string) => `${lead}"${escapeText(table.name)}"`,
    )
    .replace(
      /(<(?:\w+:)?table\b[^>]*\sname=)"[^"]*"/,
      (_all, lead: string) => `${lead}"${escapeText(table.name)}"`,
    )
    .replace(/(<(?:\w+:)?autoFilter\b[^>]*\sref=)"[^"]*"/, (_all, lead: string) => {
      const rows = table.area.rows - (table.showTotals ? 1 : 0)
      return `${lead}"${addressOf({ ...table.area, rows })}"`
    })
  if (count !== table.area.columns) {
    text = text.replace(/<(?:\w+:)?tableColumns\b[\s\S]*?<\/(?:\w+:)?tableColumns>/, () =>
      columnsXml(sheet, table),
    )
  }
  return text
}
