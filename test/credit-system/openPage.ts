import type { Page } from 'playwright-core'

import type { AgentMessage, AgentOrder, Mark } from '../../extension/src/protocol/messages.ts'
import type { PageReport } from '../../extension/src/protocol/report.ts'

/** Puts the agent into the page and waits for its first report. */
export async function readWithAgent(page: Page, agent: string): Promise<PageReport> {
  await page.evaluate(agent)
  return reportAfter(page, 0)
}

/** The newest report once there are more than `count`. */
export async function reportAfter(page: Page, count: number): Promise<PageReport> {
  await page.waitForFunction(
    (least) => (window.agentInPage?.sent.filter(({ type }) => type === 'report').length ?? 0) > least,
    count,
    { timeout: 30_000 },
  )
  const sent = await messages(page)
  const last = sent.findLast((message) => message.type === 'report')
  if (last?.type !== 'report') throw new Error('the agent gave no report')
  return last.report
}

export function messages(page: Page): Promise<readonly AgentMessage[]> {
  return page.evaluate(() => window.agentInPage?.sent ?? [])
}

export async function order(page: Page, one: AgentOrder): Promise<void> {
  await page.evaluate((given) => {
    window.agentInPage?.take(given)
  }, one)
}

/** A mark on every field, of all levels in turn. */
export function marksOn({ fields }: PageReport): Mark[] {
  const levels = ['serious', 'warning', 'attention', 'notice', 'incomplete', 'ledger'] as const
  return fields.map(({ key }, index) => ({
    id: `m${index}`,
    level: levels[index % levels.length] ?? 'notice',
    words: '必填，未填',
    at: { field: key },
    card: ['必填，未填', '贷款用途为空', '补上后自动重新判断'],
  }))
}
