import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** Serious and critical findings of axe-core in what the page shows now, one line each. */
export async function findFaults(page: Page): Promise<readonly string[]> {
  // a colour on its way to another one is no colour that anybody reads; what turns for ever is not waited for
  await page.evaluate(async () => {
    const passing = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
    await Promise.allSettled(passing.map(({ finished }) => finished))
  })
  // not as a script of the page: its policy takes none from outside
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await readFile(axeFile, 'utf8'))
  const { violations } = await page.evaluate(async () => {
    const axe = (window as unknown as { axe: { run(context: object, options: object): Promise<AxeResults> } })
      .axe
    // Fluent's helpers at both ends of a tab list take the focus only to pass it on
    return axe.run({ exclude: ['[data-tabster-dummy]'] }, { resultTypes: ['violations'] })
  })
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}
