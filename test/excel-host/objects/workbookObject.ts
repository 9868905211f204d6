import { type ExcelObject, type Kind, make } from '../engine/kind.ts'
import type { Host } from '../host.ts'
import { area } from '../model/area.ts'
import { invalidArgument, itemNotFound } from '../model/fault.ts'
import type { CustomXml } from '../model/workbook.ts'
import { flag, text } from './arguments.ts'
import { commentsOf, notesOf } from './comments.ts'
import { eventMethods } from './eventMethods.ts'
import { functionsOf } from './functions.ts'
import { provide, rangeObject } from './makers.ts'
import { namesOf } from './names.ts'
import { makeRange } from './range.ts'
import { makeAreas } from './rangeAreas.ts'
import { RangeRef } from './rangeRef.ts'
import { tablesOf } from './tables.ts'
import { makeWorksheet, worksheets } from './worksheet.ts'

provide({ range: makeRange, areas: makeAreas, worksheet: makeWorksheet })

export const workbookObject = (host: Host): ExcelObject => make(WORKBOOK, host)

const selected = (host: Host): RangeRef => {
  const { active } = host.workbook
  return new RangeRef(host, active, active.selection)
}

function kept(host: Host, id: unknown): ExcelObject | null {
  return host.engine.references.get(String(id)) ?? null
}

const WORKBOOK: Kind<Host> = {
  name: 'Workbook',
  read: {
    Name: ({ workbook }) => workbook.name,
    ReadOnly: ({ workbook }) => workbook.readOnly,
    IsDirty: ({ workbook }) => workbook.dirty,
    AutoSave: () => false,
    PreviouslySaved: () => true,
    UsePrecisionAsDisplayed: () => false,
    CalculationEngineVersion: () => 191_029,
    ChartDataPointTrack: () => true,
  },
  write: { IsDirty: ({ workbook }, value) => void (workbook.dirty = flag(value)) },
  children: {
    Worksheets: worksheets,
    Tables: (host) => tablesOf(host, null),
    Names: (host) => namesOf(host, null),
    Comments: (host) => commentsOf(host, null),
    Notes: (host) => notesOf(host, null),
    Settings: (host) => make(SETTINGS, host),
    CustomXmlParts: (host) => make(XML_PARTS, { host, namespace: null }),
    Functions: functionsOf,
    Application: (host) => make(APPLICATION, host),
    Protection: (host) => make(PROTECTION, host),
    Properties: (host) => make(PROPERTIES, host),
    _Runtime: (host) => make(RUNTIME, host),
  },
  methods: {
    ...eventMethods<Host>(
      { SelectionChangedEvent: 14, AutoSaveSettingChangedEvent: 2200, ActivatedEvent: 2203 },
      (host) => host,
      () => 'Workbook',
    ),
    GetSelectedRange: (host) => rangeObject(selected(host)),
    GetActiveCell: (host) => {
      const { active } = host.workbook
      return rangeObject(new RangeRef(host, active, area(active.selection.row, active.selection.column)))
    },
    Save: (host) => host.savedByAddin(),
    Close: () => null,
    // what office.js asks of Excel on the web for Excel.createWorkbook
    CreateAndOpenWorkbook: (host, file) => host.openBeside(decoded(text(file))),
    _GetRangeForEventByReferenceId: (host, id) => {
      const found = kept(host, id)
      if (!found) throw itemNotFound()
      return found
    },
    _GetRangeOrNullObjectForEventByReferenceId: kept,
    _GetObjectByReferenceId: kept,
    _GetObjectTypeNameByReferenceId: (host, id) => kept(host, id)?.kind.name ?? '',
    _GetReferenceCount: ({ engine }) => engine.references.size,
    _RemoveAllReferences: ({ engine }) => engine.references.clear(),
    _SetOsfControlContainerReadyForCustomFunctions: () => null,
  },
  harmless: ['IsDirty', 'Save', 'Close', 'CreateAndOpenWorkbook'],
}

const PROTECTION: Kind<Host> = {
  name: 'WorkbookProtection',
  read: { Protected: ({ workbook }) => workbook.structureLocked },
  methods: {
    Protect: ({ workbook }) => void (workbook.structureLocked = true),
    Unprotect: ({ workbook }) => void (workbook.structureLocked = false),
  },
}

const PROPERTIES: Kind<Host> = {
  name: 'DocumentProperties',
  read: {
    Title: () => '',
    Author: (host) => host.userName,
    CreationDate: (host) => host.now(),
    RevisionNumber: () => 0,
  },
}

const APPLICATION: Kind<Host> = {
  name: 'Application',
  read: {
    CalculationMode: ({ workbook }) => workbook.calculationMode,
    CalculationState: () => 'Done',
    CalculationEngineVersion: () => 191_029,
    DecimalSeparator: () => '.',
    ThousandsSeparator: () => ',',
    UseSystemSeparators: () => true,
  },
  write: { CalculationMode: ({ workbook }, value) => void (workbook.calculationMode = text(value)) },
  children: { CultureInfo: (host) => make(CULTURE, host) },
  methods: {
    Calculate: ({ workbook }) => workbook.recalculate(),
    SuspendApiCalculationUntilNextSync: (host) => host.suspendCalculation(),
    SuspendScreenUpdatingUntilNextSync: () => null,
    CreateWorkbook: (host, file) => make(CREATED, { host, file: text(file) }),
  },
  harmless: [
    'Calculate',
    'SuspendApiCalculationUntilNextSync',
    'SuspendScreenUpdatingUntilNextSync',
    'CalculationMode',
    'CreateWorkbook',
  ],
}

