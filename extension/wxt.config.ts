import { join } from 'node:path'

import { defineConfig } from 'wxt'

import { asciiScript } from './asciiScript.ts'
import { builtAhead } from './builtAhead.ts'
import { bundleAgent } from './bundleAgent.ts'
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
  hooks: {
    'prepare:publicPaths': (_, paths) => {
      paths.push('agent.js')
    },
    'build:publicAssets': async (_, files) => {
      const contents = await bundleAgent(join(import.meta.dirname, 'src/agent/inFrame.ts'))
      files.push({ relativeDest: 'agent.js', contents })
    },
  },
  vite: () => ({
    plugins: [builtAhead(), asciiScript((fileName) => fileName === 'background.js')],
    build: { target: 'es2022', chunkSizeWarningLimit: 4000, modulePreload: { polyfill: false } },
  }),
})
