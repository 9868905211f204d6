export type ProfileName = 'vl2019' | 'ltsc2021' | 'ltsc2024' | 'm365' | 'web'

/** What differs between the versions of Excel that a bank may have. */
export interface Profile {
  readonly name: ProfileName
  readonly label: string
  readonly platform: 'Web' | 'Win32'
  readonly fullVersion: string
  /** Requirement sets, highest version each. */
  readonly sets: Readonly<Record<string, string>>
  /** Largest request and response in bytes; only Excel on the web sets one. */
  readonly payloadLimit: number
  /** Whether what an add-in does can be taken back by the user; where not, it empties the undo list. */
  readonly apiUndo: boolean
}

/** Any platform: a range of more cells is not read at once. */
export const CELLS_PER_GET = 5_000_000

const shared = {
  DialogApi: '1.1',
  Settings: '1.1',
  DocumentEvents: '1.1',
  Selection: '1.1',
  CustomXmlParts: '1.1',
  RichApiRuntimeFlag: '1.2',
  AddinCommands: '1.1',
  SharedRuntime: '1.1',
  RibbonApi: '1.1',
  CustomFunctionsRuntime: '1.3',
}

/** Older than the add-in needs: no shared runtime, no custom functions. */
const before2021 = {
  DialogApi: '1.1',
  Settings: '1.1',
  DocumentEvents: '1.1',
  Selection: '1.1',
  CustomXmlParts: '1.1',
  AddinCommands: '1.1',
}

/** Sets per version: Microsoft's "Excel JavaScript API requirement sets", table of volume-licensed versions. */
export const profiles: Readonly<Record<ProfileName, Profile>> = {
  vl2019: {
    name: 'vl2019',
    label: 'Excel 2019',
    platform: 'Win32',
    fullVersion: '16.0.10400.20000',
    sets: { ...before2021, ExcelApi: '1.7' },
    payloadLimit: Number.POSITIVE_INFINITY,
    apiUndo: false,
  },
  ltsc2021: {
    name: 'ltsc2021',
    label: 'Excel LTSC 2021',
    platform: 'Win32',
    fullVersion: '16.0.14332.20000',
    sets: { ...shared, ExcelApi: '1.14' },
    payloadLimit: Number.POSITIVE_INFINITY,
    apiUndo: false,
  },
  ltsc2024: {
    name: 'ltsc2024',
    label: 'Excel LTSC 2024',
    platform: 'Win32',
    fullVersion: '16.0.17932.20000',
    sets: { ...shared, ExcelApi: '1.17', DialogApi: '1.2' },
    payloadLimit: Number.POSITIVE_INFINITY,
    apiUndo: false,
  },
  m365: {
    name: 'm365',
    label: 'Microsoft 365',
    platform: 'Win32',
    fullVersion: '16.0.20308.20000',
    sets: { ...shared, ExcelApi: '1.20', DialogApi: '1.2', RibbonApi: '1.2', SharedRuntime: '1.2' },
    payloadLimit: Number.POSITIVE_INFINITY,
    apiUndo: true,
  },
  web: {
    name: 'web',
    label: 'Excel 网页版',
    platform: 'Web',
    fullVersion: '16.0.20308.20000',
    sets: { ...shared, ExcelApi: '1.20', DialogApi: '1.2', RibbonApi: '1.2', SharedRuntime: '1.2' },
    payloadLimit: 5 * 1024 * 1024,
    apiUndo: true,
  },
}

/** Is version `have` of a set at least `wanted`? */
export function atLeast(have: string | undefined, wanted: string): boolean {
  const [a = 0, b = 0] = (have ?? '0.0').split('.').map(Number)
  const [c = 0, d = 0] = wanted.split('.').map(Number)
  return a > c || (a === c && b >= d)
}
