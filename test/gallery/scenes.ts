import type { Page } from 'playwright-core'

/** A state of a pane worth looking at, and how a person gets there. */
export interface Scene {
  readonly name: string
  readonly query: string
  reach(page: Page): Promise<void>
}

const check = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '检查台账' }).click()
  await page.getByRole('tab', { name: /^发现/ }).waitFor()
}
const openTab =
  (name: RegExp) =>
  async (page: Page): Promise<void> => {
    await check(page)
    await page.getByRole('tab', { name }).click()
  }
const openFirstFinding = async (page: Page): Promise<void> => {
  await check(page)
  await page.locator('.pl-item').first().click()
  await page.getByRole('button', { name: /^定位/ }).first().waitFor()
}
const group =
  (name: string) =>
  async (page: Page): Promise<void> => {
    await check(page)
    await page.getByLabel('分组').selectOption({ label: name })
  }

const openDocuments = async (page: Page): Promise<void> => {
  await check(page)
  await page.getByRole('tab', { name: '文书' }).click()
  await page.getByRole('button', { name: /^生成 \d+ 份文书/ }).waitFor()
}
const askTick = async (page: Page): Promise<void> => {
  await check(page)
  await page.evaluate(() => (window as unknown as { selectRow(row: number): void }).selectRow(9))
  await page.getByRole('tab', { name: '清单' }).click()
  await page.getByRole('checkbox').first().click()
  await page.getByRole('textbox', { name: '检查人' }).waitFor()
}

