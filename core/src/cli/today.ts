/** The day in China as ISO text: where packs are signed and ledgers are kept. */
export function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())
}
