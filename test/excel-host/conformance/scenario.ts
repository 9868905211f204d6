/// <reference types="office-js" />

/**
 * One question to Excel through its public API alone, answered in plain JSON. `source` is the page of Microsoft's
 * documentation that says what the answer must be; `expected` is what it says.
 */
export interface Scenario {
  readonly name: string
  readonly source: string
  /** The requirement set it needs; where the version lacks it, it is left out. */
  readonly needs: string
  readonly expected: unknown
  readonly run: () => Promise<unknown>
}

/** A fresh sheet for every scenario, taken away again at its end. */
export function onSheet<T>(
  work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>,
): () => Promise<T> {
  return () =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add()
      sheet.activate()
      await context.sync()
      try {
        return await work(sheet, context)
      } finally {
        const held = sheet.protection.load('protected')
        await context.sync()
        if (held.protected) sheet.protection.unprotect()
        sheet.delete()
        await context.sync()
      }
    })
}

/** The code of the error that a piece of work ends in, or `none`. */
export async function codeOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work()
    return 'none'
  } catch (caught) {
    return caught instanceof OfficeExtension.Error ? caught.code : String(caught)
  }
}

const DOCS = 'https://learn.microsoft.com/office/dev/add-ins/'
export const guide = (page: string): string => `${DOCS}excel/${page}`
export const reference = (member: string): string =>
  `https://learn.microsoft.com/javascript/api/excel/excel.${member}`
