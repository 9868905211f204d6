import type { Todo } from '../store/index.ts'

export type Span = 'day' | 'week' | 'month'

export interface TodoGroup {
  readonly name: 'over' | 'today' | 'rest' | 'later' | 'done'
  readonly todos: readonly Todo[]
}

/** Overdue first, then today, then what is left of the week or month; what was done today comes last. */
export function groupTodos(todos: readonly Todo[], span: Span): readonly TodoGroup[] {
  const today = todayOf(todos)
  const open = todos.filter(({ done }) => done === null)
  const weekEnd = 7 - weekday(today)
  const monthEnd = today === '' ? 31 : lastOfMonth(today) - Number(today.slice(8))
  const between = (from: number, to: number): Todo[] =>
    open.filter(({ daysLeft }) => daysLeft >= from && daysLeft <= to)
  const groups: TodoGroup[] = [
    { name: 'over', todos: open.filter(({ daysLeft }) => daysLeft < 0) },
    { name: 'today', todos: between(0, 0) },
    ...(span === 'day' ? [] : [{ name: 'rest', todos: between(1, weekEnd) } as const]),
    ...(span === 'month' ? [{ name: 'later', todos: between(weekEnd + 1, monthEnd) } as const] : []),
    { name: 'done', todos: todos.filter(({ done }) => done !== null && shanghaiDay(done.at) === today) },
  ]
  return groups.filter(({ todos: own }) => own.length > 0)
}

/** The day that the engine counted from; '' where there is nothing to tell it by. */
export function todayOf(todos: readonly Todo[]): string {
  const [first] = todos
  if (!first) return shanghaiDay(new Date().toISOString())
  return new Date(Date.parse(first.day) - first.daysLeft * 86_400_000).toISOString().slice(0, 10)
}

/** 1 (Monday) to 7. */
export function weekday(day: string): number {
  return new Date(Date.parse(day)).getUTCDay() || 7
}

function lastOfMonth(day: string): number {
  return new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate()
}

function shanghaiDay(iso: string): string {
  return new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(0, 10)
}
