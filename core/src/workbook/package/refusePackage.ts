import { WorkbookFault } from '../workbookError.ts'
import type { OfficePackage } from './officePackage.ts'
import { attribute, openTag, rootOf } from './xml.ts'

/**
 * The name of the workbook part, when this package may be saved again.
 * @throws WorkbookFault `signed` (saving breaks the signature), `strictFormat`, `binaryFormat` (.xlsb),
 * `notAWorkbook`: such a file gets a separate workbook with the annotations instead.
 */
export async function workbookPartOf(pack: OfficePackage): Promise<string> {
  const ofPackage = await pack.relationships('')
  const signed =
    ofPackage.some((one) => one.type === 'origin') ||
    pack.names().some((name) => /^_xmlsignatures\//i.test(name))
  if (signed) throw new WorkbookFault('signed')
  const workbook = ofPackage.find((one) => one.type === 'officeDocument' && !one.external)?.target
  if (workbook === undefined || !pack.has(workbook)) throw new WorkbookFault('notAWorkbook')

  if (/\.bin$/i.test(workbook) || (await pack.contentTypeOf(workbook)).includes('binary')) {
    throw new WorkbookFault('binaryFormat')
  }
  const xml = await pack.text(workbook)
  const root = openTag(xml, rootOf(xml))
  if (/purl\.oclc\.org\/ooxml\/spreadsheetml/.test(root) || attribute(root, 'conformance') === 'strict') {
    throw new WorkbookFault('strictFormat')
  }
  if (!/schemas\.openxmlformats\.org\/spreadsheetml\/2006\/main/.test(root)) {
    throw new WorkbookFault('notAWorkbook')
  }
  return workbook
}
