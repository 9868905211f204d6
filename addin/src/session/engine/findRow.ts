/** Rows ascend in a table. */
export function findRow(sheetRows: Uint32Array, sheetRow: number): number {
  let low = 0
  let high = sheetRows.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const there = sheetRows[middle] ?? 0
    if (there === sheetRow) return middle
    if (there < sheetRow) low = middle + 1
    else high = middle - 1
  }
  return -1
}