interface CreatedRef {
  readonly host: Host
  /** The file in base64. */
  readonly file: string
}

/** A workbook that an add-in makes: it is opened in a window of its own, so nothing happens to the one that is open. */
const CREATED: Kind<CreatedRef> = {
  name: 'WorkbookCreated',
  read: { Id: () => 'created' },
  methods: {
    Open: ({ host, file }) => host.openBeside(decoded(file)),
  },
  harmless: ['Open'],
}

function decoded(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))
}

const CULTURE: Kind<Host> = { name: 'CultureInfo', read: { Name: () => 'zh-CN' } }

const RUNTIME: Kind<Host> = {
  name: 'Runtime',
  read: { EnableEvents: (host) => host.enableEvents },
  write: { EnableEvents: (host, value) => void (host.enableEvents = flag(value)) },
  harmless: ['EnableEvents'],
}

interface SettingRef {
  readonly host: Host
  readonly key: string
}

const SETTINGS: Kind<Host> = {
  name: 'SettingCollection',
  items: (host) => [...host.workbook.settings.keys()].map((key) => make(SETTING, { host, key })),
  item: (host, key) =>
    host.workbook.settings.has(String(key)) ? make(SETTING, { host, key: String(key) }) : null,
  methods: {
    ...eventMethods<Host>(
      { SettingsChangedEvent: 1 },
      (host) => host,
      () => 'Workbook',
    ),
    Add: (host, key, value) => {
      host.workbook.settings.set(text(key), value)
      return make(SETTING, { host, key: text(key) })
    },
  },
  harmless: ['Add'],
}

const SETTING: Kind<SettingRef> = {
  name: 'Setting',
  id: 'Key',
  read: { Key: ({ key }) => key, Value: ({ host, key }) => host.workbook.settings.get(key) },
  write: { Value: ({ host, key }, value) => void host.workbook.settings.set(key, value) },
  methods: { Delete: ({ host, key }) => void host.workbook.settings.delete(key) },
  harmless: ['Value', 'Delete'],
}

interface XmlOver {
  readonly host: Host
  readonly namespace: string | null
}
interface XmlRef {
  readonly host: Host
  readonly id: string
}

export const namespaceOf = (xml: string): string =>
  /<(?![?!])[^>]*?\sxmlns(?::\w+)?="([^"]*)"/.exec(xml)?.[1] ?? ''

const parts = ({ host, namespace }: XmlOver): XmlRef[] =>
  [...host.workbook.customXml.values()]
    .filter(({ xml }) => namespace === null || namespaceOf(xml) === namespace)
    .map(({ id }) => ({ host, id }))

function xmlPart({ host, id }: XmlRef): CustomXml {
  const found = host.workbook.customXml.get(id)
  if (!found) throw itemNotFound()
  return found
}

function wellFormed(value: unknown): string {
  const xml = text(value)
  if (!/^\s*(<\?xml[^>]*\?>\s*)?<[^?!]/.test(xml)) throw invalidArgument()
  return xml
}

const findPart = (over: XmlOver, key: unknown): ExcelObject | null => {
  const found = parts(over).find(({ id }) => id === key)
  return found ? make(XML_PART, found) : null
}

const XML_PARTS: Kind<XmlOver> = {
  name: 'CustomXmlPartCollection',
  items: (over) => parts(over).map((ref) => make(XML_PART, ref)),
  item: findPart,
  methods: {
    Add: ({ host }, xml) => {
      const id = host.workbook.newId()
      host.workbook.customXml.set(id, { id, xml: wellFormed(xml), part: null })
      return make(XML_PART, { host, id })
    },
    GetByNamespace: ({ host }, namespace) => make(XML_SCOPED, { host, namespace: text(namespace) }),
  },
  harmless: ['Add'],
}

const XML_SCOPED: Kind<XmlOver> = {
  name: 'CustomXmlPartScopedCollection',
  items: (over) => parts(over).map((ref) => make(XML_PART, ref)),
  item: findPart,
  methods: {
    GetOnlyItem: (over) => {
      const [first, ...rest] = parts(over)
      if (!first || rest.length > 0) throw itemNotFound()
      return make(XML_PART, first)
    },
    GetOnlyItemOrNullObject: (over) => {
      const [first, ...rest] = parts(over)
      return first && rest.length === 0 ? make(XML_PART, first) : null
    },
  },
}

const XML_PART: Kind<XmlRef> = {
  name: 'CustomXmlPart',
  id: 'Id',
  read: { Id: ({ id }) => id, NamespaceUri: (ref) => namespaceOf(xmlPart(ref).xml) },
  methods: {
    GetXml: (ref) => xmlPart(ref).xml,
    SetXml: (ref, xml) => {
      ref.host.workbook.customXml.set(ref.id, { ...xmlPart(ref), xml: wellFormed(xml) })
    },
    Delete: (ref) => void ref.host.workbook.customXml.delete(xmlPart(ref).id),
  },
  harmless: ['SetXml', 'Delete'],
}

/** office.js makes objects of its own, for telemetry and the like; they answer everything with nothing. */
export function ownService(name: string): ExcelObject | null {
  if (
    !/AddinInternalService|Telemetry|FirstPartyApis|CustomFunction|Event|Ribbon|Runtime|AppRuntime/i.test(
      name,
    )
  ) {
    return null
  }
  const silent = new Proxy<Record<string, () => null>>({}, { get: () => () => null, has: () => true })
  return make<string>({ name: 'OwnService', methods: silent, write: silent, harmless: 'all' }, name)
}
