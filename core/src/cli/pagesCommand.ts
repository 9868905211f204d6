import { parseArgs } from 'node:util'

import {
  decodePage,
  findOnPages,
  lintPageMap,
  readSavedPage,
  type Found,
  type SavedPage,
} from '../check/pack/index.ts'
import { packSchema, pageMapSchema, type PackPageMap } from '../policy/pack/index.ts'
import { readBytes } from '../workbook/node/index.ts'
import { help, packOptions, runSubcommand, word, type CommandRead } from './commandLine.ts'
import { pagesMessages as words } from './pagesMessages.ts'
import { loadPacks, readText } from './policyFiles.ts'
import { policyInForce } from './policyInForce.ts'
import { explainOptions } from './readArguments.ts'
import { refuse } from './refuse.ts'
import type { Terminal } from './runCheck.ts'
import { formatTable } from './textWidth.ts'

interface PagesArguments {
  readonly files: readonly string[]
  readonly policies: readonly string[]
  readonly trust: readonly string[]
  readonly page: string | null
}

type Run = (given: PagesArguments, terminal: Terminal) => Promise<0 | 1 | 2>

const commands: ReadonlyMap<string, { readonly run: Run; readonly usage: string; readonly files: number }> =
  new Map([
    ['lint', { run: lintPages, usage: 'lint <配置>', files: 1 }],
    ['test', { run: testPages, usage: 'test <配置> <保存的页面.html>', files: 2 }],
  ])

/** `postloan pages …`: page maps of the browser extension, looked through and tried without a browser. */
export function runPages(written: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  return runSubcommand(written, commands, readOptions, words, terminal)
}

function readOptions(rest: readonly string[]): CommandRead<PagesArguments> {
  try {
    const options = { ...packOptions, page: word, help } as const
    const { values, positionals } = parseArgs({ args: [...rest], options, allowPositionals: true })
    if (values.help) return { ok: true, given: 'help' }
    const { policy: policies = [], trust = [], page = null } = values
    return { ok: true, given: { files: positionals, policies, trust, page } }
  } catch (caught) {
    return { ok: false, message: explainOptions(caught) }
  }
}

/** 0 nothing wrong, 1 hints only, 2 errors. */
async function lintPages(given: PagesArguments, terminal: Terminal): Promise<0 | 1 | 2> {
  const base = await loadPacks(given.policies, given.trust, { pin: false })
  if (base.errors.length > 0)
    return refuse(
      terminal,
      base.errors.map(({ message }) => message),
    )
  let worst: 0 | 1 | 2 = 0
  for (const file of given.files) {
    const read = await readMaps(file)
    if (!read.ok) return refuse(terminal, read.message)
    // a pack's own fields may be named by its own maps
    const own = read.isPack ? await loadPacks([file], given.trust, { pin: false }) : null
    const policy = policyInForce([...base.layers, ...(own?.layers ?? [])])
    let [errors, hints] = [0, 0]
    const lines: string[] = []
    for (const map of read.maps) {
      const faults = lintPageMap(map, policy)
      const name = nameOf(map)
      lines.push(
        faults.length === 0
          ? words.lint.sound(name, map.fields.length)
          : words.lint.map(name, map.fields.length),
      )
      for (const { level, part, at, message } of faults) {
        const place = part === 'fields' ? `${map.fields[at]?.field ?? ''}：` : ''
        lines.push(`  ${words.lint.level[level]}  ${place}${message}`)
        if (level === 'error') errors += 1
        else hints += 1
      }
    }
    if (errors + hints > 0) lines.push(words.lint.total(errors, hints))
    if (errors > 0) worst = 2
    else if (hints > 0 && worst === 0) worst = 1
    await terminal.out.write(`${lines.join('\n')}\n`)
  }
  return worst
}

/** 0 every field was found once, 1 not. */
async function testPages(given: PagesArguments, terminal: Terminal): Promise<0 | 1 | 2> {
  const [file = '', ...saved] = given.files
  const read = await readMaps(file)
  if (!read.ok) return refuse(terminal, read.message)
  const known = read.maps.map(({ id }) => id)
  const map = given.page === null ? read.maps[0] : read.maps.find(({ id }) => id === given.page)
  if (!map) return refuse(terminal, words.noSuchMap(given.page ?? '', known))
  if (given.page === null && read.maps.length > 1) return refuse(terminal, words.which(known))
  const pages: SavedPage[] = []
  for (const name of saved) {
    const page = await readBytes(name)
    if (!page.ok) return refuse(terminal, words.refused(name, page.error.message))
    pages.push(readSavedPage(decodePage(page.bytes)))
  }
  const lines = map.fields.map(({ field, at }) => ({ field, at, found: findOnPages(at, pages) }))
  const rows = lines.map(({ field, at, found }) => [
    field,
    at.label === undefined
      ? words.test.bySelector(at.selector ?? '')
      : words.test.byLabel(at.label, at.ordinal),
    resultOf(found),
  ])
  const count = lines.filter(({ found }) => found === 1).length
  const { title } = map
  const otherTitle =
    title !== undefined && !pages.some(({ texts }) => texts.some((text) => text.includes(title)))
  await terminal.out.write(
    `${[
      words.test.title(nameOf(map), count, lines.length),
      ...(otherTitle ? [words.test.otherTitle(title)] : []),
      ...formatTable([words.test.header, ...rows], '  '),
      words.test.note,
    ].join('\n')}\n`,
  )
  return count === lines.length ? 0 : 1
}

function resultOf(found: Found): string {
  if (found === null) return words.test.inBrowser
  if (found === 0) return words.test.missing
  return found === 1 ? words.test.found : words.test.several(found)
}

function nameOf({ id, name }: PackPageMap): string {
  return name === undefined ? id : `${name}（${id}）`
}

type ReadMaps =
  | { readonly ok: true; readonly maps: readonly PackPageMap[]; readonly isPack: boolean }
  | { readonly ok: false; readonly message: string }

/** Page maps of a pack, or of a file that the extension wrote. */
async function readMaps(file: string): Promise<ReadMaps> {
  const read = await readText(file)
  if (!read.ok) return { ok: false, message: read.message }
  let json: unknown
  try {
    json = JSON.parse(read.text)
  } catch {
    return { ok: false, message: words.notMaps(file) }
  }
  const pack = packSchema.safeParse(json)
  if (pack.success) {
    const maps = pack.data.pageMaps ?? []
    return maps.length === 0 ? { ok: false, message: words.notMaps(file) } : { ok: true, maps, isPack: true }
  }
  const list = typeof json === 'object' && json !== null && 'pageMaps' in json ? json.pageMaps : json
  const maps = pageMapSchema.array().safeParse(list)
  if (maps.success && maps.data.length > 0) return { ok: true, maps: maps.data, isPack: false }
  const fault = maps.success ? undefined : maps.error.issues[0]
  const place = fault?.path.join('.') ?? ''
  return { ok: false, message: fault && place !== '' ? words.refused(file, place) : words.notMaps(file) }
}
