import { parseFeel } from '@postloan/core/feel'
import type { Policy } from '@postloan/core/policy'

import { mapWords } from './messages.ts'
import type { PageMap } from './pageMapSchema.ts'

const words = mapWords.faults

export interface MapFault {
  /** Index into `fields`; -1 for the map as a whole. */
  readonly at: number
  readonly code:
    | 'position'
    | 'generatedId'
    | 'noLocator'
    | 'unknownField'
    | 'twice'
    | 'condition'
    | 'wideHost'
    | 'noPage'
  /** Chinese: what is wrong, and what to do. */
  readonly message: string
}

/** Ids that a framework counts up: `ext-gen1023`, `mini-37`, `el-id-8812-4`, `rc_select_3`, `_easyui_textbox_input7`. */
const generated =
  /#[\w-]*(ext-gen|ext-comp|mini-|el-id|rc_|easyui|react|ember|yui|layui-)[\w-]*\d|#[\w-]*\d{4,}/i
const positional = /:nth-|>\s*\w+:(first|last)-/i

/** What will make a page map break, and what is wrong in it. */
export function lintPageMap(map: PageMap, policy: Policy): readonly MapFault[] {
  const faults: MapFault[] = []
  const names = policy.fields.map(({ name }) => name)
  const seen = new Set<string>()
  if (map.host === '*') faults.push({ at: -1, code: 'wideHost', message: words.wideHost })
  if (map.path === undefined && map.title === undefined)
    faults.push({ at: -1, code: 'noPage', message: words.noPage })
  map.fields.forEach(({ field, at, required }, index) => {
    const known = policy.fields.find(({ key, name }) => key === field || name === field)
    if (!known) faults.push({ at: index, code: 'unknownField', message: words.unknownField(field) })
    if (known && seen.has(known.key))
      faults.push({ at: index, code: 'twice', message: words.twice(known.name) })
    if (known) seen.add(known.key)
    const code = locatorFault(at)
    if (code) faults.push({ at: index, code, message: words[code] })
    if (typeof required === 'string') {
      const parsed = parseFeel(required, ['基准日', ...names])
      const message = parsed.ok ? null : (parsed.errors[0]?.message ?? '')
      if (message !== null) faults.push({ at: index, code: 'condition', message: words.condition(message) })
    }
  })
  return faults
}

/** A label is what people see and stays; a selector is only as good as what it rests on. */
export function locatorFault({
  label,
  selector,
}: {
  readonly label?: string | undefined
  readonly selector?: string | undefined
}): 'position' | 'generatedId' | 'noLocator' | null {
  if (label !== undefined) return null
  if (selector === undefined) return 'noLocator'
  if (generated.test(selector)) return 'generatedId'
  return positional.test(selector) ? 'position' : null
}
