import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import { findFaults } from './findFaults.ts'
import { openGallery } from './openGallery.ts'
import { scenes } from './scenes.ts'

/**
 * Pictures of every pane and state: `node test/gallery/shoot.ts [folder] [name …]`, at 350 and 500 px, light and dark.
 */
const [folder = join(tmpdir(), 'postloan-panes'), ...names] = process.argv.slice(2)
const target = resolve(folder)
await mkdir(target, { recursive: true })
const gallery = await openGallery()
try {
  for (const scene of scenes) {
    if (names.length > 0 && !names.some((name) => scene.name.includes(name))) continue
    for (const theme of ['light', 'dark']) {
      for (const width of [350, 500]) {
        if (width === 500 && theme === 'dark') continue
        const { page, complaints } = await gallery.open(`${scene.query}&theme=${theme}`, {
          width,
          height: 836,
          scale: 2,
        })
        try {
          await scene.reach(page)
          await page.waitForTimeout(500)
          await page.screenshot({ path: join(target, `${scene.name}-${width}-${theme}.png`) })
          complaints.push(...(await findFaults(page)))
        } catch (error) {
          complaints.push(String(error))
          await page.screenshot({ path: join(target, `${scene.name}-${width}-${theme}-failed.png`) })
        }
        if (complaints.length > 0) console.log(scene.name, width, theme, complaints)
        await page.close()
      }
    }
  }
} finally {
  await gallery.close()
}
console.log(target)
