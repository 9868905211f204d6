import type { Plant } from '../contract.ts'
import { colStatePlants } from './colState.ts'
import { colTitlePlants } from './colTitle.ts'
import { colValuePlants } from './colValue.ts'

export const colPlants: readonly Plant[] = [...colValuePlants, ...colTitlePlants, ...colStatePlants]
