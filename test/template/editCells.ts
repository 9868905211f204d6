import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** Changes a part of a workbook's file. */
export function editPart(bytes: Uint8Array, part: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes)
  const found = parts[part]
  if (!found) throw new Error(`no ${part}`)
  return zipSync({ ...parts, [part]: strToU8(change(strFromU8(found))) })
}

/** The part of a sheet, by its name. */
export function partOf(bytes: Uint8Array, sheet: string): string {
  const workbook = strFromU8(unzipSync(bytes)['xl/workbook.xml'] ?? new Uint8Array())
  const names = [...workbook.matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(([, name]) => name)
  if (!names.includes(sheet)) throw new Error(`no sheet ${sheet}`)
  return `xl/worksheets/sheet${names.indexOf(sheet) + 1}.xml`
}

/** Types texts and numbers into cells of a sheet, as a person would; null clears a cell. The looks stay. */
export function typeInto(
  bytes: Uint8Array,
  sheet: string,
  cells: Readonly<Record<string, string | number | null>>,
): Uint8Array {
  return editPart(bytes, partOf(bytes, sheet), (xml) =>
    Object.entries(cells).reduce((text, [cell, value]) => withCell(text, cell, value), xml),
  )
}

function withCell(xml: string, cell: string, value: string | number | null): string {
  const row = Number(cell.replace(/^[A-Z]+/, ''))
  const made = (look: string): string =>
    value === null
      ? `<c r="${cell}"${look}/>`
      : typeof value === 'number'
        ? `<c r="${cell}"${look}><v>${value}</v></c>`
        : `<c r="${cell}"${look} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
  const line = new RegExp(`<row r="${row}"[^>]*?(?:/>|>.*?</row>)`, 's').exec(xml)?.[0]
  if (line === undefined) {
    // after the last row that stands above it
    const rows = [...xml.matchAll(/<row r="(\d+)"[^>]*?(?:\/>|>.*?<\/row>)/gs)]
    const before = rows.findLast(([, number]) => Number(number) < row)
    const at = before ? before.index + before[0].length : xml.indexOf('<sheetData>') + '<sheetData>'.length
    return `${xml.slice(0, at)}<row r="${row}">${made('')}</row>${xml.slice(at)}`
  }
  const old = new RegExp(`<c r="${cell}"[^>]*?(?:/>|>.*?</c>)`, 's').exec(line)?.[0]
  if (old !== undefined) {
    const look = / s="\d+"/.exec(old.split('>')[0] ?? '')?.[0] ?? ''
    return xml.replace(line, () => line.replace(old, () => made(look)))
  }
  const opened = line.endsWith('/>') ? `${line.slice(0, -2)}></row>` : line
  const after = [...opened.matchAll(/<c r="([A-Z]+)\d+"/g)].find(
    ([, letters = '']) => columnOf(letters) > columnOf(cell.replace(/\d+$/, '')),
  )
  const at = after?.index ?? opened.length - '</row>'.length
  return xml.replace(line, () => opened.slice(0, at) + made('') + opened.slice(at))
}

function columnOf(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Gives a sheet another name, as a person would by its tab. */
export function renameSheet(bytes: Uint8Array, sheet: string, name: string): Uint8Array {
  return editPart(bytes, 'xl/workbook.xml', (xml) =>
    xml.replace(`name="${sheet}"`, `name="${name}"`).replaceAll(`${sheet}!`, `${name}!`),
  )
}

/** Takes a sheet away; its part stays, unreachable, as some programs leave it. */
export function dropSheet(bytes: Uint8Array, sheet: string): Uint8Array {
  return editPart(bytes, 'xl/workbook.xml', (xml) =>
    xml.replace(new RegExp(`<sheet [^>]*name="${sheet}"[^>]*/>`), ''),
  )
}

/** Hangs a note on a cell of a sheet that has none yet. */
export function noteOn(bytes: Uint8Array, sheet: string, cell: string, text: string): Uint8Array {
  const part = partOf(bytes, sheet)
  const parts = unzipSync(bytes)
  const rels = `${part.replace('worksheets/', 'worksheets/_rels/')}.rels`
  const known = parts[rels]
    ? strFromU8(parts[rels])
    : '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
  const target = '/xl/commentsOfTest.xml'
  const relation = `<Relationship Id="rIdNote" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="${target}"/>`
  const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array())
  const type = `<Override PartName="${target}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>`
  return zipSync({
    ...parts,
    [rels]: strToU8(known.replace('</Relationships>', `${relation}</Relationships>`)),
    '[Content_Types].xml': strToU8(types.replace('</Types>', `${type}</Types>`)),
    'xl/commentsOfTest.xml': strToU8(
      `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>某某</author></authors><commentList><comment ref="${cell}" authorId="0"><text><r><t>${escaped(text)}</t></r></text></comment></commentList></comments>`,
    ),
  })
}
