/** Why Excel would not take a page from there, in Chinese; null where it would. */
export function checkBaseUrl(text: string | undefined): string | null {
  if (text === undefined) return '缺少 --base-url，例如 --base-url https://intranet.example/postloan/'
  let url: URL
  try {
    url = new URL(text)
  } catch {
    return `不是网址：${text}`
  }
  if (url.protocol !== 'https:') return 'Excel 只从 https 地址打开加载项，请使用 https://'
  if (url.search !== '' || url.hash !== '') return '网址中不能有 ? 或 # 之后的内容'
  return null
}
