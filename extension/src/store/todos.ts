import { formatIsoDay } from '@postloan/core/calendar'
import { checkLedger, listWork, maskWithin } from '@postloan/core/check'
import { readSheet, sheetOf } from '@postloan/core/ledger'
import type { Policy } from '@postloan/core/policy'

import { loanHead, loanRows } from '../engine/index.ts'
import type { LoanCells } from '../engine/index.ts'
import type { Store, TodoMark } from './database.ts'
import { record } from './evidenceLog.ts'
import { storeWords as words } from './messages.ts'

export interface Todo {
  /** Of loan, kind and day: the same thing is the same tomorrow. */
  readonly id: string
  readonly loan: string
  /** As it may be shown. */
  readonly label: string
  readonly customer: string
  readonly officer: string
  /** ISO day. */
  readonly day: string
  readonly daysLeft: number
  readonly kind: string
  readonly what: string
  readonly basis: string
  /** Seen on a page, or only in the ledger. */
  readonly from: 'page' | 'ledger'
  readonly done: TodoMark | null
}

/** What is to be done on all loans that were seen on a page or are in the ledger at hand, by day. */
export async function listTodos(store: Store, policy: Policy, today: number): Promise<readonly Todo[]> {
  const [seen, imported, done] = await Promise.all([
    store.loans.toArray(),
    store.ledgerLoans.toArray(),
    store.todos.toArray(),
  ])
  const cells = new Map<string, { cells: LoanCells; from: Todo['from'] }>()
  for (const loan of imported) {
    const head = loanHead(loan.cells)
    if (head) cells.set(head.key, { cells: loan.cells, from: 'ledger' })
  }
  for (const loan of seen) {
    cells.set(loan.key, { cells: { ...cells.get(loan.key)?.cells, ...filled(loan.cells) }, from: 'page' })
  }
  const loans = [...cells.values()]
  if (loans.length === 0) return []
  const sheet = sheetOf(
    loanRows(
      loans.map((loan) => loan.cells),
      policy,
    ),
    { name: 'loans' },
  )
  const { tables } = readSheet('', sheet, policy, { table: '借据', headerRows: [1, 1] }, today)
  const ledger = { asOf: { day: today, from: 'choice', conflicts: [] } as const, tables, notTables: [] }
  const work = listWork(checkLedger(ledger, { policy }), policy)
  const marks = new Map(done.map((mark) => [mark.id, mark]))
  return (work?.items ?? []).flatMap((item): Todo[] => {
    const loan = loans[item.row - 2]
    const head = loan ? loanHead(loan.cells) : null
    if (!loan || !head) return []
    const day = formatIsoDay(item.day)
    const id = `${head.key}|${item.kind}|${item.rule}|${day}`
    return [
      {
        id,
        loan: head.key,
        label: head.label,
        // a name in a ledger may have the person's number behind it, and the list is handed out
        customer: maskWithin(item.customer),
        officer: item.officer,
        day,
        daysLeft: item.day - today,
        kind: item.kind,
        what: item.what,
        basis: item.basis,
        from: loan.from,
        done: marks.get(id) ?? null,
      },
    ]
  })
}

export async function markTodo(
  store: Store,
  todo: {
    readonly id: string
    readonly loan: string
    readonly what: string
    readonly done: boolean
    readonly note: string
  },
  by: string,
): Promise<void> {
  const text = todo.done ? words.todoDone(todo.what, todo.note) : words.todoOpen(todo.what)
  await record(store, { by, kind: 'todo', loan: todo.loan, text }, ['todos'], async () => {
    if (todo.done) {
      await store.todos.put({
        id: todo.id,
        loan: todo.loan,
        by,
        at: new Date().toISOString(),
        note: todo.note,
      })
    } else await store.todos.delete(todo.id)
  })
}

/** Blanks of a page say nothing where the ledger has a value. */
function filled(cells: LoanCells): LoanCells {
  return Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== ''))
}
