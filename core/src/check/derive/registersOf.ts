import type { Table } from '../../ledger/index.ts'
import type { Relation, TableName } from '../../policy/index.ts'
import type { Column } from '../../table/index.ts'
import type { WorldSeed } from '../world.ts'

/** A table that was read beside the loans, and how its rows belong to them. */
export interface Register {
  readonly table: Table
  readonly relation: Relation
  /** Its computed columns, where they are known: those of the previous ledger. */
  readonly derived?: ReadonlyMap<string, Column>
}

export interface Registers {
  readonly guarantors?: Register
  readonly collateral?: Register
  readonly collection?: Register
  readonly archive?: Register
  readonly payments?: Register
  readonly statements?: Register
  /** Loans of the previous ledger. */
  readonly previousLoans?: Register
}

/** The other tables of the ledger that is being made ready, for `deriveColumns`; nothing where none was read. */
export function registersOf(seed: WorldSeed): Registers {
  const find = (
    name: string,
    tables: ReadonlyMap<TableName, Omit<Register, 'relation'>> | undefined,
  ): Register | null => {
    const relation = seed.index.relationByName.get(name)
    const found = relation && tables?.get(relation.to)
    if (!found) return null
    const { table, derived } = found
    return { table, relation, ...(derived ? { derived } : {}) }
  }
  const before =
    seed.previous &&
    new Map(
      [...seed.previous.tables].map(([name, { combined, derived }]) => [
        name,
        { table: combined.table, derived },
      ]),
    )
  const guarantors = find('保证人', seed.combined)
  const collateral = find('押品', seed.combined)
  const collection = find('催收', seed.combined)
  const archive = find('档案', seed.combined)
  const payments = find('支付', seed.combined)
  const statements = find('财务', seed.combined)
  const previousLoans = find('上期', before)
  return {
    ...(guarantors ? { guarantors } : {}),
    ...(collateral ? { collateral } : {}),
    ...(collection ? { collection } : {}),
    ...(archive ? { archive } : {}),
    ...(payments ? { payments } : {}),
    ...(statements ? { statements } : {}),
    ...(previousLoans ? { previousLoans } : {}),
  }
}
