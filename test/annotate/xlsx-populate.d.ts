/** The little of it that the tests use; it brings no types of its own. */
declare module 'xlsx-populate' {
  interface Cell {
    value(value: string | number): Cell
  }
  interface Sheet {
    name(name: string): Sheet
    cell(row: number, column: number): Cell
    range(name: string): { style(styles: Readonly<Record<string, unknown>>): unknown }
  }
  interface Workbook {
    sheet(index: number): Sheet
    outputAsync(type: 'arraybuffer'): Promise<ArrayBuffer>
  }
  const populate: { fromBlankAsync(): Promise<Workbook> }
  export default populate
}
