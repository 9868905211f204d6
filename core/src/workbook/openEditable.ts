import { hasStream } from './read/sniffFormat.ts'
import { WorkbookFault } from './workbookError.ts'
import { type ZipArchive, readDirectory } from './zip/index.ts'

/** The archive of a file that may be annotated in place; other kinds of file are told apart. */
export function openEditable(bytes: Uint8Array): ZipArchive {
  if (bytes.length === 0) throw new WorkbookFault('empty')
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new WorkbookFault(hasStream(bytes, 'EncryptedPackage') ? 'password' : 'legacyFormat')
  }
  if (!startsWith(bytes, [0x50, 0x4b])) throw new WorkbookFault('legacyFormat')
  const archive = readDirectory(bytes)
  if (!archive.byName.has('[Content_Types].xml')) throw new WorkbookFault('legacyFormat')
  return archive
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte)
}
