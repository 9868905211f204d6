import type { Frame, Page } from 'playwright-core'

const patient = { timeout: 30_000 }

/** The frame of the dock, once the engine has answered it; an error where there is none for 30 seconds. */
export async function dockOf(page: Page): Promise<Frame> {
  for (let tries = 0; tries < 120; tries += 1) {
    const dock = page.frames().find((frame) => frame.url().includes('/dock.html'))
    if (dock && (await dock.getByRole('button').count()) > 0) return dock
    await page.waitForTimeout(250)
  }
  throw new Error(`no dock on ${page.url()}`)
}

/** The dock, unfolded where it stands folded over a narrow page. */
export async function openDock(page: Page): Promise<Frame> {
  const dock = await dockOf(page)
  const tab = dock.getByRole('tab', { name: '清单' })
  const badge = dock.getByRole('button', { name: /展开/u })
  await tab.or(badge).first().waitFor(patient)
  if ((await badge.count()) > 0) await badge.click(patient)
  await tab.waitFor(patient)
  return dock
}

/** What stands in our closed root, as the debugger sees it; '' where we have drawn nothing. */
export async function marksIn(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page)
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true })
  await session.detach()
  const text = JSON.stringify(root)
  const at = text.search(/"nodeName":"POSTLOAN-MARKS"/iu)
  return at < 0 ? '' : text.slice(at)
}

/** What the browser lays above the page, undermost first, with the words in it. */
export async function topLayer(
  page: Page,
): Promise<readonly { readonly name: string; readonly words: string }[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('DOM.getDocument', { depth: -1, pierce: true })
  const { nodeIds } = await session.send('DOM.getTopLayerElements')
  const nodes = await Promise.all(
    nodeIds.map((nodeId) => session.send('DOM.describeNode', { nodeId, depth: -1, pierce: true })),
  )
  await session.detach()
  return nodes
    .map(({ node }) => ({ name: node.nodeName, words: wordsOf(node) }))
    .filter(({ name }) => !name.startsWith('::'))
}

interface TreeNode {
  readonly nodeType: number
  readonly nodeValue: string
  readonly children?: readonly TreeNode[] | undefined
}

function wordsOf({ nodeType, nodeValue, children = [] }: TreeNode): string {
  return nodeType === 3 ? nodeValue.trim() : children.map(wordsOf).join('')
}
