import type { Workbook } from '../../table/index.ts'
import { type WorkbookError, WorkbookFault, settleFault } from '../workbookError.ts'
import { type Codec, type ZipArchive, inflateEntry, inflateStream, readDirectory } from '../zip/index.ts'
import { decodeFile, findEncoding } from './findEncoding.ts'
import { readBySheetjs, type ReadLegacy } from './readBySheetjs.ts'
import { readCsv } from './readCsv.ts'
import { readHtml } from './readHtml.ts'
import { wordsFor } from './readingNotes.ts'
import { hasStream, isAllZero, sniffFormat } from './sniffFormat.ts'
import { type OnProgress, readXlsx } from './xlsx/readXlsx.ts'

export type WorkbookOpening =
  | { readonly ok: true; readonly workbook: Workbook }
  | { readonly ok: false; readonly error: WorkbookError }

export interface OpenOptions {
  /** Told how far reading has come, 0 to 1; only .xlsx and .xlsm report on the way. */
  readonly onProgress?: OnProgress
  /** Reads .xls, .xlsb, .ods and XML 2003; in this thread unless told. */
  readonly readLegacy?: ReadLegacy
}

/**
 * Reads a ledger file of any kind into columns: .xlsx, .xlsm, .xls, .et, .xlsb, .ods, XML 2003, HTML and text tables.
 * What a file is, its bytes say; the name is only shown. Never throws for a bad file.
 */
export async function openWorkbook(
  bytes: Uint8Array,
  fileName: string,
  codec: Codec,
  options: OpenOptions = {},
): Promise<WorkbookOpening> {
  try {
    const readLegacy: ReadLegacy =
      options.readLegacy ?? ((source, format, name) => readBySheetjs(source, format, name, codec))
    const workbook = await readAny(bytes, fileName, codec, readLegacy, options.onProgress)
    options.onProgress?.(1)
    return { ok: true, workbook: withNameNote(workbook) }
  } catch (caught) {
    return { ok: false, error: settleFault(caught, fileName) }
  }
}

async function readAny(
  bytes: Uint8Array,
  fileName: string,
  codec: Codec,
  readLegacy: ReadLegacy,
  onProgress: OnProgress | undefined,
): Promise<Workbook> {
  switch (sniffFormat(bytes)) {
    case 'empty':
      throw new WorkbookFault('empty')
    case 'zip':
      return readZipped(bytes, fileName, codec, readLegacy, onProgress)
    case 'compound':
      if (hasStream(bytes, 'EncryptedPackage')) throw new WorkbookFault('password')
      if (hasStream(bytes, 'Workbook') || hasStream(bytes, 'Book')) return readLegacy(bytes, 'xls', fileName)
      throw new WorkbookFault(isWhole(bytes) ? 'notAWorkbook' : 'truncated')
    case 'biff':
      return readLegacy(bytes, 'xls', fileName)
    case 'text':
      return readTextual(bytes, fileName, codec, readLegacy)
    case 'encryptedByCompany':
      throw new WorkbookFault('encryptedByCompany')
    case 'other':
      throw new WorkbookFault(isAllZero(bytes) ? 'truncated' : 'notAWorkbook')
  }
}

/** A compound file keeps its directory near the end; where that is missing, so is the rest. */
function isWhole(bytes: Uint8Array): boolean {
  if (bytes.length < 512) return false
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const sectorSize = 2 ** view.getUint16(30, true)
  return (view.getUint32(48, true) + 2) * sectorSize <= bytes.length
}

async function readZipped(
  bytes: Uint8Array,
  fileName: string,
  codec: Codec,
  readLegacy: ReadLegacy,
  onProgress: OnProgress | undefined,
): Promise<Workbook> {
  const archive = readDirectory(bytes)
  const workbook = await readXlsx(archive, codec, fileName, onProgress)
  if (workbook) return workbook
  if (archive.byName.has('xl/workbook.bin')) {
    await proveSizes(archive, codec)
    return readLegacy(bytes, 'xlsb', fileName)
  }
  const mimetype = archive.byName.get('mimetype')
  const kind = mimetype ? codec.decodeText(await inflateEntry(mimetype, codec), 0, mimetype.size) : ''
  if (kind.startsWith('application/vnd.oasis.opendocument.spreadsheet')) {
    await proveSizes(archive, codec)
    const manifest = archive.byName.get('META-INF/manifest.xml')
    const entries = manifest ? codec.decodeText(await inflateEntry(manifest, codec), 0, manifest.size) : ''
    if (entries.includes('encryption-data')) throw new WorkbookFault('password')
    return readLegacy(bytes, 'ods', fileName)
  }
  throw new WorkbookFault(archive.byName.has('Index/Document.iwa') ? 'unsupported' : 'notAWorkbook')
}

