import { defineConfig } from 'wxt'

import { manifestOf } from './manifest.ts'

/** `POSTLOAN_HOSTS` and `POSTLOAN_KEY` are set by build.ts. */
const hosts = (process.env['POSTLOAN_HOSTS'] ?? '').split(/\s+/).filter((host) => host !== '')

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  imports: false,
  manifestVersion: 3,
  outDir: process.env['POSTLOAN_OUT'] ?? '.output',
  zip: { name: 'postloan' },
  manifest: ({ browser }) => manifestOf(browser, hosts, process.env['POSTLOAN_KEY']),
  vite: () => ({
    build: { target: 'es2022', chunkSizeWarningLimit: 4000, modulePreload: { polyfill: false } },
  }),
})
