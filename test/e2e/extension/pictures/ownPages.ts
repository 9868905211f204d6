import { type Studio, zoomTo } from './studio.ts'

const patient = { timeout: 30_000 }
const parts = ['常规', '页面配置', '台账', '记录与备份', '关于与权限'] as const
const screen = { width: 1366, height: 768 }

/** Every part of the options, as they are now: `when` says what was done before. */
export async function shootOptions({ own, shoot }: Studio, when: string): Promise<void> {
  const options = await own('options.html', screen)
  for (const part of parts) {
    await options.getByRole('button', { name: part, exact: true }).click(patient)
    await options.locator('.px-box').first().waitFor(patient)
    await shoot(options, `options-${when}-${part}`)
  }
  await options.close()
}

/** Files that cannot be taken, a backup, and what the options say then; narrow, larger, and in the dark. */
export async function shootFaults({ own, shoot }: Studio): Promise<void> {
  const options = await own('options.html', screen)
  const file = (name: string, text: string): { name: string; mimeType: string; buffer: Buffer } => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(text),
  })
  await options.getByLabel('导入政策包…').setInputFiles(file('政策包.json', '{"pack":1}'))
  await options.getByText('政策包没有导入').waitFor(patient)
  await shoot(options, 'options-bad-pack')
  await options.getByRole('button', { name: '台账', exact: true }).click(patient)
  await options
    .getByLabel('导入台账…')
    .setInputFiles(file('通讯录.csv', '\uFEFF姓名,电话\r\n张三,1\r\n李四,2\r\n'))
  await options.getByText('台账没有导入').waitFor({ timeout: 60_000 })
  await shoot(options, 'options-bad-ledger')
  await options.getByRole('button', { name: '页面配置' }).click(patient)
  await options.getByLabel('导入…').setInputFiles(file('页面.json', '{}'))
  await options.getByText('文件里没有页面配置').waitFor(patient)
  await shoot(options, 'options-bad-map')
  await options.getByRole('button', { name: '记录与备份' }).click(patient)
  await options.getByRole('button', { name: '校验记录' }).click(patient)
  await options.getByText('首尾相接').waitFor(patient)
  await options.getByLabel('口令').fill('practice-1')
  await shoot(options, 'options-backup-ready')
  const downloading = options.waitForEvent('download')
  await options.getByRole('button', { name: '备份…' }).click(patient)
  const saved = await (await downloading).path()
  await options.getByLabel('口令').fill('practice-2')
  await options.getByLabel('恢复…').setInputFiles(saved)
  await options.getByText('没有恢复').waitFor(patient)
  await shoot(options, 'options-restore-wrong')
  await options.getByLabel('口令').fill('practice-1')
  await options.getByLabel('恢复…').setInputFiles(saved)
  await options.getByText('已恢复').waitFor(patient)
  await shoot(options, 'options-restored')
  await options.getByRole('button', { name: '清除全部数据…' }).click(patient)
  await shoot(options, 'options-wipe-ask')
  await options.getByRole('button', { name: '取消' }).click(patient)
  await options.getByRole('button', { name: '常规' }).click(patient)
  await options.emulateMedia({ colorScheme: 'dark' })
  await shoot(options, 'options-dark')
  await options.emulateMedia({ colorScheme: 'light' })
  await options.setViewportSize({ width: 420, height: 900 })
  await shoot(options, 'options-420')
  await zoomTo(options, screen, 1.5)
  await shoot(options, 'options-150')
  await options.close()
}

/** What is due: in the side panel by day, week and month, and as a page of its own. */
export async function shootTodo({ own, shoot }: Studio, when: string): Promise<void> {
  const panel = await own('sidepanel.html?tab=1', { width: 350, height: 760 })
  await panel.getByRole('tab', { name: '待办', exact: true }).click(patient)
  for (const span of ['日', '周', '月']) {
    await panel.getByRole('button', { name: span, exact: true }).click(patient)
    await shoot(panel, `todo-${when}-350-${span}`)
  }
  await panel.close()
  const page = await own('todo.html', screen)
  await page.getByRole('button', { name: '月', exact: true }).waitFor(patient)
  await shoot(page, `todo-${when}-page`)
  const box = page.getByRole('checkbox').first()
  if ((await box.count()) > 0) {
    await box.click(patient)
    await page.getByText('今天已完成').waitFor(patient)
    await page.getByText('今天已完成').scrollIntoViewIfNeeded()
    await shoot(page, `todo-${when}-ticked`)
    await page.emulateMedia({ colorScheme: 'dark' })
    await shoot(page, `todo-${when}-dark`)
  }
  await page.close()
}
