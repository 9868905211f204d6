import type { AddinManifest, RibbonButton, RibbonGroup } from './addinManifest.ts'

/** An element: name, attributes, and children or text. */
interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[] | string
}

function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: Element['children'] = [],
): Element {
  return { name, attributes, children }
}

/** Excel reads 125 characters of a short string and 250 of a long one. */
const SHORT = 125
const LONG = 250

/**
 * The XML manifest (add-in only) for a place where the built files are served. Perpetual Excel takes no other kind, and
 * the order of elements is fixed by its schema. `baseUrl` is https and ends in no particular way.
 */
export function manifestXml(manifest: AddinManifest, baseUrl: string): string {
  const base = baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`
  const pane = `${base}taskpane.html`
  const resources = new Resources()
  const { tab } = manifest
  const groups = tab.groups.map((group) => groupElement(group, resources, base))
  const app = element(
    'OfficeApp',
    {
      xmlns: 'http://schemas.microsoft.com/office/appforoffice/1.1',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xmlns:bt': 'http://schemas.microsoft.com/office/officeappbasictypes/1.0',
      'xsi:type': 'TaskPaneApp',
    },
    [
      element('Id', {}, manifest.id),
      element('Version', {}, manifest.version),
      element('ProviderName', {}, manifest.provider),
      element('DefaultLocale', {}, manifest.locale),
      element('DisplayName', { DefaultValue: manifest.name }),
      element('Description', { DefaultValue: manifest.description }),
      element('IconUrl', { DefaultValue: iconUrl(base, 'app', 32) }),
      element('HighResolutionIconUrl', { DefaultValue: iconUrl(base, 'app', 64) }),
      element('SupportUrl', { DefaultValue: pane }),
      element('AppDomains', {}, [element('AppDomain', {}, new URL(base).origin)]),
      element('Hosts', {}, [element('Host', { Name: 'Workbook' })]),
      element('Requirements', {}, [
        element('Sets', { DefaultMinVersion: manifest.minimumApi }, [element('Set', { Name: 'ExcelApi' })]),
      ]),
      element('DefaultSettings', {}, [element('SourceLocation', { DefaultValue: pane })]),
      element('Permissions', {}, 'ReadWriteDocument'),
      element(
        'VersionOverrides',
        {
          xmlns: 'http://schemas.microsoft.com/office/taskpaneappversionoverrides',
          'xsi:type': 'VersionOverridesV1_0',
        },
        [
          element('Hosts', {}, [
            element('Host', { 'xsi:type': 'Workbook' }, [
              element('Runtimes', {}, [
                element('Runtime', { resid: resources.url('Taskpane.Url', pane), lifetime: 'long' }),
              ]),
              element('AllFormFactors', {}, [functionsPoint(manifest, resources, base, pane)]),
              element('DesktopFormFactor', {}, [
                element('GetStarted', {}, [
                  element('Title', {
                    resid: resources.short('GetStarted.Title', manifest.gettingStarted.title),
                  }),
                  element('Description', {
                    resid: resources.long('GetStarted.Description', manifest.gettingStarted.description),
                  }),
                  element('LearnMoreUrl', { resid: 'Taskpane.Url' }),
                ]),
                element('FunctionFile', { resid: 'Taskpane.Url' }),
                element('ExtensionPoint', { 'xsi:type': 'PrimaryCommandSurface' }, [
                  element('CustomTab', { id: tab.id }, [
                    ...groups,
                    element('Label', { resid: resources.short(`${tab.id}.Label`, tab.label) }),
                  ]),
                ]),
              ]),
            ]),
          ]),
          resources.element(),
        ],
      ),
    ],
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${written(app, 0)}`
}

