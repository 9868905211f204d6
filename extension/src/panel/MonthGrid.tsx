import { Button } from '@fluentui/react-components'
import { LineIcon } from '@postloan/core/ui'
import { useState } from 'react'

import type { Todo } from '../store/index.ts'
import { todayOf, weekday } from './groupTodos.ts'
import { panelWords } from './messages.ts'

const words = panelWords.todo
const dayLength = 86_400_000

/** A month as weeks, each day with how many things of which kind are due. */
export function MonthGrid({ todos }: { readonly todos: readonly Todo[] }) {
  const today = todayOf(todos)
  const [shift, setShift] = useState(0)
  const first = new Date(Date.UTC(Number(today.slice(0, 4)), Number(today.slice(5, 7)) - 1 + shift, 1))
  const start = first.getTime() - (weekday(iso(first.getTime())) - 1) * dayLength
  const weeks = Math.ceil((weekday(iso(first.getTime())) - 1 + daysOf(first)) / 7)
  const open = todos.filter(({ done }) => done === null)
  const month = iso(first.getTime()).slice(0, 7)
  const inMonth = open.filter(({ day }) => day.startsWith(month))
  return (
    <section className="px-month">
      <div className="px-bar">
        <h2 className="pl-heading">{words.month(first.getUTCFullYear(), first.getUTCMonth() + 1)}</h2>
        <Button
          size="small"
          appearance="transparent"
          icon={
            <span className="px-flip">
              <LineIcon name="right" />
            </span>
          }
          aria-label={words.previous}
          onClick={() => setShift(shift - 1)}
        />
        <Button
          size="small"
          appearance="transparent"
          icon={<LineIcon name="right" />}
          aria-label={words.next}
          onClick={() => setShift(shift + 1)}
        />
        <Button size="small" appearance="transparent" onClick={() => setShift(0)}>
          {words.goToday}
        </Button>
        <span className="pl-push pl-quiet">{words.sum(inMonth.length, parts(inMonth).join('，'))}</span>
      </div>
      <table className="px-grid">
        <thead>
          <tr>
            {words.weekdays.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: weeks }, (_, week) => (
            <tr key={week}>
              {Array.from({ length: 7 }, (__, at) => {
                const day = iso(start + (week * 7 + at) * dayLength)
                return (
                  <td key={day} className={day.startsWith(month) ? '' : 'px-other'}>
                    <span className={day === today ? 'px-today' : ''}>{Number(day.slice(8))}</span>
                    {parts(open.filter((todo) => todo.day === day)).map((line) => (
                      <span key={line} className="pl-block">
                        {line}
                      </span>
                    ))}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function parts(todos: readonly Todo[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { kind } of todos) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].map(([kind, count]) => `${words.kinds[kind] ?? kind} ${count}`)
}

function iso(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

function daysOf(first: Date): number {
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
}
