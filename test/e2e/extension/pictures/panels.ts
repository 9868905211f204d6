import { openLoan } from '../launch.ts'
import { foldDock, importLedger, type Studio, zoomTo } from './studio.ts'

const patient = { timeout: 30_000 }
const narrow = { width: 350, height: 760 }
const tabs = ['清单', '本页', '本笔发现', '记录'] as const

/** The side panel before anything: no bank page, an answer that does not come, a store that cannot be read. */
export async function shootEmptyPanel({ extended, own, shoot }: Studio): Promise<void> {
  const blank = await extended.context.newPage()
  await blank.goto('about:blank')
  const panel = await extended.panel(blank)
  await panel.setViewportSize(narrow)
  for (const side of ['本笔', '待办', '台账']) {
    await panel.getByRole('tab', { name: side, exact: true }).click(patient)
    await panel.getByText(/没有/u).first().waitFor(patient)
    await shoot(panel, `panel-empty-${side}`)
  }
  await panel.close()
  await blank.close()
  const waiting = await extended.context.newPage()
  await waiting.setViewportSize(narrow)
  await waiting.addInitScript(() => {
    Reflect.set(chrome.runtime, 'sendMessage', () => new Promise(() => {}))
  })
  await waiting.goto(`chrome-extension://${extended.id}/sidepanel.html`)
  await shoot(waiting, 'panel-loading')
  await waiting.close()
  for (const path of ['sidepanel.html?tab=1', 'todo.html', 'options.html']) {
    const failing = await own('managed_schema.json', narrow)
    await failing.addInitScript(() => {
      Reflect.set(chrome.runtime, 'sendMessage', async () => null)
    })
    await failing.goto(`chrome-extension://${extended.id}/${path}`)
    await failing.getByText('没有取到数据').first().waitFor(patient)
    await shoot(failing, `no-answer-${path.split('.')[0] ?? ''}`)
    await failing.close()
  }
}

/** The side panel with a loan and a ledger: every tab at two widths, what opens in it, larger, in the dark. */
export async function shootPanel(studio: Studio): Promise<void> {
  const { extended, site, shoot } = studio
  await importLedger(studio)
  const page = await openLoan(extended, site)
  await foldDock(page)
  const panel = await extended.panel(page)
  await panel.setViewportSize(narrow)
  for (const tab of tabs) {
    await open(tab)
    await shoot(panel, `panel-350-${tab}`)
  }
  await panel.setViewportSize({ width: 420, height: 760 })
  for (const tab of tabs) {
    await open(tab)
    await shoot(panel, `panel-420-${tab}`)
  }
  await panel.setViewportSize({ width: 350, height: 1200 })
  await open('本笔发现')
  await panel
    .getByRole('button', { name: /逾期贷款仍列正常/u })
    .first()
    .click(patient)
  await shoot(panel, 'panel-finding')
  await panel.getByRole('button', { name: '豁免…' }).click(patient)
  await shoot(panel, 'panel-waive')
  await open('清单')
  await panel.getByRole('checkbox').first().click(patient)
  await panel
    .getByRole('button', { name: /写明情况/u })
    .first()
    .click(patient)
  await panel.locator('summary').first().click(patient)
  await shoot(panel, 'panel-answer')
  await panel.setViewportSize({ width: 350, height: 2400 })
  await shoot(panel, 'panel-guide')
  await panel.setViewportSize(narrow)
  await panel.getByRole('button', { name: '导出…' }).click(patient)
  await shoot(panel, 'panel-export')
  await panel.keyboard.press('Escape')
  await panel.getByRole('button', { name: /办结…/u }).click(patient)
  await shoot(panel, 'panel-round')
  await panel.emulateMedia({ colorScheme: 'dark' })
  for (const tab of tabs) {
    await open(tab)
    await shoot(panel, `panel-dark-${tab}`)
  }
  await panel.emulateMedia({ colorScheme: 'light' })
  await zoomTo(panel, { width: 420, height: 900 }, 1.25)
  for (const tab of tabs) {
    await open(tab)
    await shoot(panel, `panel-125-${tab}`)
  }
  await fillStore()
  await open('清单')
  await panel.getByRole('checkbox').nth(1).click(patient)
  await panel.getByText('没有保存', { exact: true }).waitFor(patient)
  await shoot(panel, 'panel-store-full')
  await panel.close()
  await page.close()

  async function open(tab: string): Promise<void> {
    await panel.getByRole('tab', { name: tab }).click(patient)
  }

  /** The disk is full for the worker: what it writes is refused as the browser refuses it. */
  async function fillStore(): Promise<void> {
    await (
      await extended.worker()
    ).evaluate(() => {
      const refuse = (): never => {
        throw new DOMException('full', 'QuotaExceededError')
      }
      IDBObjectStore.prototype.put = refuse
      IDBObjectStore.prototype.add = refuse
    })
  }
}

