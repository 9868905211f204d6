/** Draws the add-in's icons: `node test/e2e/addin/drawIcons.ts`, after a change to an SVG in addin/manifest/icons. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { iconNames, iconSizes } from '../../../addin/manifest/addinManifest.ts'
import { launchBrowser } from '../../browser/launch.ts'

const addin = join(import.meta.dirname, '../../../addin')
const out = join(addin, 'public/icons')
mkdirSync(out, { recursive: true })
const browser = await launchBrowser()
const page = await browser.newPage()
for (const name of iconNames) {
  const svg = readFileSync(join(addin, `manifest/icons/${name}.svg`), 'utf8')
  for (const size of iconSizes) {
    await page.setViewportSize({ width: size, height: size })
    const style = `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>`
    await page.setContent(style + svg)
    writeFileSync(join(out, `${name}-${size}.png`), await page.screenshot({ omitBackground: true }))
  }
}
await browser.close()
