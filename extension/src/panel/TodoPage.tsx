import { TodoView } from './TodoView.tsx'

/** 待办 as a page of its own: the month with its list. */
export function TodoPage() {
  return (
    <main className="px-wide">
      <TodoView wide />
    </main>
  )
}
