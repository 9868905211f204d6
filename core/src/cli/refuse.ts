import type { FileError } from './fileReport.ts'
import type { Terminal } from './runCheck.ts'

/** Says why nothing was done; gives the exit code for that. */
export async function refuse(terminal: Terminal, said: string | readonly string[]): Promise<2> {
  const lines = typeof said === 'string' ? said : said.join('\n')
  await terminal.log.write(`${lines}\n`)
  return 2
}

/** The same for files that cannot be read or written, one below the other. */
export function refuseFiles(terminal: Terminal, errors: readonly FileError[]): Promise<2> {
  return refuse(terminal, errors.map(errorLine))
}

/** A file that failed, named once. */
export function errorLine(error: FileError): string {
  return error.message.includes(error.file) ? `  ${error.message}` : `  ${error.file}：${error.message}`
}
