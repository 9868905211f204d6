import type { Random } from '../../portfolio/random.ts'
import type { Expectation, Plant, PlantedLoan, PlantedWorld, Register, Row } from '../contract.ts'

/** A fault in what a loan's own row or a register says of an item: planted once in each, for the two forms of a case. */
export interface ItemFault {
  readonly name: string
  readonly rule: string
  /** The case that reads the loan's own row, and the one that reads the register. */
  readonly cases: readonly [own: string, register: string]
  readonly kinds: readonly string[]
  readonly count?: number
  /** What is wrong with the item. */
  readonly item: Row | ((loan: PlantedLoan) => Row)
  /** Done to the loan before. */
  readonly before?: (loan: PlantedLoan, world: PlantedWorld, random: Random) => void | readonly Expectation[]
  /** What is found, given the case of the form; nothing for a near miss. */
  readonly expects: (caseId: string) => readonly Expectation[]
  /** Found besides where the loan's own row has it, or the register. */
  readonly alsoOwn?: readonly Expectation[]
  readonly alsoRegister?: readonly Expectation[]
}

export function itemPlants(register: Register, faults: readonly ItemFault[]): readonly Plant[] {
  return faults.flatMap((fault) => [formOf(register, fault, 0, '本行'), formOf(register, fault, 1, '登记簿')])
}

function formOf(register: Register, fault: ItemFault, form: 0 | 1, place: string): Plant {
  const caseId = fault.cases[form]
  return {
    name: `${place}${fault.name}`,
    rule: fault.rule,
    case: caseId,
    kinds: fault.kinds,
    ...(fault.count === undefined ? {} : { count: fault.count }),
    expects: [...fault.expects(caseId), ...((form === 0 ? fault.alsoOwn : fault.alsoRegister) ?? [])],
    plant: (loan, world, random) => {
      const found = fault.before?.(loan, world, random)
      const item = typeof fault.item === 'function' ? fault.item(loan) : fault.item
      const first = loan.registers[register][0]
      if (!first) throw new Error(`${loan.kind} has no row in ${register}`)
      Object.assign(form === 0 ? loan.row : first, item)
      return found ?? []
    },
  }
}
