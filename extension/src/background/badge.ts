import { formatIsoDay } from '@postloan/core/calendar'
import { browser } from 'wxt/browser'

import { dropOlder, listTodos, storeWords } from '../store/index.ts'
import type { Todo } from '../store/index.ts'
import { backgroundWords as words } from './messages.ts'
import { policyInForce, settings, store, today } from './state.ts'

const alarm = 'day'

/** Looks at the day's work every half hour, which also notices that a new day has begun. */
export async function setAlarm(): Promise<void> {
  if (!(await browser.alarms.get(alarm)))
    await browser.alarms.create(alarm, { periodInMinutes: 30, delayInMinutes: 1 })
}

export async function todos(): Promise<readonly Todo[]> {
  const { policy } = await policyInForce()
  return listTodos(store, policy, today())
}

/** The number of things that are due today or were due, on the button of the extension. */
export async function showBadge(): Promise<number> {
  const due = (await todos()).filter(({ done, daysLeft }) => done === null && daysLeft <= 0).length
  await browser.action.setBadgeBackgroundColor({ color: '#616161' })
  await browser.action.setBadgeText({ text: due === 0 ? '' : due > 99 ? '99+' : String(due) })
  await browser.action.setTitle({ title: words.badge(due) })
  return due
}

export async function onAlarm(name: string): Promise<void> {
  if (name !== alarm) return
  const due = await showBadge()
  const { values } = await settings()
  const day = formatIsoDay(today())
  const told = (await store.settings.get('dayTold'))?.value
  if (told === day) return
  await store.settings.put({ name: 'dayTold', value: day })
  const before = `${Number(day.slice(0, 4)) - values.retentionYears}${day.slice(4)}`
  await dropOlder(store, before, values.userName || storeWords.officer)
  if (values.dailyNotice && due > 0) await notify(due)
}

/** One quiet notification a day, with a number and nothing of any customer. */
async function notify(due: number): Promise<void> {
  if (!(await browser.permissions.contains({ permissions: ['notifications'] }))) return
  await browser.notifications.create('day', {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title: words.name,
    message: words.badge(due),
    silent: true,
  })
}
