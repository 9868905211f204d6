import { ownSheetNames } from '../annotation.ts'
import { comparisonWords } from '../comparisonWords.ts'
import { PackageParts, readWorkbookPart } from '../read/xlsx/packageParts.ts'
import { sheetWords } from '../sheetWords.ts'
import { WorkbookFault } from '../workbookError.ts'
import { type Codec, readDirectory } from '../zip/index.ts'
import { folderWords } from './words.ts'

const ours: ReadonlySet<string> = new Set([
  ...Object.values(folderWords.names),
  ...Object.values(comparisonWords.names),
  ...Object.values(ownSheetNames),
])
const separate = sheetWords.separate('')

/**
 * True for a workbook that only holds what we wrote about ledgers (a summary, a comparison, annotations apart from their
 * ledger): known by the names of all its sheets, which every program keeps. One sheet that is not ours makes it a ledger.
 */
export async function isOwnReport(bytes: Uint8Array, codec: Codec): Promise<boolean> {
  try {
    const parts = new PackageParts(readDirectory(bytes), codec)
    const names = readWorkbookPart(await parts.text('xl/workbook.xml')).sheets.map(({ name }) => name)
    return (
      names.some((name) => ours.has(name)) &&
      names.every((name) => ours.has(name) || name.startsWith(separate))
    )
  } catch (caught) {
    // what cannot be opened is told when it is checked
    if (caught instanceof WorkbookFault) return false
    throw caught
  }
}
