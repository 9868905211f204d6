import { loans, practicePages } from '../../../credit-system/site.ts'
import { openLoan } from '../launch.ts'
import { dockOf } from '../ownParts.ts'
import { foldDock, openDock, type Studio, zoomTo } from './studio.ts'

const patient = { timeout: 15_000 }
const screen = { width: 1366, height: 768 }

/** Marks on a page of each family of widgets, the dock folded. */
export async function shootMarks({ extended, site, shoot }: Studio): Promise<void> {
  const page = await openLoan(extended, site)
  await foldDock(page)
  await shoot(page, 'marks-frameset')
  const work = page.frame({ name: 'work' })
  const menu = page.frame({ name: 'menu' })
  await menu?.getByText('贷款台账查询').click(patient)
  await work?.getByText('查询结果').waitFor(patient)
  await shoot(page, 'marks-list')
  const row = await work?.locator('tr', { hasText: 'JJ2026100000000' }).last().boundingBox()
  if (row) await page.mouse.move(row.x + 26, row.y + row.height / 2)
  await shoot(page, 'marks-list-card')
  const [, , , loan] = loans
  for (const { path, family, shows } of loan ? practicePages(loan, loans) : []) {
    await page.goto(`${site.origin}${path}?jjh=${loan?.loanNo ?? ''}`)
    await foldDock(page)
    await shoot(page, `marks-${family.replaceAll(/\W+/gu, '')}-${shows}`)
  }
  await page.close()
}

/** The dock: open, folded, at each edge, in a small window, at larger sizes, in the dark, and the notice of a save. */
export async function shootDock({ extended, site, shoot }: Studio): Promise<void> {
  const page = await openLoan(extended, site)
  await openDock(page)
  await shoot(page, 'dock-open')
  for (const edge of ['Left', 'Up', 'Right', 'Down'] as const) {
    await moveTo(edge)
    await shoot(page, `dock-moved-${edge.toLowerCase()}`)
  }
  await foldDock(page)
  await shoot(page, 'dock-folded')
  await page.frame({ name: 'work' })?.getByText('保 存').first().click(patient)
  const dock = await dockOf(page)
  await dock.getByText('只作提醒').waitFor(patient)
  await shoot(page, 'dock-notice')
  await dock.getByRole('button', { name: '继续' }).click(patient)
  await page.setViewportSize({ width: 900, height: 560 })
  await shoot(page, 'dock-small-folded')
  await openDock(page)
  await shoot(page, 'dock-small-open')
  await page.setViewportSize(screen)
  await page.emulateMedia({ colorScheme: 'dark' })
  await shoot(page, 'dock-dark')
  await page.emulateMedia({ colorScheme: 'light' })
  for (const zoom of [1.25, 1.5]) {
    await zoomTo(page, screen, zoom)
    await shoot(page, `dock-zoom-${zoom * 100}`)
  }
  await page.close()

  /** By keyboard, as far as the window goes. */
  async function moveTo(edge: string): Promise<void> {
    const handle = (await dockOf(page)).getByRole('button', { name: '拖动面板' })
    for (let steps = 0; steps < 70; steps += 1) await handle.press(`Arrow${edge}`)
  }
}
