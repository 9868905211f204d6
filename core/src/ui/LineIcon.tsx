import type { IconSize } from './LevelIcon.tsx'

const paths = {
  right: 'm6 4 4 4-4 4',
  down: 'm4 6 4 4 4-4',
  up: 'm4 10 4-4 4 4',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Zm3.3 7.8 3.2 3.2',
  target: 'M8 3.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM8 1v3m0 8v3M1 8h3m8 0h3',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  clock: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm0 2.8V8l2.2 1.6',
  arrow: 'M3 8h9.5M9 4.5 12.5 8 9 11.5',
  copy: 'M6 5.5h7v8H6Zm-3 5v-8h7',
  sheet: 'M2 3.5h12v9H2Zm0 3h12M6.5 3.5v9',
  running: 'M13.5 8A5.5 5.5 0 1 1 8 2.5c1.7 0 3.2.8 4.2 2M12.5 1.8v2.9H9.6',
  waiting: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Z',
  error: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM5.7 5.7l4.6 4.6m0-4.6-4.6 4.6',
  warning: 'M8 2 14.5 13.5h-13ZM8 6.3v3.4M8 11.6h.01',
  info: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8Zm0 5.4v4M8 4.9h.01',
  success: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM5.1 8.2l2 2 3.8-4.2',
  gear: 'M8 5.6a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 0 0 0-4.8ZM8 1.5v2m0 9v2M1.5 8h2m9 0h2M3.4 3.4l1.4 1.4m6.4 6.4 1.4 1.4m0-9.2-1.4 1.4M4.8 11.2l-1.4 1.4',
  side: 'M2 3h12v10H2Zm7.5 0v10',
  lock: 'M4 7.5h8v6H4ZM5.5 7.5V5.2a2.5 2.5 0 0 1 5 0v2.3',
} as const

export type LineIconName = keyof typeof paths

/** Small line drawings in the colour of the text; what they mean is always said in words as well. */
export function LineIcon({ name, size = 16 }: { readonly name: LineIconName; readonly size?: IconSize }) {
  return (
    <svg
      className="pl-line-icon"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      strokeWidth={name === 'more' ? 2 : 1.2}
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  )
}
