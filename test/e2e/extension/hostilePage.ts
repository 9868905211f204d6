/** Numbers that have the shape of personal ones, made up. */
export const numbers = ['330106198001011234', '330106197505054321', '13800138123', '13900139456'] as const
const [id, otherId, phone, otherPhone] = numbers

/**
 * A loan form that does all a page can: every built-in it could share with us is patched to tell, its prototypes are
 * poisoned, its words are tags and scripts, and personal numbers stand where none belong.
 */
export const hostilePage = `<!doctype html><html><head><meta charset="utf-8"><title>借据 ${otherId} 详情</title><script>
window.ran = 0; window.got = [];
const tell = (what) => { if (window.armed) window.got.push(what) };
// what another script of the page's own world would fall into
for (const name of ['type','required','value','id','card','document','ask','ok'])
  Object.defineProperty(Object.prototype, name, { configurable: true, get() { return undefined }, set(v) { Object.defineProperty(this, name, { value: v, writable: true, configurable: true, enumerable: true }) } });
Object.prototype.switch = true; Object.prototype.on = false;
const catchInside = (owner, name) => { const real = owner[name]; owner[name] = function (...given) {
  const text = given.map((one) => { try { return typeof one === 'object' ? JSON.stringify(one) : String(one) } catch { return '' } }).join(' ');
  if (/postloan|chrome-extension/i.test(text) || this === document.querySelector('postloan-marks')) tell(name + ' ' + text.slice(0, 80));
  return real.apply(this, given) } };
catchInside(window, 'postMessage'); catchInside(EventTarget.prototype, 'addEventListener'); catchInside(EventTarget.prototype, 'dispatchEvent');
catchInside(Document.prototype, 'createElement'); catchInside(Node.prototype, 'appendChild'); catchInside(Element.prototype, 'setAttribute');
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (init) { const root = attach.call(this, { ...init, mode: 'open' }); if (this.localName === 'postloan-marks') tell('root'); return root };
window.armed = true;
addEventListener('message', (event) => { if (String(event.origin).startsWith('chrome-extension')) tell('message ' + JSON.stringify(event.data)) });
window.stealing = setInterval(() => { window.focus(); document.querySelector('input')?.focus() }, 50);
</script></head><body><h2>借据信息 ${phone}</h2><table>
<tr><td>借据号：</td><td><input value="JK-&lt;img src=x onerror=ran++&gt;"></td><td>客户名称：</td><td><input value="&lt;script&gt;ran++&lt;/script&gt; ${otherPhone}"></td></tr>
<tr><td>证件号码：</td><td><input value="${id}"></td><td>联系电话：</td><td><input value="${phone}"></td></tr>
<tr><td>贷款金额（元）：</td><td><input value="100.00"></td><td>贷款余额（元）：</td><td><input value="200.00"></td></tr>
<tr><td>放款日期：</td><td><input value="20260901"></td><td>到期日期：</td><td><input value="20250901"></td></tr>
<tr><td>贷款品种：</td><td><input value="流动资金贷款"></td><td>五级分类：</td><td><input value="正常"></td></tr>
<tr><td>&lt;img src=x onerror=ran++&gt;：</td><td><input value="&quot;&gt;&lt;svg onload=ran++&gt;"></td><td>贷款用途<font color=red>*</font>：</td><td><input value=""></td></tr>
<tr><td>备注 ${otherId}：</td><td colspan=3><textarea>经办 ${otherId} 电话 ${otherPhone}</textarea></td></tr>
</table><input type=button value="保 存"></body></html>`

/** Run in the page with the extension's id: forged messages and events, and everything that could show it our token. */
export async function otherTricks(extension: string): Promise<void> {
  const got = Reflect.get(window, 'got') as string[]
  const orders = [
    { type: 'switch', on: false },
    { type: 'marks', document: '', marks: [] },
    { ask: 'tick', loan: 'loanNo:JK', stage: 'firstCheck', item: 'x', text: 'x', ticked: true },
    { to: 'panel', news: 'store' },
  ]
  for (const order of orders) {
    window.postMessage(order, '*')
    for (const frame of Array.from({ length: window.length }, (_, at) => window[at]))
      frame?.postMessage(order, '*')
    document.dispatchEvent(new CustomEvent('message', { detail: order }))
  }
  const runtime = (
    Reflect.get(window, 'chrome') as
      | { runtime?: { sendMessage?: (...given: unknown[]) => unknown } }
      | undefined
  )?.runtime
  if (runtime?.sendMessage) {
    for (const order of orders) {
      try {
        const answer = await runtime.sendMessage(extension, order)
        if (answer) got.push(`answered ${JSON.stringify(answer)}`)
      } catch {
        // refused, as it should be
      }
    }
  }
  const host = document.querySelector('postloan-marks')
  if (host?.shadowRoot) got.push('open root')
  for (const type of ['pointerenter', 'mousedown', 'click', 'keydown']) {
    const event =
      type === 'keydown'
        ? new KeyboardEvent(type, { altKey: true, code: 'KeyJ', bubbles: true })
        : new MouseEvent(type, { bubbles: true })
    host?.dispatchEvent(event)
    document.body.dispatchEvent(event)
  }
  document.querySelector<HTMLElement>('input[type=button]')?.click()
  // the panel's address holds a token: nowhere in the page may it be seen
  const seen = [
    ...performance.getEntries().map(({ name }) => name),
    ...Array.from(document.querySelectorAll('iframe'), ({ src }) => src),
    document.documentElement.outerHTML,
  ]
  if (seen.some((text) => /dock\.html#[\w-]{8}/u.test(text))) got.push('token')
  for (const path of ['dock.html', 'manifest.json', 'sidepanel.html']) {
    try {
      const answer = await fetch(`chrome-extension://${extension}/${path}`)
      if (path !== 'dock.html' && answer.ok) got.push(`fetched ${path}`)
    } catch {
      // refused
    }
  }
  const frame = document.createElement('iframe')
  frame.src = `chrome-extension://${extension}/sidepanel.html`
  document.body.append(frame)
}
