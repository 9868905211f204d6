import type { Column } from '../../table/index.ts'
import { countRegistered } from './countRegistered.ts'
import type { LoanGround, Settings } from './deriveFromRegisters.ts'
import { contactKinds, findSharedContacts } from './findSharedContacts.ts'
import { findSharedPayees } from './findSharedPayees.ts'
import { joinBorrowers } from './joinBorrowers.ts'
import { booleanColumn, codeColumn, numberColumn, textAt, textsOf } from './loanColumns.ts'
import type { Registers } from './registersOf.ts'

type Put = (key: string, column: Column | null) => void

/** Products whose money goes to one seller by its nature. */
const sellerFamilies: ReadonlySet<string> = new Set(['按揭', '商用房', '汽车', '助学', '公积金'])

/** Facts about registers that should agree with the loan, and about what unrelated borrowers share. */
export function deriveOversight(
  ground: LoanGround,
  registers: Registers,
  settings: Settings,
  put: Put,
): void {
  putRegistered(ground, registers, settings, put)
  if (ground.known) return
  const { loans, customers, closed, segment, derived } = ground
  const familyOf = joinBorrowers(loans, customers, settings.words('controllerStopWords'))
  const ceiling = settings.number('contactShareCeiling', 50)
  const contacts = findSharedContacts(loans, customers, closed, segment, familyOf, ceiling)
  if (contacts) {
    put('sharedContact', codeColumn(contacts.kind, contactKinds))
    put('sharedContactBorrowers', numberColumn(contacts.borrowers))
  }
  const family = derived.get('productFamily')
  const payees = findSharedPayees(loans, customers, registers.payments, familyOf, {
    windowDays: settings.number('payeeShareDays', 90),
    ceiling,
    stopWords: settings.words('payeeStopWords'),
    isLeftOut: (row) =>
      sellerFamilies.has(family?.kind === 'text' ? (family.dictionary[family.codes[row] ?? -1] ?? '') : ''),
  })
  if (!payees) return
  put('sharedPayeeBorrowers', numberColumn(payees.borrowers))
  const names = [...new Set(payees.payee.filter((name) => name !== null))]
  const codes = new Map(names.map((name, at) => [name, at]))
  put(
    'sharedPayee',
    codeColumn(
      payees.payee.map((name) => (name === null ? -1 : (codes.get(name) ?? -1))),
      names,
    ),
  )
  put('sharedPayeeIsPerson', booleanColumn(payees.isPerson))
}

function putRegistered(
  { loans, closed, known }: LoanGround,
  registers: Registers,
  settings: Settings,
  put: Put,
): void {
  const ways = textsOf(loans, 'guaranteeType')
  // a few rows cannot tell whether the register is this ledger's
  const leastShare = known ? 0 : settings.number('registerCoverage', 80) / 100
  const secured = (names: readonly string[]) => (row: number) =>
    closed[row] !== 1 && names.includes(textAt(ways, row))
  const lists = [
    ['Collateral', registers.collateral, ['抵押', '质押']],
    ['Guarantors', registers.guarantors, ['保证']],
  ] as const
  for (const [name, register, names] of lists) {
    const counts = countRegistered(loans, register?.table, secured(names), leastShare)
    if (!counts) continue
    put(`own${name}`, counts.own ? numberColumn(counts.own) : null)
    put(`customer${name}`, numberColumn(counts.customer))
  }
}
