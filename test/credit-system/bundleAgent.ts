import { join } from 'node:path'

import { bundleAgent as bundle } from '../../extension/bundleAgent.ts'

/** The agent as one script for a page without the extension around it, built as the extension ships it. */
export function bundleAgent(): Promise<string> {
  return bundle(join(import.meta.dirname, 'inPage.ts'))
}
