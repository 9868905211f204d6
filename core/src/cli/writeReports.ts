import { planFolder } from '../workbook/folder/index.ts'
import { writeAnnotationWorkbook } from '../workbook/index.ts'
import { nodeCodec } from '../workbook/node/index.ts'
import type { FileError } from './fileReport.ts'
import { gatherReport, type Gathered } from './gatherReport.ts'
import { messages } from './messages.ts'
import { writeWhole } from './writeAnnotated.ts'

interface Targets {
  /** The report for a browser, and the workbook on many files; null where not wanted. */
  readonly html: string | null
  readonly summary: string | null
}

/** Writes what was asked for beside the check; gives the lines to say. What cannot be written is added to `errors`. */
export async function writeReports(
  targets: Targets,
  gathered: Gathered & { readonly errors: FileError[] },
): Promise<readonly string[]> {
  const { html, summary } = targets
  if (html === null && summary === null) return []
  const data = await gatherReport(gathered)
  const said: string[] = []
  const write = async (path: string, content: string | Uint8Array, line: string): Promise<void> => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    const refused = await writeWhole(path, bytes, gathered.given.force)
    if (refused) gathered.errors.push({ file: path, ...refused })
    else said.push(line)
  }
  if (html !== null) {
    // the charts' library is only read where charts are drawn
    const { reportPage } = await import('../report/page/index.ts')
    await write(html, reportPage(data), messages.report.writtenHtml(html))
  }
  if (summary !== null) {
    const bytes = await writeAnnotationWorkbook(planFolder(data), nodeCodec())
    await write(summary, bytes, messages.report.writtenSummary(summary))
  }
  return said
}
