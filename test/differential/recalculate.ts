import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** LibreOffice shows the stored results of a file it did not write, unless it is told to calculate always (0). */
const alwaysCalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`

/** The workbook (.xlsx) as LibreOffice saves it after calculating every formula anew. */
export function recalculate(soffice: string, workbook: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'postloan-calc-'))
  try {
    const settings = join(folder, 'profile', 'user')
    mkdirSync(settings, { recursive: true })
    writeFileSync(join(settings, 'registrymodifications.xcu'), alwaysCalculate)
    const file = join(folder, 'in.xlsx')
    writeFileSync(file, workbook)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    execFileSync(
      soffice,
      [profile, '--headless', '--convert-to', 'xlsx', '--outdir', join(folder, 'out'), file],
      { stdio: 'ignore', timeout: 300_000 },
    )
    return new Uint8Array(readFileSync(join(folder, 'out', 'in.xlsx')))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
