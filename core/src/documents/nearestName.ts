/** The known name that most likely was meant, or null where none is near. */
export function nearestName(written: string, known: Iterable<string>): string | null {
  const wanted = written.replaceAll(/\s/g, '')
  let best: string | null = null
  let least = Infinity
  for (const name of known) {
    // a name with a part left out (余额) is nearer than its count of letters says
    const inside = wanted.length > 1 && (name.includes(wanted) || wanted.includes(name)) ? 0.5 : 1
    const distance = editDistance(wanted, name) * inside
    if (distance < least) {
      least = distance
      best = name
    }
  }
  return least <= Math.max(1, wanted.length / 2) ? best : null
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change))
    }
    row = next
  }
  return row[b.length] ?? 0
}
