import { parseIsoDay } from '../calendar/index.ts'
import { nodeCodec } from '../workbook/node/index.ts'
import { readyRows, writeTemplate } from '../workbook/template/index.ts'
import { askedFor } from './commandLine.ts'
import { openPolicy } from './openPolicy.ts'
import { refuseFiles } from './refuse.ts'
import type { Terminal } from './runCheck.ts'
import { readTemplateArguments } from './templateArguments.ts'
import { templateMessages as words } from './templateMessages.ts'
import { today } from './today.ts'
import { refuseOutput, writeWhole } from './writeAnnotated.ts'

/** `postloan template`: the workbook that a lead hands out. 0 written, 2 not. */
export async function runTemplate(args: readonly string[], terminal: Terminal): Promise<0 | 2> {
  const asked = await askedFor(readTemplateArguments('template', args), words.help.template, terminal)
  if (!asked.go) return asked.code
  const { output, force, rows, ...packs } = asked.given
  const opened = await openPolicy(packs, terminal)
  if (!opened.ok) return refuseFiles(terminal, opened.errors)
  const refused = await refuseOutput(output, [], force)
  if (refused) return refuseFiles(terminal, [{ file: output, ...refused }])
  const ready = rows === null ? readyRows : { ...readyRows, loans: rows }
  const options = { issued: parseIsoDay(today()), ready }
  const { bytes, carried } = await writeTemplate(opened.policy, nodeCodec(), options)
  const failed = await writeWhole(output, bytes, force)
  if (failed) return refuseFiles(terminal, [{ file: output, ...failed }])
  const rules = new Set(carried.map(({ rule }) => rule)).size
  await terminal.out.write(`${words.written(output)}\n${words.carried(rules, carried.length)}\n`)
  return 0
}
