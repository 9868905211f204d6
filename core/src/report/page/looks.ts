/** Colours of charts; the page's own are in the style sheet. */
export const colors = {
  text: '#242424',
  soft: '#616161',
  line: '#d1d1d1',
  blue: '#006cbf',
  bad: '#c50f1f',
} as const

/** One blue ramp of six steps with the text that is readable on each. */
export const ramp: readonly { readonly fill: string; readonly text: string }[] = [
  { fill: '#ffffff', text: '#616161' },
  { fill: '#eaf3fb', text: '#242424' },
  { fill: '#c3def4', text: '#242424' },
  { fill: '#7fb8e6', text: '#242424' },
  { fill: '#1f6fb8', text: '#ffffff' },
  { fill: '#0b4a86', text: '#ffffff' },
]

/** Step of a count among others: 0, then five equal parts of the largest. */
export function stepOf(value: number, most: number): number {
  return value === 0 || most === 0 ? 0 : Math.min(5, Math.max(1, Math.ceil((value / most) * 5)))
}

const dot = (cy: number, r: number): string => `<circle cx="8" cy="${cy}" r="${r}" class="sd"/>`

/** Shapes of levels on a grid of 16; they differ in grey print too. Colours come from the class. */
export const levelShapes = {
  serious: `<path d="M8 .9 15.1 8 8 15.1.9 8Z" stroke-linejoin="round"/><path d="M8 4.3v4.6" class="ss"/>${dot(11.4, 1)}`,
  warning: `<path d="M8 1.8 15 14H1Z" stroke-width="1.6" stroke-linejoin="round"/><path d="M8 5.8v4" class="ss"/>${dot(12.2, 0.95)}`,
  attention: `<circle cx="8" cy="8" r="6.8"/><circle cx="8" cy="8" r="3.6" class="ss"/>${dot(8, 1)}`,
  notice: `<rect x="1.5" y="1.5" width="13" height="13" rx="2.5"/>${dot(4.7, 1)}<path d="M8 7.4v4.2" class="ss"/>`,
  incomplete: `<circle cx="8" cy="8" r="6.6" class="sh"/><path d="M6.1 6.4a1.95 1.95 0 1 1 2.9 1.7c-.7.4-1 .7-1 1.4" class="ss"/>${dot(11.6, 0.95)}`,
  notRun: `<circle cx="8" cy="8" r="6.5" class="sh"/><path d="M3.6 12.4 12.4 3.6" class="ss"/>`,
} as const
