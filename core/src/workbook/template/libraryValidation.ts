import type { DataValidation } from 'hucre/xlsx'

import type { BookValidation } from './book.ts'

export function libraryValidation({ range, kind, prompt, error }: BookValidation): DataValidation {
  const what =
    kind.type === 'list'
      ? { type: 'list' as const, formula1: kind.formula }
      : kind.type === 'any' || kind.type === 'never'
        ? { type: 'custom' as const, formula1: kind.type === 'any' ? 'TRUE' : 'FALSE' }
        : {
            type: kind.type,
            operator: 'between' as const,
            formula1: String(kind.from),
            formula2: String(kind.to),
          }
  return {
    ...what,
    range,
    allowBlank: true,
    ...(prompt
      ? {
          showInputMessage: true,
          inputTitle: prompt.title.slice(0, 32),
          inputMessage: prompt.text.slice(0, 255),
        }
      : {}),
    ...(error
      ? {
          showErrorMessage: true,
          errorStyle: error.style,
          errorTitle: error.title.slice(0, 32),
          errorMessage: error.text.slice(0, 255),
        }
      : {}),
  }
}
