import { LevelIcon } from '@postloan/core/ui'
import type { IconSize } from '@postloan/core/ui'

import type { MarkLevel } from '../protocol/index.ts'

/** The shape of a level; of a difference to the ledger a square with ≠. */
export function PageLevel({ level, size = 16 }: { readonly level: MarkLevel; readonly size?: IconSize }) {
  if (level !== 'ledger') return <LevelIcon level={level} size={size} />
  return (
    <svg
      className="px-differs"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      <rect x="1" y="1" width="14" height="14" rx="2.5" />
      <path d="M4 6.2h8M4 9.8h8M10 3.6 6 12.4" />
    </svg>
  )
}
