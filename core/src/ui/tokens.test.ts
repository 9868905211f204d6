import { webDarkTheme, webLightTheme } from '@fluentui/react-components'
import { expect, test } from 'vitest'

import { levelColors, type MarkLevel } from './tokens.ts'

const grounds = { light: webLightTheme.colorNeutralBackground1, dark: webDarkTheme.colorNeutralBackground1 }
const cases = (['light', 'dark'] as const).flatMap((theme) =>
  (Object.keys(levelColors[theme]) as MarkLevel[]).map((level) => [theme, level] as const),
)

test.each(cases)('%s %s can be read: words 4.5 : 1, shapes 3 : 1', (theme, level) => {
  const { text, tint, icon, ink } = levelColors[theme][level]
  const ground = grounds[theme]
  expect(contrast(text, tint)).toBeGreaterThanOrEqual(4.5)
  expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5)
  // the amber triangle is never alone: a dark sign stands in it
  const isAmber = theme === 'light' && level === 'warning'
  expect(Math.max(contrast(icon, ground), isAmber ? contrast(ink, icon) : 0)).toBeGreaterThanOrEqual(3)
})

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

function luminance(color: string): number {
  const full = color.length === 4 ? color.replace(/[\da-f]/giu, '$&$&') : color
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(full.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
