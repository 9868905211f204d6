import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { commandNames } from '../src/commands/commandNames.ts'
import { addinManifest, iconNames, iconSizes } from './addinManifest.ts'
import { checkBaseUrl } from './checkBaseUrl.ts'
import { manifestXml } from './manifestXml.ts'

const xml = manifestXml(addinManifest, 'https://intranet.example/postloan')

/** Names of the elements right inside an element, in order. */
function childrenOf(name: string, from = 0): readonly string[] {
  const open = new RegExp(`<${name}[\\s>]`).exec(xml.slice(from))
  const start = xml.indexOf('>', from + (open?.index ?? 0)) + 1
  const names: string[] = []
  let depth = 0
  for (const [, slash, child = '', , selfClosing] of xml
    .slice(start)
    .matchAll(/<(\/?)([\w:]+)([^>]*?)(\/?)>/g)) {
    if (slash === '/') depth--
    if (depth < 0) break
    if (slash === '' && depth === 0) names.push(child)
    if (slash === '' && selfClosing === '') depth++
  }
  return names
}

test.each([
  [
    'OfficeApp',
    [
      'Id',
      'Version',
      'ProviderName',
      'DefaultLocale',
      'DisplayName',
      'Description',
      'IconUrl',
      'HighResolutionIconUrl',
      'SupportUrl',
      'AppDomains',
      'Hosts',
      'Requirements',
      'DefaultSettings',
      'Permissions',
      'VersionOverrides',
    ],
  ],
  ['VersionOverrides', ['Hosts', 'Resources']],
  ['Host xsi:type="Workbook"', ['Runtimes', 'AllFormFactors', 'DesktopFormFactor']],
  ['ExtensionPoint xsi:type="CustomFunctions"', ['Script', 'Page', 'Metadata', 'Namespace']],
  ['DesktopFormFactor', ['GetStarted', 'FunctionFile', 'ExtensionPoint']],
  ['CustomTab', ['Group', 'Group', 'Group', 'Label']],
  ['Group', ['Label', 'Icon', 'Control', 'Control']],
  ['Control', ['Label', 'Supertip', 'Icon', 'Action']],
  ['Resources', ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings']],
])('what stands inside %s stands in the order the schema asks for', (name, children) => {
  expect(childrenOf(name)).toEqual(children)
})

test('every id that is named is there, and nothing lies about in the resources', () => {
  const named = new Set([...xml.matchAll(/ resid="([^"]+)"/g)].map(([, id = '']) => id))
  const there = [...xml.matchAll(/<bt:(?:Image|Url|String) id="([^"]+)"/g)].map(([, id = '']) => id)
  expect([...named].toSorted()).toEqual([...there].toSorted())
  expect(new Set(there).size).toBe(there.length)
})

test('every button calls a command that the code answers to', () => {
  const called = [...xml.matchAll(/<FunctionName>([^<]+)</g)].map(([, name = '']) => name)
  expect(called.toSorted()).toEqual(Object.values(commandNames).toSorted())
})

test('pane, commands and functions run in one runtime, and every ribbon icon has the three sizes asked for', () => {
  const resids = [...xml.matchAll(/<(?:Runtime|FunctionFile|SourceLocation) resid="([^"]+)"/g)].map(
    ([, id]) => id,
  )
  expect(new Set(resids.filter((id) => id !== 'Functions.Metadata'))).toEqual(new Set(['Taskpane.Url']))
  const icons = [...xml.matchAll(/<Icon>(.*?)<\/Icon>/gs)].map(([, inside = '']) =>
    [...inside.matchAll(/size="(\d+)"/g)].map(([, size]) => size),
  )
  expect(icons.length).toBeGreaterThan(6)
  expect(icons.every((sizes) => sizes.join() === '16,32,80')).toBe(true)
})

test('all addresses lead to the place given, over https, and every icon is there', () => {
  const addresses = [...xml.matchAll(/DefaultValue="(http[^"]+)"/g)].map(([, url]) => url ?? '')
  expect(addresses.filter((url) => !url.startsWith('https://intranet.example/postloan/'))).toEqual([])
  const icons = join(import.meta.dirname, '../public/icons')
  const missing = iconNames.flatMap((name) =>
    iconSizes
      .filter((size) => !existsSync(join(icons, `${name}-${size}.png`)))
      .map((size) => `${name}-${size}`),
  )
  expect(missing).toEqual([])
})

test.each([
  [undefined, /--base-url/],
  ['http://intranet.example/', /https/],
  ['intranet', /不是网址/],
  ['https://intranet.example/?a=1', /\?/],
])('an address that Excel does not take is refused: %s', (url, words) => {
  expect(checkBaseUrl(url)).toMatch(words)
})
