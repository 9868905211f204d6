import { levels } from './levels.ts'
import type { CellStyle, ConditionalStyle } from './package/appendStyles.ts'

const LINE = 'D0D0D0'
const HEADER_FILL = 'E8E8E8'
const GREY = '616161'
const DAY = 'yyyy-mm-dd'

/** Our columns in a ledger: the workbook's own font, thin lines, no fill but in the header. */
export const ledgerStyles = {
  group: { fill: HEADER_FILL, border: LINE, align: 'centerContinuous' },
  header: { bold: true, fill: HEADER_FILL, border: LINE, align: 'center' },
  level: { border: LINE, align: 'left', unlocked: true },
  text: { border: LINE, align: 'left', unlocked: true },
  day: { border: LINE, align: 'center', format: DAY, unlocked: true },
  owner: { border: LINE, align: 'center', unlocked: true },
} as const satisfies Record<string, CellStyle>

/** Our own sheets. */
export const sheetStyles: Readonly<Record<string, CellStyle>> = {
  title: { bold: true, size: 14 },
  subtitle: { color: GREY, size: 10 },
  blockTitle: { bold: true, size: 11 },
  note: { color: GREY, size: 10 },
  head: { bold: true, fill: HEADER_FILL, border: LINE, align: 'center', size: 10 },
  textLeft: { border: LINE, align: 'left', size: 10, wrap: true },
  textCenter: { border: LINE, align: 'center', size: 10 },
  textRight: { border: LINE, align: 'right', size: 10 },
  number: { border: LINE, align: 'right', size: 10, format: '#,##0' },
  numberCenter: { border: LINE, align: 'center', size: 10, format: '#,##0' },
  amount: { border: LINE, align: 'right', size: 10, format: '#,##0.00' },
  percent: { border: LINE, align: 'right', size: 10, format: '0.00%' },
  day: { border: LINE, align: 'center', size: 10, format: DAY },
  link: { border: LINE, align: 'center', size: 10, color: '0F6CBD' },
  ...Object.fromEntries(
    levels.map((look) => [
      `level-${look.level}`,
      {
        bold: true,
        size: 10,
        color: look.color,
        fill: look.fill,
        border: LINE,
        align: 'left',
      } satisfies CellStyle,
    ]),
  ),
}

/** Conditional formats: the level cell by level, and the edge of a cell at fault. */
export const conditionalStyles: Readonly<Record<string, ConditionalStyle>> = Object.fromEntries(
  levels.flatMap((look): (readonly [string, ConditionalStyle])[] => [
    [look.level, { bold: true, color: look.color, fill: look.fill }],
    [`${look.level}-edge`, { border: look.border }],
  ]),
)
