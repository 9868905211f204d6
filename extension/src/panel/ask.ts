import { browser } from 'wxt/browser'

import type { Answers, Ask, PanelNews, PanelRequest } from '../background/panelMessages.ts'

/** Asks the engine; null where it cannot answer (it is starting anew, or the question was not for us to ask). */
export async function ask<A extends Ask>(
  request: Extract<PanelRequest, { ask: A }>,
): Promise<Answers[A] | null> {
  try {
    // Both ends are ours and of one build: the shape of the answer is that of the question.
    return (await browser.runtime.sendMessage<PanelRequest, Answers[A] | undefined>(request)) ?? null
  } catch {
    return null
  }
}

/** Asks the engine and hands the answer on; null where it cannot answer. */
export function askFor<A extends Ask>(
  request: Extract<PanelRequest, { ask: A }>,
  take: (answer: Answers[A] | null) => void,
): void {
  const wait = async (): Promise<void> => take(await ask<A>(request))
  void wait()
}

/** Calls back on news of the engine until the signal is given. */
export function onNews(listen: (news: PanelNews) => void, signal: AbortSignal): void {
  const heard = (message: unknown): void => {
    if (isNews(message)) listen(message)
  }
  browser.runtime.onMessage.addListener(heard)
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(heard))
}

function isNews(message: unknown): message is PanelNews {
  return typeof message === 'object' && message !== null && 'to' in message && message.to === 'panel'
}
