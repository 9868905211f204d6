import { createReadStream, existsSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

import iconv from 'iconv-lite'
import { build } from 'vite'

import { chooser, frameset, loanTabs, loginPage, menuPage, topPage } from './frames.ts'
import { oldInspection, oldList } from './pages/oldTables.ts'
import { loans, practicePages } from './site.ts'

export interface CreditSystem {
  readonly origin: string
  close(): Promise<void>
}

const require = createRequire(import.meta.url)
const libraries: Readonly<Record<string, string>> = {
  layui: join(dirname(require.resolve('layui/package.json')), 'dist'),
  'element-plus': join(dirname(require.resolve('element-plus/package.json')), 'dist'),
  vue: join(dirname(require.resolve('vue/package.json')), 'dist'),
}
const types: Readonly<Record<string, string>> = {
  css: 'text/css',
  js: 'text/javascript',
  woff2: 'font/woff2',
  woff: 'font/woff',
}

let antdPage: Promise<string> | undefined

/** The practice bank's credit system on this machine: GBK pages, frames, a session cookie, no other host. */
export function startCreditSystem(port = 0): Promise<CreditSystem> {
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error))
    })
  })
  return new Promise((ready) => {
    server.listen(port, '127.0.0.1', () => {
      const address = server.address() as AddressInfo
      ready({
        origin: `http://localhost:${address.port}`,
        close: () =>
          new Promise((closed) => {
            server.closeAllConnections()
            server.close(() => closed())
          }),
      })
    })
  })
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const path = url.pathname
  if (path.startsWith('/lib/')) return library(path.slice(5), response)
  if (path === '/slow.js') {
    // scripts of that age block the page before they do little
    setTimeout(() => response.writeHead(200, { 'content-type': 'text/javascript' }).end('var loaded=1'), 120)
    return
  }
  if (path === '/login.jsp') {
    if (request.method === 'POST') {
      const form = await posted(request)
      if (form['user'] && form['word']) {
        response.writeHead(302, { 'set-cookie': 'teller=330107; Path=/', location: '/main.jsp' }).end()
        return
      }
      return page(response, loginPage(true))
    }
    return page(response, loginPage(false))
  }
  if (!request.headers.cookie?.includes('teller=')) {
    response.writeHead(302, { location: '/login.jsp' }).end()
    return
  }
  const loan = loans.find(({ loanNo }) => loanNo === url.searchParams.get('jjh')) ?? loans[0]
  if (!loan) throw new Error('the practice bank has no loans')
  switch (path) {
    case '/':
    case '/main.jsp':
      return page(response, frameset('/dh/list.jsp'))
    case '/top.jsp':
      return page(response, topPage())
    case '/menu.jsp':
      return page(response, menuPage())
    case '/pop/user.jsp':
      return page(response, chooser())
    case '/dk/frame.jsp':
      return page(response, loanTabs(loan.loanNo))
    case '/dh/list.jsp':
      return page(response, oldList(loans, Number(url.searchParams.get('p') ?? 1) || 1).html)
    case '/dh/check.jsp':
      return page(response, oldInspection(loan, request.method === 'POST' ? await posted(request) : {}).html)
    default: {
      const found = practicePages(loan, loans).find((one) => one.path === path)
      if (found) return page(response, found.html)
      response.writeHead(404).end()
    }
  }
}

/** No charset in the header: the browser finds GBK in the page, as with the servers of that age. */
function page(response: ServerResponse, html: string): void {
  response.writeHead(200, { 'content-type': 'text/html' }).end(iconv.encode(html, 'gbk'))
}

async function library(path: string, response: ServerResponse): Promise<void> {
  if (path === 'antd-page.js') {
    antdPage ??= bundleAntd()
    response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(await antdPage)
    return
  }
  const [name = '', ...rest] = path.split('/')
  const folder = libraries[name]
  const file = folder ? normalize(join(folder, ...rest)) : ''
  if (!folder || !file.startsWith(folder) || !existsSync(file)) {
    response.writeHead(404).end()
    return
  }
  const type = types[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
  response.writeHead(200, { 'content-type': type.startsWith('text') ? `${type}; charset=utf-8` : type })
  createReadStream(file).pipe(response)
}

async function bundleAntd(): Promise<string> {
  const result = await build({
    logLevel: 'error',
    configFile: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      lib: {
        entry: join(import.meta.dirname, 'antd-page', 'main.ts'),
        formats: ['iife'],
        name: 'practicePage',
      },
    },
  })
  const [output] = Array.isArray(result) ? result : [result]
  if (!output || !('output' in output)) throw new Error('the bundler gave nothing')
  return output.output[0].code
}

async function posted(request: IncomingMessage): Promise<Record<string, string>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array))
  const form: Record<string, string> = {}
  for (const pair of Buffer.concat(chunks).toString('latin1').split('&')) {
    const [name, value = ''] = pair.split('=')
    // what the browser sends is percent-encoded GBK
    const bytes = value
      .replaceAll('+', ' ')
      .replaceAll(/%([0-9A-Fa-f]{2})/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    if (name) form[name] = iconv.decode(Buffer.from(bytes, 'latin1'), 'gbk')
  }
  return form
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { origin } = await startCreditSystem(Number(process.argv[2] ?? 8090))
  console.log(`信贷管理系统（练习用）：${origin}`)
}
