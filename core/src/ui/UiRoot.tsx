import { FluentProvider } from '@fluentui/react-components'
import type { ReactNode } from 'react'

import { type ThemeName, themes } from './tokens.ts'

/** Theme, font and `--pl-…` variables for all that stands inside; `ui.css` has to be loaded by the page. */
export function UiRoot({ theme, children }: { readonly theme: ThemeName; readonly children: ReactNode }) {
  return (
    <FluentProvider theme={themes[theme]} className={`pl-ui pl-${theme}`}>
      {children}
    </FluentProvider>
  )
}
