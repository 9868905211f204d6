import type { Host } from '../host.ts'
import type { Area } from '../model/area.ts'
import type { Sheet } from '../model/sheet.ts'

export function hideLines(
  host: Host,
  sheet: Sheet,
  where: Area,
  axis: 'rows' | 'columns',
  hidden: boolean,
): void {
  const from = axis === 'rows' ? where.row : where.column
  const count = axis === 'rows' ? Math.min(where.rows, 100_000) : where.columns
  const lines = new Map<number, { readonly hidden?: boolean }>(sheet.decor[axis])
  for (let i = from; i < from + count; i++) {
    const { hidden: _hidden, ...rest } = lines.get(i) ?? {}
    if (hidden) lines.set(i, { ...rest, hidden })
    else if (Object.keys(rest).length > 0) lines.set(i, rest)
    else lines.delete(i)
  }
  sheet.change({ [axis]: lines })
  if (axis === 'rows') host.rowsHidden(sheet, where)
}
