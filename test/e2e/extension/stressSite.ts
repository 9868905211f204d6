import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface StressSite {
  readonly origin: string
  close(): Promise<void>
}

const form = (number: number): string =>
  `<form><table><tr><td>借据号：</td><td><input name=jjh value="JK-${number}"></td><td>贷款余额（元）：</td><td><input name=ye value="${number}000"></td></tr><tr><td>贷款用途<font color=red>*</font>：</td><td><input name=yt></td><td>到期日期：</td><td><input name=dq value="20270101"></td></tr></table></form>`

/** Pages that ask much of whoever reads them; none has anything to do with a real system. */
const pages: Readonly<Record<string, () => string>> = {
  '/churn': () =>
    `${form(1)}<div id=noise></div><script>
let mutations=0,frames=0
setInterval(()=>{for(let i=0;i<10;i++){const n=document.createElement('i');n.textContent=mutations++;document.querySelector('#noise').replaceChildren(n)}},10)
const tick=()=>{frames++;requestAnimationFrame(tick)};requestAnimationFrame(tick)
window.counted=()=>({mutations,frames})</script>`,
  '/frames': () =>
    Array.from({ length: 30 }, (_, at) => `<iframe width=300 height=120 src="/one?${at}"></iframe>`).join(''),
  '/one': () => form(7),
  '/dialogue': () =>
    `${form(6)}<dialog><form><table><tr><td>检查方式<font color=red>*</font>：</td><td><input name=fs></td></tr></table></form></dialog><button onclick="document.querySelector('dialog').showModal()">检查</button>`,
  '/rows': () =>
    `${form(3)}<table border=1><tr><th>序号</th><th>借据号</th><th>客户名称</th><th>贷款余额</th><th>到期日</th></tr>${Array.from({ length: 5000 }, (_, row) => `<tr><td>${row + 1}</td><td>JJ-${row}</td><td>客户${row}</td><td>1,000.00</td><td>20270101</td></tr>`).join('')}</table>`,
  '/strict': () => form(4),
  '/written': () =>
    `<p>…</p><script>addEventListener('load',()=>{document.open();document.write(${JSON.stringify(`<title>w</title>${form(5)}`)});document.close()})</script>`,
  '/wander': () =>
    `<iframe id=f width=900 height=200 src="/one?0"></iframe><script>let n=0;const t=setInterval(()=>{n++;document.querySelector('#f').src='/one?'+n;if(n>12)clearInterval(t)},60)</script>`,
  '/many': () =>
    `<form><table>${Array.from({ length: 1000 }, (_, row) => `<tr><td>余额${row}：</td><td><input value="${row}"></td><td>日期${row}：</td><td><input value="20260101"></td></tr>`).join('')}</table></form>`,
}

export function startStressSite(): Promise<StressSite> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const page = pages[pathname]
    if (!page) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      ...(pathname === '/strict' ? { 'content-security-policy': "default-src 'none'" } : {}),
    })
    response.end(`<!DOCTYPE html><html><head><title>${pathname}</title></head><body>${page()}</body></html>`)
  })
  return new Promise((ready) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      ready({
        origin: `http://127.0.0.1:${port}`,
        close: () =>
          new Promise((closed) => {
            server.closeAllConnections()
            server.close(() => closed())
          }),
      })
    })
  })
}
