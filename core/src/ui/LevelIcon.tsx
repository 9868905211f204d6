import type { ReactElement } from 'react'

import type { MarkLevel } from './tokens.ts'

export type IconSize = 12 | 14 | 16 | 20

interface Parts {
  readonly shape: ReactElement
  readonly sign: ReactElement
}

const sign = { fill: 'none', strokeLinecap: 'round', strokeLinejoin: 'round' } as const

/** Each level has a shape of its own, which differs in grey print too; drawn on a grid of 16. */
const parts: Readonly<Record<MarkLevel, Parts>> = {
  serious: {
    shape: <path d="M8 .9 15.1 8 8 15.1.9 8Z" strokeLinejoin="round" />,
    sign: (
      <>
        <path d="M8 4.3v4.6" {...sign} strokeWidth="1.7" />
        <circle className="pl-dot" cx="8" cy="11.4" r="1" />
      </>
    ),
  },
  warning: {
    shape: <path d="M8 1.8 15 14H1Z" strokeWidth="1.6" strokeLinejoin="round" />,
    sign: (
      <>
        <path d="M8 5.8v4" {...sign} strokeWidth="1.6" />
        <circle className="pl-dot" cx="8" cy="12.2" r=".95" />
      </>
    ),
  },
  attention: {
    shape: <circle cx="8" cy="8" r="6.8" />,
    sign: (
      <>
        <circle cx="8" cy="8" r="3.6" fill="none" strokeWidth="1.5" />
        <circle className="pl-dot" cx="8" cy="8" r="1" />
      </>
    ),
  },
  notice: {
    shape: <rect x="1.5" y="1.5" width="13" height="13" rx="2.5" strokeWidth="0" />,
    sign: (
      <>
        <circle className="pl-dot" cx="8" cy="4.7" r="1" />
        <path d="M8 7.4v4.2" {...sign} strokeWidth="1.6" />
      </>
    ),
  },
  incomplete: {
    shape: <circle className="pl-hollow" cx="8" cy="8" r="6.6" strokeWidth="1.3" />,
    sign: (
      <>
        <path d="M6.1 6.4a1.95 1.95 0 1 1 2.9 1.7c-.7.4-1 .7-1 1.4" {...sign} strokeWidth="1.4" />
        <circle className="pl-dot" cx="8" cy="11.6" r=".95" />
      </>
    ),
  },
  notRun: {
    shape: <circle className="pl-hollow" cx="8" cy="8" r="6.5" strokeWidth="1.3" />,
    sign: <path d="M3.6 12.4 12.4 3.6" fill="none" strokeWidth="1.3" />,
  },
  pass: {
    shape: <circle cx="8" cy="8" r="6.8" />,
    sign: <path d="m4.8 8.2 2.2 2.2 4.2-4.6" {...sign} strokeWidth="1.5" />,
  },
}

/** The shape of a level, without words: the words stand beside it or in the accessible name of what holds it. */
export function LevelIcon({ level, size = 14 }: { readonly level: MarkLevel; readonly size?: IconSize }) {
  return (
    <svg
      className={`pl-level pl-level-${level}`}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      {parts[level].shape}
      <g className="pl-sign">{parts[level].sign}</g>
    </svg>
  )
}
