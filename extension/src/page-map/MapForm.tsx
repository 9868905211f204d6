import { Select } from '@fluentui/react-components'
import type { Checklists } from '@postloan/core/checklist'

import { mapWords as words } from './messages.ts'
import type { PageMap } from './pageMapSchema.ts'

interface MapFormProps {
  readonly map: PageMap
  readonly stages: Checklists['stages']
  readonly onChange: (map: PageMap) => void
}

/** What a page shows, and which checklist belongs to it. */
export function MapForm({ map, stages, onChange }: MapFormProps) {
  const { stage: _, ...bare } = map
  return (
    <div className="px-row px-form-row">
      <label>
        {words.shows}{' '}
        <Select
          size="small"
          value={map.shows}
          onChange={(__, { value }) => {
            const shows = kinds.find((kind) => kind === value)
            if (shows) onChange({ ...map, shows })
          }}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {words.showsAs[kind]}
            </option>
          ))}
        </Select>
      </label>
      <label>
        {words.stage}{' '}
        <Select
          size="small"
          value={map.stage ?? ''}
          onChange={(__, { value }) => onChange(value === '' ? bare : { ...map, stage: value })}
        >
          <option value="">{words.stageAuto}</option>
          {stages.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </label>
    </div>
  )
}

const kinds = [
  'detail',
  'edit',
  'inspection',
  'list',
  'collateral',
  'collection',
] as const satisfies readonly PageMap['shows'][]