/** Inflates everything once and keeps nothing: a library that trusts the declared sizes must not meet a lie. */
async function proveSizes(archive: ZipArchive, codec: Codec): Promise<void> {
  for (const entry of archive.entries) for await (const _ of inflateStream(entry, codec)) void _
}

/** Less than this share of a text may be unreadable before it is taken for no text at all. */
const BAD_SHARE = 0.01

async function readTextual(
  bytes: Uint8Array,
  fileName: string,
  codec: Codec,
  readLegacy: ReadLegacy,
): Promise<Workbook> {
  const { encoding, guessed } = findEncoding(bytes)
  const text = decodeFile(bytes, encoding)
  if (text.trim() === '') throw new WorkbookFault('empty')
  const bad = text.split('\uFFFD').length - 1
  if (bad > text.length * BAD_SHARE) throw new WorkbookFault('notAWorkbook')

  const workbook = await readMarkupOrCsv(text, fileName, codec, readLegacy)
  const notes = [...workbook.notes]
  if (guessed) notes.push(wordsFor('encodingGuessed', undefined, { encoding: encoding.toUpperCase() }))
  if (bad > 0) notes.push(wordsFor('badCharacters', undefined, { count: String(bad) }))
  return { ...workbook, notes }
}

async function readMarkupOrCsv(
  text: string,
  fileName: string,
  codec: Codec,
  readLegacy: ReadLegacy,
): Promise<Workbook> {
  const start = text.slice(0, 4096).trimStart()
  if (!start.startsWith('<')) {
    if (/^MIME-Version:/i.test(start)) throw new WorkbookFault('unsupported')
    return readCsv(text, fileName, codec)
  }
  if (/<!DOCTYPE(?!\s+html)/i.test(start)) throw new WorkbookFault('forbiddenMarkup')
  if (start.includes('urn:schemas-microsoft-com:office:spreadsheet') && /<(\w+:)?Workbook[\s>]/.test(start)) {
    return readLegacy(text, 'xml2003', fileName)
  }
  if (start.includes('application/vnd.oasis.opendocument.spreadsheet')) {
    return readLegacy(text, 'ods', fileName)
  }
  if (start.startsWith('<?xml') && !/<(html|table)/i.test(text)) throw new WorkbookFault('notAWorkbook')
  return readHtml(text, fileName, codec)
}

/** File name endings and the formats they promise. */
const promised: Readonly<Record<string, readonly Workbook['format'][]>> = {
  xlsx: ['xlsx'],
  xlsm: ['xlsx'],
  xls: ['xls'],
  et: ['xls', 'xlsx'],
  xlsb: ['xlsb'],
  ods: ['ods'],
  csv: ['csv'],
}

const formatNames: Readonly<Record<Workbook['format'], string>> = {
  xlsx: 'Excel 工作簿（.xlsx）',
  xls: 'Excel 97-2003 工作簿（.xls）',
  xlsb: 'Excel 二进制工作簿（.xlsb）',
  ods: 'OpenDocument 表格（.ods）',
  csv: '文本表格（.csv）',
  html: '网页表格（HTML）',
  xml2003: 'XML 表格 2003',
  excel: 'Excel',
  page: '网页',
}

function withNameNote(workbook: Workbook): Workbook {
  const extension = /\.(\w+)$/.exec(workbook.fileName)?.[1]?.toLowerCase() ?? ''
  const formats = promised[extension]
  if (!formats || formats.includes(workbook.format)) return workbook
  const note = wordsFor('notWhatItSays', undefined, {
    extension: `.${extension}`,
    format: formatNames[workbook.format],
  })
  return { ...workbook, notes: [...workbook.notes, note] }
}
