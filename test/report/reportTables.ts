/** The tables of a report page by their names, as rows of what the cells show; the first row is the head. */
export function reportTables(page: string): ReadonlyMap<string, readonly (readonly string[])[]> {
  const tables = new Map<string, string[][]>()
  for (const [, name = '', table = ''] of page.matchAll(
    /<div\s+class="scroll"\s+role="region"\s+aria-label="([^"]*)"[^>]*>\s*<table[^>]*>(.*?)<\/table>/gs,
  )) {
    const rows = [...table.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => plain(cell)),
    )
    tables.set(plain(name), rows)
  }
  return tables
}

function plain(cell: string): string {
  return cell
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** `1,520.00` → 1520; `—` → null. */
export function figure(shown: string | undefined): number | null {
  const number = Number((shown ?? '').replaceAll(/[,%]|不低于|户|分|万元|\s/g, ''))
  return shown === undefined || shown === '—' || shown === '' || Number.isNaN(number) ? null : number
}
