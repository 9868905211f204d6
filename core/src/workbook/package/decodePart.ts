import { WorkbookFault } from '../workbookError.ts'

/**
 * The text of an XML part: UTF-8 or UTF-16, with or without a byte order mark. A UTF-16 part is written back as UTF-8,
 * so its declaration is changed here. The mark of a UTF-8 part is kept.
 * @throws WorkbookFault `unsupported` for any other encoding, which the format does not allow.
 */
export function decodePart(bytes: Uint8Array, part: string): string {
  const [a, b] = bytes
  const wide =
    a === 0xff && b === 0xfe
      ? 'utf-16le'
      : a === 0xfe && b === 0xff
        ? 'utf-16be'
        : a === 0x3c && b === 0
          ? 'utf-16le'
          : a === 0 && b === 0x3c
            ? 'utf-16be'
            : null
  if (wide) {
    const text = new TextDecoder(wide).decode(bytes)
    return text.replace(ENCODING, (_all, before: string) => `${before}"UTF-8"`)
  }
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const declared = ENCODING.exec(text.slice(0, 200))?.[2]
  if (declared !== undefined && !/^["'](utf-?8|us-ascii|ascii)["']$/i.test(declared)) {
    throw new WorkbookFault('unsupported', { part })
  }
  return text
}

const ENCODING = /^(\uFEFF?<\?xml[^>]*?encoding\s*=\s*)("[^"]*"|'[^']*')/
