import { writeFile } from 'node:fs/promises'

import * as XLSX from 'xlsx'

import { runCli } from './runCli.ts'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly log: string
}

/** The command without a process of its own, what it printed kept. */
export async function runForTests(...words: readonly string[]): Promise<Ran> {
  let [out, log] = ['', '']
  const code = await runCli(words, {
    out: {
      async write(text) {
        out += text
      },
    },
    log: {
      async write(text) {
        log += text
      },
    },
  })
  return { code, out, log }
}

type Grid = readonly (readonly (string | number | null)[])[]

/** A workbook with these sheets, by name. */
export async function writeSheets(path: string, sheets: Readonly<Record<string, Grid>>): Promise<void> {
  const book = XLSX.utils.book_new()
  for (const [name, rows] of Object.entries(sheets)) {
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows.map((row) => [...row])), name)
  }
  await writeFile(path, new Uint8Array(XLSX.write(book, { type: 'array' }) as ArrayBuffer))
}
