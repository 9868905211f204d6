import { expect, test } from 'vitest'

import { manifestOf } from './manifest.ts'

const reach = (browser: string, hosts: readonly string[]): object => {
  const {
    permissions,
    optional_permissions,
    host_permissions,
    optional_host_permissions,
    content_security_policy,
    web_accessible_resources,
  } = manifestOf(browser, hosts)
  return {
    permissions,
    optional_permissions,
    host_permissions,
    optional_host_permissions,
    content_security_policy,
    web_accessible_resources,
  }
}

const pages =
  "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; img-src 'self' data:; font-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'"

test('the public build reaches no host until somebody names one', () => {
  expect(reach('chrome', [])).toEqual({
    permissions: ['storage', 'unlimitedStorage', 'scripting', 'alarms', 'sidePanel'],
    optional_permissions: ['notifications'],
    optional_host_permissions: ['http://*/*', 'https://*/*'],
    content_security_policy: { extension_pages: pages },
    web_accessible_resources: [{ resources: ['dock.html'], matches: ['http://*/*', 'https://*/*'] }],
  })
})

test('a bank’s build reaches its own hosts and can be given no other', () => {
  const hosts = ['http://credit.bank.intra:8080/dh/*', 'https://collect.bank.intra/*']
  expect(reach('edge', hosts)).toEqual({
    permissions: ['storage', 'unlimitedStorage', 'scripting', 'alarms', 'sidePanel'],
    optional_permissions: ['notifications'],
    host_permissions: hosts,
    content_security_policy: { extension_pages: pages },
    web_accessible_resources: [
      {
        resources: ['dock.html'],
        matches: ['http://credit.bank.intra:8080/*', 'https://collect.bank.intra/*'],
      },
    ],
  })
})

test('Firefox has a side bar instead of a side panel, and collects nothing', () => {
  const { permissions, browser_specific_settings: settings } = manifestOf('firefox', [])
  expect(permissions).toEqual(['storage', 'unlimitedStorage', 'scripting', 'alarms'])
  expect(settings).toMatchObject({ gecko: { data_collection_permissions: { required: ['none'] } } })
})
