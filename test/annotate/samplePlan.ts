import { parseIsoDay } from '@postloan/core/calendar'
import { type AnnotationPlan, type Level, type RowAnnotation, ownSheetNames } from '@postloan/core/workbook'

const LEVELS: readonly Level[] = ['serious', 'warning', 'attention', 'notice', 'incomplete']

/** A plan for a ledger: every second row between the two given has a finding, in the levels by turns. */
export function samplePlan(
  sheet: string,
  headerRows: readonly [number, number],
  rows: readonly [number, number],
  firstFreeColumn: number,
): AnnotationPlan {
  const annotated: RowAnnotation[] = []
  for (let row = rows[0]; row <= rows[1]; row += 2)
    annotated.push(sampleRow(row, LEVELS[(row >> 1) % 5] ?? 'notice'))
  return {
    asOf: parseIsoDay('2026-10-31'),
    sheets: [{ sheet, headerRows, firstFreeColumn, rows: annotated }],
    ownSheets: [
      {
        name: ownSheetNames.summary,
        title: ownSheetNames.summary,
        subtitles: ['数据日期 2026-10-31'],
        widths: [20, 10, 10, 40],
        list: false,
        charts: [
          {
            title: '发现 & <项数>',
            kind: 'column',
            block: '一、发现',
            over: [4, 6],
            names: 0,
            series: [{ column: 1, color: '006CBF' }],
            colors: ['C50F1F'],
            most: 1,
          },
        ],
        blocks: [
          {
            title: '一、发现',
            note: '',
            columns: [
              { title: '级别', align: 'left' },
              { title: '发现', align: 'right' },
              { title: '图示', align: 'left', across: 2 },
            ],
            rows: [
              [{ kind: 'level', level: 'serious' }, 12, '见清单'],
              ['=1+1 & "<文字>"', { kind: 'percent', value: 0.5 }, { kind: 'day', day: 20_757 }],
            ],
          },
        ],
      },
      {
        name: ownSheetNames.list,
        title: ownSheetNames.list,
        subtitles: ['各项发现'],
        widths: [12, 40, 12],
        list: true,
        blocks: [
          {
            title: '',
            note: '',
            columns: [
              { title: '级别', align: 'left' },
              { title: '说明', align: 'left' },
              { title: '所在单元格', align: 'center' },
            ],
            rows: annotated.map((row) => [
              { kind: 'level', level: row.level },
              row.item,
              { kind: 'link', text: `A${row.row}`, sheet, cell: `A${row.row}` },
            ]),
          },
        ],
      },
    ],
  }
}

function sampleRow(row: number, level: Level): RowAnnotation {
  return {
    row,
    level,
    item: `=HYPERLINK("x") 逾期 ${row} 天 <五级分类> & 仍为"正常"\u0001\uFFFE_x0041_`,
    basis: '《办法》第十条（已核原文）',
    remedy: '至少归为关注类',
    deadline: level === 'incomplete' ? null : parseIsoDay('2026-11-03'),
    owner: '周敏',
    key: `JK-${row}`,
    label: [`JK-${row}`, '客户'],
    faults: level === 'notice' ? [] : [1, 2],
  }
}