function functionsPoint(manifest: AddinManifest, resources: Resources, base: string, pane: string): Element {
  const source = (resid: string): Element => element('SourceLocation', { resid })
  return element('ExtensionPoint', { 'xsi:type': 'CustomFunctions' }, [
    element('Script', {}, [source(resources.url('Taskpane.Url', pane))]),
    element('Page', {}, [source('Taskpane.Url')]),
    element('Metadata', {}, [source(resources.url('Functions.Metadata', `${base}functions.json`))]),
    element('Namespace', { resid: resources.short('Functions.Namespace', manifest.namespace) }),
  ])
}

function groupElement(group: RibbonGroup, resources: Resources, base: string): Element {
  return element('Group', { id: group.id }, [
    element('Label', { resid: resources.short(`${group.id}.Label`, group.label) }),
    iconElement('app', resources, base),
    ...group.buttons.map((button) => buttonElement(button, resources, base)),
  ])
}

function buttonElement(button: RibbonButton, resources: Resources, base: string): Element {
  const label = resources.short(`${button.id}.Label`, button.label)
  const action =
    button.action.kind === 'pane'
      ? element('Action', { 'xsi:type': 'ShowTaskpane' }, [
          element('TaskpaneId', {}, `Office.AutoShowTaskpaneWithDocument`),
          element('SourceLocation', { resid: 'Taskpane.Url' }),
        ])
      : element('Action', { 'xsi:type': 'ExecuteFunction' }, [
          element('FunctionName', {}, button.action.name),
        ])
  return element('Control', { 'xsi:type': 'Button', id: button.id }, [
    element('Label', { resid: label }),
    element('Supertip', {}, [
      element('Title', { resid: label }),
      element('Description', { resid: resources.long(`${button.id}.Tip`, button.tip) }),
    ]),
    iconElement(button.icon, resources, base),
    action,
  ])
}

/** The three sizes that every ribbon asks for; the converter of Microsoft to the unified manifest takes no more. */
function iconElement(icon: string, resources: Resources, base: string): Element {
  return element(
    'Icon',
    {},
    [16, 32, 80].map((size) =>
      element('bt:Image', {
        size: String(size),
        resid: resources.image(`Icon.${icon}.${size}`, iconUrl(base, icon, size)),
      }),
    ),
  )
}

function iconUrl(base: string, icon: string, size: number): string {
  return `${base}icons/${icon}-${size}.png`
}

/** What the other elements name by its id; an id has 32 characters at most. */
class Resources {
  readonly #images = new Map<string, string>()
  readonly #urls = new Map<string, string>()
  readonly #short = new Map<string, string>()
  readonly #long = new Map<string, string>()

  image = (id: string, url: string): string => keep(this.#images, id, url)
  url = (id: string, url: string): string => keep(this.#urls, id, url)
  short = (id: string, text: string): string => keep(this.#short, id, text, SHORT)
  long = (id: string, text: string): string => keep(this.#long, id, text, LONG)

  element(): Element {
    const list = (name: string, item: string, entries: ReadonlyMap<string, string>): Element =>
      element(
        name,
        {},
        [...entries].map(([id, value]) => element(item, { id, DefaultValue: value })),
      )
    return element('Resources', {}, [
      list('bt:Images', 'bt:Image', this.#images),
      list('bt:Urls', 'bt:Url', this.#urls),
      list('bt:ShortStrings', 'bt:String', this.#short),
      list('bt:LongStrings', 'bt:String', this.#long),
    ])
  }
}

function keep(map: Map<string, string>, id: string, value: string, longest = 2_048): string {
  if (id.length > 32) throw new RangeError(`resource id ${id} is longer than 32 characters`)
  if (value.length > longest) throw new RangeError(`${id} is longer than ${longest} characters`)
  map.set(id, value)
  return id
}

function written({ name, attributes, children }: Element, depth: number): string {
  const indent = '  '.repeat(depth)
  const inside = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join('')
  if (typeof children === 'string') return `${indent}<${name}${inside}>${escaped(children)}</${name}>\n`
  if (children.length === 0) return `${indent}<${name}${inside} />\n`
  const body = children.map((child) => written(child, depth + 1)).join('')
  return `${indent}<${name}${inside}>\n${body}${indent}</${name}>\n`
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
