/**
 * Text as it is written between tags or in an attribute. Control characters, U+FFFE and U+FFFF, which XML cannot
 * hold, and half surrogates are written in the `_xHHHH_` way of the format; text that looks like that is protected.
 */
export function escapeText(text: string): string {
  if (!SPECIAL.test(text)) return text
  return text
    .replace(/_x[0-9A-Fa-f]{4}_/g, (match) => `_x005F${match}`)
    .replace(/[&<>"]/g, (c) => ENTITIES[c] ?? c)
    .replace(UNWRITABLE, (c) => `_x${c.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`)
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const CONTROLS = String.raw`\u0000-\u0008\u000b-\u001f\ufffe\uffff`
const HALF_SURROGATES = String.raw`[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]`
const UNWRITABLE = new RegExp(`[${CONTROLS}]|${HALF_SURROGATES}`, 'g')
const SPECIAL = new RegExp(String.raw`[&<>"_${CONTROLS}\ud800-\udfff]`)

/** Excel takes at most this many characters in a cell; longer text makes it repair the file. */
const CELL_TEXT_LIMIT = 32_767

/** Cell text: as `escapeText`, cut to what a cell can hold. */
export function escapeCellText(text: string): string {
  return escapeText(text.length > CELL_TEXT_LIMIT ? `${text.slice(0, CELL_TEXT_LIMIT - 1)}…` : text)
}
