import { decodePage, findOnPages, readSavedPage } from '@postloan/core/check/pack'
import type { Policy } from '@postloan/core/policy'

import type { SelfTestLine } from '../background/panelMessages.ts'
import type { PageMap } from './pageMapSchema.ts'

/**
 * What each field of a map finds on saved pages, one file for each frame. They are read as text: nothing in them runs
 * and nothing is fetched. Values are not read, and some selectors only an open page can answer (`found` null).
 */
export function testOnFiles(
  map: PageMap,
  files: readonly Uint8Array[],
  policy: Policy,
): readonly SelfTestLine[] {
  const pages = files.map((bytes) => readSavedPage(decodePage(bytes)))
  return map.fields.map(({ field, at }) => ({
    field: policy.fields.find(({ key, name }) => key === field || name === field)?.name ?? field,
    found: findOnPages(at, pages),
    value: null,
  }))
}
