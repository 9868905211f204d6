import { Input } from '@fluentui/react-components'

import { LineIcon } from './LineIcon.tsx'

interface SearchBoxProps {
  /** What can be searched for; named to those who cannot see the box. */
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

export function SearchBox({ label, value, onChange }: SearchBoxProps) {
  return (
    <Input
      size="small"
      type="search"
      className="pl-search"
      aria-label={label}
      placeholder={label}
      contentBefore={<LineIcon name="search" size={14} />}
      value={value}
      onChange={(_, next) => onChange(next.value)}
    />
  )
}
