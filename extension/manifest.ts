import type { UserManifest } from 'wxt'

import { extensionKey } from './extensionKey.ts'

/** What our own pages may load: themselves. Nothing may be fetched from anywhere, not even from ourselves. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  // the hash of nothing: Fluent UI puts empty style elements into the page and fills them rule by rule
  "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

const everywhere = ['http://*/*', 'https://*/*']

/**
 * The manifest of a build. Without `hosts` (the public build) it asks for no host: a person or a policy names them later.
 * A bank's build has its hosts fixed and can be given no other.
 */
export function manifestOf(browser: string, hosts: readonly string[], key = extensionKey): UserManifest {
  const firefox = browser === 'firefox'
  return {
    name: '贷后助手',
    description: '贷后管理规则检查：缺项与错误提示、检查清单、待办。只在本机运行，不联网。',
    permissions: [
      'storage',
      'unlimitedStorage',
      'scripting',
      'alarms',
      ...(firefox ? [] : (['sidePanel'] as const)),
    ],
    optional_permissions: ['notifications'],
    ...(hosts.length > 0 ? { host_permissions: [...hosts] } : { optional_host_permissions: everywhere }),
    content_security_policy: { extension_pages: policy },
    web_accessible_resources: [{ resources: ['dock.html'], matches: matchesOf(hosts) }],
    action: { default_title: '贷后助手' },
    icons: { 16: '/icon/16.png', 32: '/icon/32.png', 48: '/icon/48.png', 128: '/icon/128.png' },
    ...(firefox
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'postloan@postloan.invalid',
              strict_min_version: '128.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { key, minimum_chrome_version: '116', storage: { managed_schema: 'managed_schema.json' } }),
  }
}

/** Resources are opened to origins; a path has no meaning there. */
function matchesOf(hosts: readonly string[]): string[] {
  const origins = (hosts.length > 0 ? hosts : everywhere).map((host) =>
    host.replace(/^(\*|https?):\/\/([^/]+)\/.*$/, '$1://$2/*'),
  )
  return [...new Set(origins)]
}
