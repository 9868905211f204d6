import type { PortFeatures } from './port.ts'

const SETS = [
  '1.1',
  '1.2',
  '1.3',
  '1.4',
  '1.5',
  '1.6',
  '1.7',
  '1.8',
  '1.9',
  '1.10',
  '1.11',
  '1.12',
  '1.13',
  '1.14',
  '1.15',
  '1.16',
  '1.17',
  '1.18',
] as const

export type ApiSet = (typeof SETS)[number]

/** Asked of this Excel at run time, never taken from its name. */
export function hasApi(set: ApiSet): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', set)
}

export function findFeatures(): PortFeatures {
  const newest = SETS.findLast(hasApi) ?? '1.1'
  return {
    version: `ExcelApi ${newest}`,
    conditionalFormats: hasApi('1.6'),
    comments: hasApi('1.10'),
    charts: hasApi('1.7'),
    events: hasApi('1.9'),
    store: hasApi('1.5'),
    newWorkbook: hasApi('1.8'),
  }
}