export const scenes: readonly Scene[] = [
  {
    name: '01-ledger',
    query: 'book=sample',
    reach: async (page) => {
      await page.getByText('已识别为').waitFor()
    },
  },
  {
    name: '02-ledger-all-columns',
    query: 'book=sample',
    reach: async (page) => {
      await page.getByRole('button', { name: '查看' }).click()
    },
  },
  {
    name: '03-checking',
    query: 'book=sample&busy=check',
    reach: async (page) => {
      await page.getByText('正在检查').first().waitFor()
    },
  },
  { name: '04-result-finding', query: 'book=sample', reach: openFirstFinding },
  { name: '05-result-by-customer', query: 'book=sample', reach: group('按客户') },
  { name: '06-result-by-manager', query: 'book=sample', reach: group('按客户经理') },
  {
    name: '07-result-warning-only',
    query: 'book=sample',
    reach: async (page) => {
      await check(page)
      await page.getByRole('button', { name: /警示$/ }).click()
    },
  },
  {
    name: '08-result-no-match',
    query: 'book=sample',
    reach: async (page) => {
      await check(page)
      await page.getByRole('searchbox').fill('没有这个人')
    },
  },
  { name: '09-due', query: 'book=sample', reach: openTab(/^应办/) },
  { name: '10-incomplete', query: 'book=gaps', reach: openTab(/^无法判断/) },
  { name: '11-not-run', query: 'book=sample', reach: openTab(/^未执行/) },
  {
    name: '12-waive',
    query: 'book=sample',
    reach: async (page) => {
      await openFirstFinding(page)
      await page.getByRole('button', { name: '豁免…' }).click()
      await page.getByRole('button', { name: '豁免', exact: true }).click()
    },
  },
  {
    name: '13-waived',
    query: 'book=sample',
    reach: async (page) => {
      await openFirstFinding(page)
      await page.getByRole('button', { name: '豁免…' }).click()
      await page.getByLabel('豁免至').fill('2026-12-31')
      await page.getByLabel('原因').fill('展期已批，资料补录中')
      await page.getByLabel('豁免人').fill('赵主管')
      await page.getByRole('button', { name: '豁免', exact: true }).click()
      await page.getByRole('tab', { name: /^已豁免 1/ }).click()
      await page.locator('.pl-item').first().click()
      await page.getByRole('button', { name: '撤销豁免' }).waitFor()
    },
  },
  {
    name: '14-protected',
    query: 'book=sample&protected',
    reach: async (page) => {
      await check(page)
      await page.getByRole('button', { name: '写入标注' }).click()
      await page.getByText('受保护').first().waitFor()
    },
  },
  {
    name: '15-flagged',
    query: 'book=sample',
    reach: async (page) => {
      await check(page)
      await page.getByRole('button', { name: '写入标注' }).click()
      await page.getByRole('button', { name: '清除标注' }).waitFor()
    },
  },
  {
    name: '16-live-writing',
    query: 'book=sample',
    reach: async (page) => {
      await check(page)
      await page.getByRole('switch', { name: '实时检查' }).click()
      await page.getByRole('switch', { name: '实时写入' }).click()
    },
  },
  {
    name: '17-checklist',
    query: 'book=sample',
    reach: async (page) => {
      await check(page)
      await page.evaluate(() => (window as unknown as { selectRow(row: number): void }).selectRow(9))
      await page.getByRole('tab', { name: '清单' }).click()
      await page.getByText('已完成').waitFor()
    },
  },
  {
    name: '18-checklist-empty',
    query: 'book=sample',
    reach: async (page) => {
      await page.getByText('已识别为').waitFor()
      await page.getByRole('tab', { name: '清单' }).click()
    },
  },
  {
    name: '19-rules',
    query: 'book=sample',
    reach: async (page) => {
      await page.getByText('已识别为').waitFor()
      await page.getByRole('tab', { name: '规则' }).first().click()
      await page.getByRole('searchbox').waitFor()
    },
  },
  {
    name: '20-rule-page',
    query: 'book=sample',
    reach: async (page) => {
      await page.getByText('已识别为').waitFor()
      await page.getByRole('tab', { name: '规则' }).first().click()
      await page.getByRole('button', { name: /CLS-002/ }).click()
      await page.getByText('用到的参数').waitFor()
    },
  },
  {
    name: '21-parameters',
    query: 'book=sample',
    reach: async (page) => {
      await page.getByText('已识别为').waitFor()
      await page.getByRole('tab', { name: '规则' }).first().click()
      await page.getByRole('tab', { name: '参数' }).click()
      await page.getByRole('searchbox').waitFor()
    },
  },
  {
    name: '22-packs',
    query: 'book=sample',
    reach: async (page) => {
      await page.getByText('已识别为').waitFor()
      await page.getByRole('tab', { name: '规则' }).first().click()
      await page.getByRole('tab', { name: '本行政策' }).click()
    },
  },
  {
    name: '23-not-a-ledger',
    query: 'book=minutes',
    reach: async (page) => {
      await page.getByRole('heading', { name: '没有找到借据台账' }).waitFor()
    },
  },
  { name: '24-clean', query: 'book=clean', reach: check },
  {
    name: '25-no-result',
    query: 'book=sample',
    reach: async (page) => {
      await page.getByText('已识别为').waitFor()
      await page.getByRole('tab', { name: '结果' }).click()
      await page.getByText('还没有检查').waitFor()
    },
  },
  { name: '26-documents', query: 'book=sample', reach: openDocuments },
  {
    name: '27-documents-preview',
    query: 'book=sample',
    reach: async (page) => {
      await openDocuments(page)
      await page.getByRole('button', { name: '预览' }).click()
      await page.getByText('留空待填').waitFor()
    },
  },
  {
    name: '28-documents-no-result',
    query: 'book=sample',
    reach: async (page) => {
      await page.getByText('已识别为').waitFor()
      await page.getByRole('tab', { name: '文书' }).click()
      await page.getByText('还没有检查').waitFor()
    },
  },
  {
    name: '29-documents-making',
    query: 'book=sample&busy=documents',
    reach: async (page) => {
      await page.getByRole('tab', { name: '文书' }).click()
      await page.getByText('正在生成文书').first().waitFor()
    },
  },
  {
    name: '30-documents-bank',
    query: 'book=sample',
    reach: async (page) => {
      await openDocuments(page)
      await page.getByText('本行信息').click()
      await page.getByLabel('经办机构').fill('石桥分理处')
    },
  },
  { name: '31-tick-asks', query: 'book=sample', reach: askTick },
  {
    name: '32-ticked',
    query: 'book=sample',
    reach: async (page) => {
      await askTick(page)
      await page.getByRole('textbox', { name: '检查人' }).fill('周敏')
      await page.getByRole('button', { name: '记下' }).click()
      await page.getByRole('checkbox', { checked: true }).first().waitFor()
    },
  },
  {
    name: '33-previous',
    query: 'book=sample',
    reach: async (page) => {
      await page.getByText('已识别为').waitFor()
      const sample = await (await page.request.get(new URL('sample.xlsx', page.url()).href)).body()
      await page.locator('input[type=file][accept*=".xls"]').setInputFiles({
        name: '某某支行贷款台账(2026年9月).xlsx',
        mimeType: 'application/octet-stream',
        buffer: sample,
      })
      await page.getByText('已读入上期台账').waitFor()
      await check(page)
      await page.getByRole('tab', { name: '台账' }).click()
      await page.getByText('对上 600 笔').scrollIntoViewIfNeeded()
    },
  },
  {
    name: '34-template',
    query: 'book=sample',
    reach: async (page) => {
      await page.getByRole('button', { name: '新建标准模板' }).click()
      await page.getByText('标准模板已在新的窗口打开').waitFor()
    },
  },
]
