import { columnLetters } from '@postloan/core/table'
import { strFromU8, unzipSync } from 'fflate'

import { partOf } from './editCells.ts'

/**
 * What a sheet of the template asks of a program, each thing as one line that reads the same whoever wrote the file. Of
 * the lists, checks and protection nothing is allowed to differ but how LibreOffice writes it: attributes at their
 * defaults said or left out, TRUE and FALSE as 1 and 0, a second bound of 0 where there is none, colours of a fill in `bgColor` alone.
 */
export interface SheetPromises {
  readonly checks: readonly string[]
  readonly looks: readonly string[]
  readonly protection: string
  /** Cells that can be typed into though the sheet is protected, in the first rows. */
  readonly open: readonly string[]
}

type Tag = Readonly<Record<string, string>>

export function promisesOf(bytes: Uint8Array, sheet: string): SheetPromises {
  const parts = unzipSync(bytes)
  const read = (name: string): string => strFromU8(parts[name] ?? new Uint8Array())
  const xml = read(partOf(bytes, sheet))
  const styles = read('xl/styles.xml')
  const dxfs = elements(inside(styles, 'dxfs'), 'dxf').map(([, body]) => body)
  const unlocked = elements(inside(styles, 'cellXfs'), 'xf').map(([, body]) =>
    /<protection[^>]*locked="(?:0|false)"/.test(body),
  )
  return {
    checks: elements(inside(xml, 'dataValidations'), 'dataValidation').map(checkLine).toSorted(),
    looks: [
      ...xml.matchAll(/<conditionalFormatting [^>]*sqref="([^"]+)"[^>]*>(.*?)<\/conditionalFormatting>/gs),
    ]
      .flatMap(([, range = '', body = '']) =>
        elements(body, 'cfRule').map(([tag, inner]) => {
          const look = dxfs[Number(tag['dxfId'])] ?? ''
          return {
            order: Number(tag['priority']),
            line: [range, tag['type'], formula(inner, ''), ...lookOf(look)],
          }
        }),
      )
      .toSorted((a, b) => a.order - b.order)
      .map(({ line }) => line.join(' | ')),
    protection: elements(xml, 'sheetProtection')
      .map(([tag]) => protectionLine(tag))
      .join(),
    open: openCells(xml, unlocked),
  }
}

const lastRow = 30
const lastColumn = 120

/** Cells that can be typed into, by their own look, else their column's: programs write either. */
function openCells(xml: string, unlocked: readonly boolean[]): readonly string[] {
  const own = new Map(
    [...xml.matchAll(/<c r="([A-Z]+\d+)"(?: s="(\d+)")?/g)].map(([, cell = '', style = '0']) => [
      cell,
      style,
    ]),
  )
  const columns = elements(inside(xml, 'cols'), 'col').map(([tag]) => tag)
  return Array.from({ length: lastRow }, (_, row) => row + 1).flatMap((row) =>
    Array.from({ length: lastColumn }, (_, column) => column).flatMap((column) => {
      const cell = `${columnLetters(column)}${row}`
      const around = columns.find(({ min, max }) => Number(min) <= column + 1 && column + 1 <= Number(max))
      return unlocked[Number(own.get(cell) ?? around?.['style'] ?? 0)] ? [cell] : []
    }),
  )
}

/** Names of the workbook that people and formulas use: what each refers to. */
export function namesOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  const xml = strFromU8(unzipSync(bytes)['xl/workbook.xml'] ?? new Uint8Array())
  return new Map(
    elements(inside(xml, 'definedNames'), 'definedName')
      .map(([tag, body]) => [`${tag['name']} ${tag['localSheetId'] ?? ''}`.trim(), plain(body)] as const)
      .map(([name, refersTo]) => [name, refersTo.split(',').toSorted().join()]),
  )
}

function checkLine([tag, body]: readonly [Tag, string]): string {
  const { type = '', sqref } = tag
  const bounds = /decimal|whole|date|textLength/.test(type)
  return [
    sqref,
    type,
    bounds ? (tag['operator'] ?? 'between') : '',
    formula(body, '1')
      .replace(/^TRUE$/, '1')
      .replace(/^FALSE$/, '0'),
    bounds ? formula(body, '2') : '',
    isOn(tag['allowBlank']),
    isOn(tag['showInputMessage']),
    isOn(tag['showErrorMessage']),
    isOn(tag['showDropDown']),
    tag['errorStyle'] ?? 'stop',
    ...['promptTitle', 'prompt', 'errorTitle', 'error'].map((name) => plain(tag[name] ?? '')),
  ].join(' | ')
}

/** 1 forbids; what is not said is forbidden, but selecting cells, and editing objects and scenarios. */
function protectionLine(tag: Tag): string {
  const allowed = ['selectLockedCells', 'selectUnlockedCells', 'objects', 'scenarios']
  const rest = [
    'formatCells',
    'formatColumns',
    'formatRows',
    'insertRows',
    'deleteRows',
    'sort',
    'autoFilter',
  ]
  return [
    ...['sheet', ...allowed].map((name) => `${name}=${isOn(tag[name])}`),
    ...rest.map((name) => `${name}=${isOn(tag[name] ?? '1')}`),
  ].join(' ')
}

/** Letters, bold and fill of a conditional look. */
function lookOf(dxf: string): readonly string[] {
  const color = (part: string, name: string): string =>
    new RegExp(`<${name} rgb="(\\w+)"`).exec(inside(dxf, part))?.[1] ?? ''
  return [
    color('font', 'color'),
    /<b(?: val="(?:1|true)")?\/>/.test(dxf) ? 'bold' : '',
    color('fill', 'bgColor'),
  ]
}

function isOn(value: string | undefined): 0 | 1 {
  return value === '1' || value === 'true' ? 1 : 0
}

function formula(body: string, which: string): string {
  return plain(inside(body, `formula${which}`))
}

function inside(xml: string, name: string): string {
  return new RegExp(`<${name}(?: [^>]*)?>(.*?)</${name}>`, 's').exec(xml)?.[1] ?? ''
}

function elements(xml: string, name: string): (readonly [Tag, string])[] {
  const found = xml.matchAll(new RegExp(`<${name}((?: [^>]*?)?)(?:/>|>(.*?)</${name}>)`, 'gs'))
  return [...found].map(([, attributes = '', body = '']) => [
    Object.fromEntries([...attributes.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key, value]) => [key, value])),
    body,
  ])
}

function plain(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&apos;', "'")
    .replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&amp;', '&')
}
