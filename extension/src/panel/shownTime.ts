/** `11-03 10:05`, with the year where it is another; on the clock of Shanghai. */
export function shownTime(iso: string): string {
  const there = new Date(Date.parse(iso) + 8 * 3_600_000).toISOString()
  const sameYear = there.slice(0, 4) === new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 4)
  return `${there.slice(sameYear ? 5 : 0, 10)} ${there.slice(11, 16)}`
}
