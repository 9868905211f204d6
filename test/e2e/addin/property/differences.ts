const MOST = 25

/** Where two plain values differ, one line each: a difference in a workbook of thousands of cells is to be read. */
export function differences(one: unknown, other: unknown): readonly string[] {
  const found: string[] = []
  compare(one, other, '', found)
  return found.slice(0, MOST)
}

function compare(one: unknown, other: unknown, path: string, found: string[]): void {
  if (found.length > MOST || Object.is(one, other)) return
  if (isObject(one) && isObject(other) && Array.isArray(one) === Array.isArray(other)) {
    const names = (value: object): readonly string[] => {
      // sheets are told by their names
      const { name } = value as { readonly name?: unknown }
      return typeof name === 'string' ? [name] : []
    }
    for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
      const [a, b] = [member(one, key), member(other, key)]
      const label = isObject(a) ? (names(a)[0] ?? key) : key
      compare(a, b, `${path}/${label}`, found)
    }
    return
  }
  const [a, b] = [textOf(one), textOf(other)]
  if (a !== b) found.push(`${path}: ${a.slice(0, 160)} ≠ ${b.slice(0, 160)}`)
}

function textOf(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function member(value: object, key: string): unknown {
  return (value as Readonly<Record<string, unknown>>)[key]
}
