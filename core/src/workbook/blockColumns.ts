import type { BlockColumn } from './annotation.ts'
import { sheetWords } from './sheetWords.ts'

/** The line under a block that was cut. */
export function cutNote(all: number, shown: number): string {
  return all > shown ? sheetWords.leftOutNote(shown, all) : ''
}

export function left(title: string, across = 1): BlockColumn {
  return { title, align: 'left', across }
}

export function right(title: string): BlockColumn {
  return { title, align: 'right' }
}

export function middle(title: string): BlockColumn {
  return { title, align: 'center' }
}
