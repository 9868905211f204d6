const tables = ['loans', 'ticks', 'notes', 'log', 'ledgers', 'ledgerLoans', 'todos', 'settings', 'pageMaps']

/** An empty backup as another installation would have made it. */
export async function sealBackup(passphrase: string, from: string): Promise<string> {
  const { subtle } = globalThis.crypto
  const iterations = 100_000
  const [salt, iv] = [new Uint8Array(16), new Uint8Array(12)]
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'))
  const base = await subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey'])
  const key = await subtle.deriveKey(
    { name: 'PBKDF2', salt, iterations, hash: 'SHA-256' },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt'],
  )
  const plain = JSON.stringify({ from, tables: Object.fromEntries(tables.map((name) => [name, []])) })
  const data = await subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(plain))
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
  return JSON.stringify({
    document: 'postloan.backup',
    format: 1,
    salt: base64(salt),
    iv: base64(iv),
    iterations,
    data: base64(new Uint8Array(data)),
  })
}
