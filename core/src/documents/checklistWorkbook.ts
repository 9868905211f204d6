import { formatIsoDay } from '../calendar/index.ts'
import type { LoanChecklist } from '../checklist/index.ts'
import { writeAnnotationWorkbook, type Codec } from '../workbook/index.ts'
import { checklistEntries } from './gather/checklistRows.ts'
import { messages } from './messages.ts'

/**
 * A loan's checklist as a workbook of one sheet: the lines of the .docx, to be sorted, sent on and kept. `head` says
 * whose it is: customer, then number of the loan, each '' where unknown.
 */
export function writeChecklistWorkbook(
  list: LoanChecklist,
  [customer, loan]: readonly [customer: string, loan: string],
  codec: Codec,
): Promise<Uint8Array> {
  const { title, columns } = messages.checklistSheet
  const { loanType, stage, progress, asOf } = list
  const facts = [
    [customer, loan].filter((part) => part !== '').join(messages.between),
    [
      loanType?.name ?? messages.noType,
      stage ? messages.stage(stage.name, stage.because) : messages.noStage,
    ].join(messages.sentence),
    [asOf === null ? '' : formatIsoDay(asOf), messages.progress(progress.done, progress.total, '项')]
      .filter((part) => part !== '')
      .join(messages.sentence),
  ]
  const sheet = {
    name: title,
    title,
    subtitles: facts.filter((part) => part !== ''),
    widths: [6, 46, 12, 6, 56, 22, 16],
    list: true,
    blocks: [
      {
        title: '',
        note: '',
        columns: columns.map(([name, align]) => ({ title: name, align })),
        rows: checklistEntries(list).map((entry) =>
          columns.map(([name]) => (name === '序号' ? Number(entry[name]) : String(entry[name] ?? ''))),
        ),
      },
    ],
  }
  return writeAnnotationWorkbook({ asOf, sheets: [], ownSheets: [sheet] }, codec)
}
