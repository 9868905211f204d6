import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { tellConditions } from '../../extension/src/engine/tellConditions.ts'
import { browserPath } from '../browser/launch.ts'
import { readWithAgent } from './openPage.ts'
import { withAgent } from './withAgent.ts'

const folder = join(import.meta.dirname, 'layouts')
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.html'))
  .map((name) => name.slice(0, -5))

/** Each layout has a list of what a person reads on it: `label = value [unit]`, * where it must be filled, # a list. */
describe.runIf(browserPath)('pages laid out in the ways that loan systems know', () => {
  const here = withAgent()

  test.each(names)('%s: every field, its value, and nothing that is no field', async (name) => {
    const page = await here.browser.newPage({ viewport: { width: 1366, height: 768 } })
    await page.setContent(readFileSync(join(folder, `${name}.html`), 'utf8'))
    const report = await readWithAgent(page, here.agent)
    await page.close()
    const read = [
      ...tellConditions(report.fields).map(
        ({ label, value, unit, required }) =>
          `${required === 'yes' ? '*' : ''}${label} = ${value}${unit ? ` [${unit}]` : ''}`,
      ),
      ...report.grids.map(({ columns, rowCount }) => `# ${columns.join(' | ')} : ${rowCount}`),
    ]
    const listed = readFileSync(join(folder, `${name}.txt`), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
    expect(read.toSorted()).toEqual(listed.toSorted())
  })
})
