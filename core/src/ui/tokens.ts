import { type Theme, webDarkTheme, webLightTheme } from '@fluentui/react-components'

export type ThemeName = 'light' | 'dark'

/** What a mark stands for: the four severities, what cannot be told, what did not run, and what is in order. */
export type MarkLevel = 'serious' | 'warning' | 'attention' | 'notice' | 'incomplete' | 'notRun' | 'pass'

/** `icon`: the shape; `ink`: the sign in it; `text` on `tint` inside `line`. Contrasts are in the look's table. */
interface LevelColors {
  readonly icon: string
  readonly ink: string
  readonly text: string
  readonly tint: string
  readonly line: string
}

/** Plain constants, so that marks drawn without Fluent have the same colours. */
export const levelColors: Readonly<Record<ThemeName, Readonly<Record<MarkLevel, LevelColors>>>> = {
  light: {
    serious: { icon: '#c50f1f', ink: '#ffffff', text: '#b10e1c', tint: '#fdf3f4', line: '#eeacb2' },
    warning: { icon: '#eaa300', ink: '#242424', text: '#835b00', tint: '#fefbf4', line: '#f2c661' },
    attention: { icon: '#006cbf', ink: '#ffffff', text: '#005ba1', tint: '#f3f9fd', line: '#a9d3f2' },
    notice: { icon: '#616161', ink: '#ffffff', text: '#616161', tint: '#f5f5f5', line: '#d1d1d1' },
    incomplete: { icon: '#5c2e91', ink: '#5c2e91', text: '#5c2e91', tint: '#f7f4fb', line: '#c6b1de' },
    notRun: { icon: '#616161', ink: '#616161', text: '#616161', tint: '#ffffff', line: '#d1d1d1' },
    pass: { icon: '#107c10', ink: '#ffffff', text: '#0e700e', tint: '#f1faf1', line: '#9fd89f' },
  },
  dark: {
    serious: { icon: '#dc626d', ink: '#1f1f1f', text: '#eeacb2', tint: '#3b0509', line: '#750b1c' },
    warning: { icon: '#f2c661', ink: '#1f1f1f', text: '#f2c661', tint: '#463100', line: '#835b00' },
    attention: { icon: '#5caae5', ink: '#1f1f1f', text: '#a9d3f2', tint: '#082338', line: '#004377' },
    notice: { icon: '#adadad', ink: '#1f1f1f', text: '#d6d6d6', tint: '#3d3d3d', line: '#666666' },
    incomplete: { icon: '#c6b1de', ink: '#c6b1de', text: '#c6b1de', tint: '#2c1740', line: '#5c2e91' },
    notRun: { icon: '#adadad', ink: '#adadad', text: '#adadad', tint: '#292929', line: '#666666' },
    pass: { icon: '#54b054', ink: '#1f1f1f', text: '#9fd89f', tint: '#052505', line: '#0e700e' },
  },
}

/** Chinese first, so that quotation marks and digits come from one face. */
export const fontFamily =
  '"Microsoft YaHei UI","Microsoft YaHei","PingFang SC","Noto Sans CJK SC","Source Han Sans SC","Segoe UI",sans-serif'

/** Dark links and selected lines are lighter than Fluent's brand stroke on these grounds. */
const further: Readonly<Record<ThemeName, Readonly<Record<string, string>>>> = {
  light: { 'pl-accent': '#0f6cbd', 'pl-chosen': '#ebf3fc' },
  dark: { 'pl-accent': '#479ef5', 'pl-chosen': '#082338' },
}

/** Fluent's own theme with our font, and `--pl-…` variables that reach menus and other portals as well. */
export const themes: Readonly<Record<ThemeName, Theme>> = {
  light: { ...webLightTheme, fontFamilyBase: fontFamily, ...variables('light') },
  dark: { ...webDarkTheme, fontFamilyBase: fontFamily, ...variables('dark') },
}

function variables(theme: ThemeName): Record<string, string> {
  const own: Record<string, string> = { ...further[theme] }
  for (const [level, colors] of Object.entries(levelColors[theme])) {
    for (const [part, color] of Object.entries(colors)) own[`pl-${level}-${part}`] = String(color)
  }
  return own
}
