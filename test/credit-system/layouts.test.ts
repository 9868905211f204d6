import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { tellConditions } from '../../extension/src/engine/tellConditions.ts'
import { browserPath, launchBrowser } from '../browser/launch.ts'
import { bundleAgent } from './bundleAgent.ts'
import { readWithAgent } from './openPage.ts'

const folder = join(import.meta.dirname, 'layouts')
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.html'))
  .map((name) => name.slice(0, -5))

/** Each layout has a list of what a person reads on it: `label = value [unit]`, * where it must be filled, # a list. */
describe.runIf(browserPath)('pages laid out in the ways that loan systems know', () => {
  let agent: string
  let browser: Browser
  beforeAll(async () => {
    agent = await bundleAgent()
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  test.each(names)('%s: every field, its value, and nothing that is no field', async (name) => {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    await page.setContent(readFileSync(join(folder, `${name}.html`), 'utf8'))
    const report = await readWithAgent(page, agent)
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
