const totalWord = /^(合计|总计|小计|本页小计|本页合计|累计|total|subtotal)/iu

/** Which rows of a grid are totals: places of the rows. */
export function totalRows(rows: readonly (readonly string[])[]): number[] {
  return rows.flatMap((row, at) => {
    const first = row.find((text) => text !== '' && !/^\d+$/u.test(text)) ?? ''
    return totalWord.test(first.replace(/\s/gu, '')) ? [at] : []
  })
}
