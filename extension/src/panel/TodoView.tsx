import { Button, ToggleButton } from '@fluentui/react-components'
import { DueTag, EmptyState, LineIcon, LoadingRows, MessageBox } from '@postloan/core/ui'
import { useState } from 'react'

import { calendarFile } from '../store/calendarFile.ts'
import type { Todo } from '../store/index.ts'
import { askFor } from './ask.ts'
import { downloadText } from './downloadText.ts'
import { groupTodos, type Span, todayOf } from './groupTodos.ts'
import { panelWords } from './messages.ts'
import { MonthGrid } from './MonthGrid.tsx'
import { NoAnswer } from './NoAnswer.tsx'
import { openTodo } from './openPages.ts'
import { shownTime } from './shownTime.ts'
import { useAsked } from './useAsked.ts'

const words = panelWords.todo
const spans: readonly Span[] = ['day', 'week', 'month']

const whatIsToDo = { ask: 'todos' } as const

/** What is to be done by day, week or month over all loans; ticking one is kept with who and when. */
export function TodoView({ wide }: { readonly wide: boolean }) {
  const { answer: todos, failed, load } = useAsked(whatIsToDo)
  const [span, setSpan] = useState<Span>(wide ? 'month' : 'day')
  const [fault, setFault] = useState<string | null>(null)
  if (!todos) return failed ? <NoAnswer onAgain={load} /> : <LoadingRows />
  const groups = groupTodos(todos, span)
  const open = groups.flatMap(({ todos: own }) => own).filter(({ done }) => done === null)
  const finished = todos.filter(({ done }) => done !== null)
  const tick = (todo: Todo, done: boolean): void => {
    const { id, loan, what } = todo
    askFor<'todo'>({ ask: 'todo', id, loan, what, done, note: '' }, (saved) => {
      setFault(saved?.ok ? null : (saved?.message ?? panelWords.fault))
      load()
    })
  }
  return (
    <div className={wide ? 'px-todo px-todo-wide' : 'px-todo'}>
      <div className="px-bar">
        {wide ? (
          <>
            <h1 className="px-title">{words.title}</h1>
            <span className="pl-quiet">{words.from(new Set(todos.map(({ loan }) => loan)).size)}</span>
          </>
        ) : null}
        <fieldset
          aria-label={words.spanLabel}
          className={wide ? 'px-spans pl-pair-buttons pl-push' : 'px-spans pl-pair-buttons'}
        >
          {spans.map((one) => (
            <ToggleButton key={one} size="small" checked={span === one} onClick={() => setSpan(one)}>
              {words.spans[one]}
            </ToggleButton>
          ))}
        </fieldset>
        <Button
          size="small"
          className={wide ? '' : 'pl-push'}
          disabled={open.length === 0}
          onClick={() =>
            downloadText('待办.ics', calendarFile(todos, new Date().toISOString()), 'text/calendar')
          }
        >
          {words.ics}
        </Button>
        {wide ? (
          <Button
            size="small"
            onClick={() => downloadText('待办.csv', listFile(todos), 'text/csv;charset=utf-8')}
          >
            {words.csv}
          </Button>
        ) : null}
      </div>
      {fault === null ? null : <MessageBox intent="error" title={panelWords.fault} text={fault} />}
      {span === 'month' ? <MonthGrid todos={todos} /> : null}
      {open.length === 0 && finished.length === 0 ? (
        <EmptyState title={words.none}>{words.noneText}</EmptyState>
      ) : null}
      {groups.map((group) => (
        <section key={group.name}>
          <h2 className={`px-group${group.name === 'over' ? ' px-over' : ''}`}>
            {group.name === 'over' ? <LineIcon name="clock" /> : null}
            {words[group.name]}
            <span className="pl-push pl-quiet">{group.todos.length}</span>
          </h2>
          <ul className="px-todos">
            {group.todos.map((todo) => (
              <li key={todo.id}>
                <input
                  type="checkbox"
                  className="pl-box-input"
                  aria-label={words.tick(todo.what, todo.customer)}
                  checked={todo.done !== null}
                  onChange={(event) => tick(todo, event.currentTarget.checked)}
                />
                <span className="px-item-text">
                  {todo.what}
                  <span className="pl-quiet pl-block">
                    {todo.customer} · {todo.label}
                    {wide ? ` · ${todo.basis}` : ''}
                  </span>
                </span>
                {todo.done ? (
                  <span className="pl-quiet">
                    {todo.done.by} {shownTime(todo.done.at)}
                  </span>
                ) : todo.daysLeft <= 7 ? (
                  <DueTag daysLeft={todo.daysLeft} />
                ) : (
                  <span className="pl-keep">{todo.day.slice(5)}</span>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <footer className="px-foot">
        <span className="pl-quiet">{words.foot(open.length, finished.length)}</span>
        {wide ? null : (
          <button type="button" className="pl-link pl-push" onClick={openTodo}>
            {words.whole}
          </button>
        )}
        <span className="pl-hidden">{todayOf(todos)}</span>
      </footer>
    </div>
  )
}

/** For a spreadsheet: a byte order mark, or Excel reads the Chinese as GBK. */
function listFile(todos: readonly Todo[]): string {
  const rows = todos.map(({ daysLeft, what, customer, label, day, officer, from }) => [
    String(daysLeft),
    what,
    customer,
    label,
    day,
    officer,
    words.sources[from],
  ])
  return `\ufeff${[words.columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

/** A name that begins like a formula is text all the same. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+$/.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}
