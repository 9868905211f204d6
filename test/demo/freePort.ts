import { type AddressInfo, createServer } from 'node:net'

/** The port that is wanted, so that an address stays the same from day to day; another one where it is taken. */
export async function freePort(wanted: number): Promise<number> {
  return (await listens(wanted)) ?? (await listens(0)) ?? 0
}

function listens(port: number): Promise<number | null> {
  return new Promise((settle) => {
    const server = createServer()
    server.once('error', () => settle(null))
    server.listen(port, '127.0.0.1', () => {
      // a server that listens on a port has an address with one
      const { port: got } = server.address() as AddressInfo
      server.close(() => settle(got))
    })
  })
}
