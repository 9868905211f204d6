const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

/** Text between XML tags → the text a cell shows: entities, line ends, and Excel's own `_x000D_` for control characters. */
export function unescapeText(raw: string): string {
  let text = raw
  if (text.includes('&')) text = unescapeEntities(text)
  if (text.includes('\r')) text = text.replaceAll(/\r\n?/g, '\n')
  if (text.includes('_x')) {
    text = text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
  }
  return text
}

/** The five entities of XML and numbered characters; anything else stays as it is written. */
export function unescapeEntities(text: string): string {
  return text.replaceAll(
    /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w{2,4}));/g,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return named.get(name) ?? whole
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
}
