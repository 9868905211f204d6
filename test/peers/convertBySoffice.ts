import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

export interface Conversion {
  readonly from?: 'xlsx' | 'xlsm'
  /** `xlsx` is LibreOffice's own saving of the file. */
  readonly to: 'xlsx' | 'xls' | 'ods' | 'pdf' | 'csv'
  /** Calculates every formula anew; else it shows the stored results of a file it did not write. */
  readonly recalculate?: boolean
}

const alwaysCalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`

/** What LibreOffice makes of a file. Throws with what it printed where it makes nothing of it twice. */
export function convertBySoffice(soffice: string, bytes: Uint8Array, conversion: Conversion): Uint8Array {
  // it dies now and then for no fault of the file, mostly at the start of a new profile: that is no answer
  const first = tryOnce(soffice, bytes, conversion)
  if (typeof first !== 'string') return first
  const second = tryOnce(soffice, bytes, conversion)
  if (typeof second !== 'string') return second
  throw new Error(`LibreOffice does not convert the file:\n${first}\n${second}`)
}

function tryOnce(
  soffice: string,
  bytes: Uint8Array,
  { from = 'xlsx', to, recalculate = false }: Conversion,
): Uint8Array | string {
  const folder = mkdtempSync(join(tmpdir(), 'postloan-office-'))
  try {
    if (recalculate) {
      mkdirSync(join(folder, 'profile', 'user'), { recursive: true })
      writeFileSync(join(folder, 'profile', 'user', 'registrymodifications.xcu'), alwaysCalculate)
    }
    const file = join(folder, `in.${from}`)
    writeFileSync(file, bytes)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const target = to === 'csv' ? 'csv:Text - txt - csv (StarCalc):44,34,76,1' : to
    const { status, signal, stderr } = spawnSync(
      soffice,
      [profile, '--headless', '--convert-to', target, '--outdir', join(folder, 'out'), file],
      { encoding: 'utf8', timeout: 150_000 },
    )
    if (status !== 0) return `${signal ?? `exit code ${status}`}: ${stderr}`
    return new Uint8Array(readFileSync(join(folder, 'out', `in.${to}`)))
  } catch (caught) {
    return String(caught)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