/** The steps of a warning, on a page that tells of one. */
export async function shootWarning({ extended, site, shoot }: Studio): Promise<void> {
  const page = await extended.context.newPage()
  const cells = [
    ['借据号', 'JJ2026100000013'],
    ['客户名称', '临溪丰裕电子有限公司'],
    ['贷款余额（元）', '3,730,000.00'],
    ['放款日期', '2026-08-11'],
    ['到期日期', '2027-08-10'],
    ['五级分类', '正常'],
    ['预警信号', '涉诉'],
  ]
  const rows = cells.map(([name, value]) => `<tr><td>${name}：</td><td>${value}</td></tr>`).join('')
  await page.route('**/yj/yjxx.jsp', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<title>预警信息</title><h3>预警信息</h3><table border=1>${rows}</table>`,
    }),
  )
  await page.goto(`${site.origin}/yj/yjxx.jsp`)
  await foldDock(page)
  const panel = await extended.panel(page)
  await panel.setViewportSize(narrow)
  const stage = panel.getByRole('combobox', { name: '检查阶段' })
  await panel.getByRole('checkbox').first().waitFor(patient)
  if ((await stage.count()) > 0) await stage.selectOption('warning')
  await panel.getByRole('list', { name: '预警处置进度' }).waitFor(patient)
  await shoot(panel, 'panel-warning-begun')
  await panel.getByRole('checkbox').first().click(patient)
  await panel.getByText('已完成 1').waitFor(patient)
  await shoot(panel, 'panel-warning-reported')
  await panel.close()
  await page.close()
}

/** The tool that gives fields of a page a meaning, step by step. */
export async function shootPointing({ extended, site, shoot }: Studio): Promise<void> {
  const page = await openLoan(extended, site)
  await foldDock(page)
  const panel = await extended.panel(page)
  await panel.setViewportSize(narrow)
  await panel.getByRole('button', { name: '配置页面' }).click(patient)
  await panel.getByText('点一下选中字段').waitFor(patient)
  await shoot(panel, 'pointing-1-begin')
  const fields = page.frame({ name: 'work' })?.locator('input:visible, select:visible')
  if (!fields) throw new Error('no fields')
  for (const [at, name] of [
    [4, '2-chosen'],
    [6, '4-second'],
  ] as const) {
    await page.bringToFront()
    await fields.nth(at).hover()
    await shoot(page, `pointing-${name}-page`)
    await fields.nth(at).click()
    await panel.bringToFront()
    await panel.getByRole('button', { name: /^指定为/u }).waitFor(patient)
    await shoot(panel, `pointing-${name}`)
    await panel.getByRole('button', { name: /^指定为/u }).click(patient)
    await panel.getByText('点一下选中字段').waitFor(patient)
    await shoot(panel, `pointing-${name}-assigned`)
  }
  await panel.getByRole('button', { name: '用打开的页面自测' }).click(patient)
  await shoot(panel, 'pointing-5-tested')
  await page.bringToFront()
  await shoot(page, 'pointing-5-page')
  await panel.close()
  await page.close()
}

declare const chrome: { readonly runtime: object }
