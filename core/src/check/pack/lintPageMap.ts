import { parseFeel } from '../../feel/index.ts'
import type { Policy } from '../../policy/index.ts'
import type { PackPageMap } from '../../policy/pack/index.ts'
import { pageMapWords as words } from './pageMapWords.ts'

export interface PageMapFault {
  /** Index into `fields` or `grids`; -1 for the map as a whole. */
  readonly at: number
  readonly part: 'map' | 'fields' | 'grids'
  readonly code:
    | 'position'
    | 'generatedId'
    | 'noLocator'
    | 'unknownField'
    | 'twice'
    | 'condition'
    | 'wideHost'
    | 'noPage'
  /** `error`: the entry does nothing. `hint`: it works today and will break. */
  readonly level: 'error' | 'hint'
  /** Chinese: what is wrong, and what to do. */
  readonly message: string
}

/** Ids that a framework counts up: `ext-gen1023`, `mini-37`, `el-id-8812-4`, `rc_select_3`, `_easyui_textbox_input7`. */
const generated =
  /#[\w-]*(ext-gen|ext-comp|mini-|el-id|rc_|easyui|react|ember|yui|layui-)[\w-]*\d|#[\w-]*\d{4,}/i
const positional = /:nth-|>\s*\w+:(first|last)-/i

/** What will make a page map break, and what is wrong in it. `policy`: the one it is used with, packs included. */
export function lintPageMap(map: PackPageMap, policy: Policy): readonly PageMapFault[] {
  const faults: PageMapFault[] = []
  const say = (
    part: PageMapFault['part'],
    at: number,
    code: PageMapFault['code'],
    message: string,
    level: PageMapFault['level'] = 'error',
  ): void => {
    faults.push({ at, part, code, level, message })
  }
  const find = (wanted: string): string | undefined =>
    policy.fields.find(({ key, name }) => key === wanted || name === wanted)?.key
  const names = policy.fields.map(({ name }) => name)
  if (map.host === '*') say('map', -1, 'wideHost', words.wideHost, 'hint')
  if (map.path === undefined && map.title === undefined) say('map', -1, 'noPage', words.noPage, 'hint')

  const seen = new Set<string>()
  map.fields.forEach(({ field, at, required }, index) => {
    const known = find(field)
    if (known === undefined) say('fields', index, 'unknownField', words.unknownField(field))
    else if (seen.has(known)) say('fields', index, 'twice', words.twice(field))
    if (known !== undefined) seen.add(known)
    const code = locatorFault(at)
    if (code) say('fields', index, code, words[code], code === 'noLocator' ? 'error' : 'hint')
    if (typeof required === 'string') {
      const parsed = parseFeel(required, ['基准日', ...names])
      if (!parsed.ok) say('fields', index, 'condition', words.condition(parsed.errors[0]?.message ?? ''))
    }
  })
  ;(map.grids ?? []).forEach(({ columns }, index) => {
    for (const field of Object.values(columns)) {
      if (field !== '' && find(field) === undefined)
        say('grids', index, 'unknownField', words.unknownField(field))
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
