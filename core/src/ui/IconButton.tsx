import { Button } from '@fluentui/react-components'

import { LineIcon, type LineIconName } from './LineIcon.tsx'

interface IconButtonProps {
  readonly icon: LineIconName
  /** Read out, and shown under the pointer. */
  readonly label: string
  readonly onClick: () => void
}

/** A small button with a drawing alone, for heads where there is no room for words. */
export function IconButton({ icon, label, onClick }: IconButtonProps) {
  return (
    <Button
      size="small"
      appearance="transparent"
      icon={<LineIcon name={icon} />}
      aria-label={label}
      title={label}
      onClick={onClick}
    />
  )
}
