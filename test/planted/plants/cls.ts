import type { Plant } from '../contract.ts'
import { clsDebtorPlants } from './clsDebtor.ts'
import { clsEventPlants } from './clsEvents.ts'
import { clsImpliedPlants } from './clsImplied.ts'
import { clsMovePlants } from './clsMoves.ts'
import { clsOverduePlants } from './clsOverdue.ts'

export const clsPlants: readonly Plant[] = [
  ...clsOverduePlants,
  ...clsImpliedPlants,
  ...clsEventPlants,
  ...clsDebtorPlants,
  ...clsMovePlants,
]
