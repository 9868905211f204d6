import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'

import { buildPages } from './build.ts'
import { readApiSets } from './engine/apiSets.ts'
import type { ProfileName } from './engine/profiles.ts'

const here = import.meta.dirname
const require = createRequire(import.meta.url)

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

export interface ExcelSite {
  readonly origin: string
  /** The same site by another name: the browser gives a frame from there a process of its own. */
  readonly apart: string
  /** The address of the window with an add-in's page in its pane. */
  url(options: WindowOptions): string
  /** Serves another folder (or the bytes of a file) under a path. */
  mount(path: string, folder: string | Uint8Array): void
  close(): Promise<void>
}

export interface WindowOptions {
  readonly profile?: ProfileName
  readonly protocol?: 'web' | 'desktop'
  /** The add-in's page: `/addin/taskpane.html`, or its address on `apart` (web protocol only). */
  readonly addin?: string
  readonly sample?: string
}

export interface ServeOptions {
  readonly port?: number
  /** Folders by the path under which they are served: `{ '/addin/': 'addin/dist' }`. */
  readonly mounts?: Readonly<Record<string, string>>
  /** What the bare address opens. */
  readonly home?: WindowOptions
  /** Workbooks to choose from, by name. */
  readonly samples?: Readonly<Record<string, Uint8Array>>
}

/**
 * Serves the simulated Excel, Microsoft's library from node_modules (as it is), and an add-in, all from one origin: over
 * plain http office.js wants to be told that the host is trusted, which `page/trusted.html` does.
 */
export async function serveExcel(options: ServeOptions = {}): Promise<ExcelSite> {
  const pages = mkdtempSync(join(tmpdir(), 'postloan-excel-'))
  await buildPages(pages)
  const library = join(require.resolve('@microsoft/office-js/package.json'), '../dist')
  const declarations = join(require.resolve('@types/office-js/package.json'), '../index.d.ts')
  const apiSets = JSON.stringify(readApiSets(readFileSync(declarations, 'utf8')))
  const mounts = new Map<string, string | Uint8Array>(Object.entries(options.mounts ?? {}))
  mounts.set('/office/', library)
  mounts.set('/', pages)
  const samples = Object.entries(options.samples ?? {}).map(([name, bytes], i) => ({
    name,
    bytes,
    url: `/samples/${i}.xlsx`,
  }))
  for (const { url, bytes } of samples) mounts.set(url, bytes)

  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname))
    if (path === '/' && options.home) {
      response.writeHead(302, { location: urlOf(options.home) }).end()
      return
    }
    if (path === '/samples.json')
      return send(response, '.json', JSON.stringify(samples.map(({ name, url }) => ({ name, url }))))
    if (path === '/api-sets.json') return send(response, '.json', apiSets)
    if (path === '/office/AgaveErrorUX/index.html') {
      return send(response, '.html', readFileSync(join(here, 'page/trusted.html')))
    }
    if (path === '/desktopBridge.js') {
      return send(response, '.js', readFileSync(join(here, 'page/desktopBridge.js')))
    }
    const isDesktop = path.startsWith('/desktop/')
    return answer(request, response, isDesktop ? path.slice('/desktop'.length) : path, isDesktop, mounts)
  })
  await new Promise<void>((ready) => server.listen(options.port ?? 0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  return {
    origin,
    apart: `http://localhost:${port}`,
    url: (asked) => `${origin}${urlOf(asked)}`,
    mount: (path, folder) => void mounts.set(path, folder),
    close: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
      rmSync(pages, { recursive: true, force: true })
    },
  }
}

function urlOf(asked: WindowOptions): string {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== undefined))
  return `/page/host.html?${query.toString()}`
}

function answer(
  _request: IncomingMessage,
  response: ServerResponse,
  path: string,
  isDesktop: boolean,
  mounts: ReadonlyMap<string, string | Uint8Array>,
): void {
  const whole = mounts.get(path)
  if (whole instanceof Uint8Array) return send(response, extname(path), whole)
  const found = [...mounts]
    .filter(([prefix, folder]) => path.startsWith(prefix) && typeof folder === 'string')
    .toSorted(([a], [b]) => b.length - a.length)
    .map(([prefix, folder]) => ({
      folder: String(folder),
      file: join(String(folder), path.slice(prefix.length)),
    }))
    .find(({ folder, file }) => file.startsWith(folder) && existsSync(file) && statSync(file).isFile())
  if (!found) {
    response.writeHead(404).end()
    return
  }
  if (isDesktop && extname(found.file) === '.html') {
    // What the program does in the real Excel: its methods are there before the page's first script.
    const page = readFileSync(found.file, 'utf8')
    return send(
      response,
      '.html',
      page.replace(/<head[^>]*>/i, (head) => `${head}<script src="/desktopBridge.js"></script>`),
    )
  }
  response.writeHead(200, { 'content-type': types[extname(found.file)] ?? 'application/octet-stream' })
  createReadStream(found.file).pipe(response)
}

function send(response: ServerResponse, extension: string, body: string | Uint8Array): void {
  response.writeHead(200, { 'content-type': types[extension] ?? 'application/octet-stream' })
  response.end(body)
}
