import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

import { addinPages } from './build/addinPages.ts'
import { pageSettings } from './build/pageSettings.ts'

export default defineConfig({
  base: './',
  plugins: [react(), addinPages(pageSettings(process.env))],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    sourcemap: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: { input: { taskpane: 'taskpane.html' } },
  },
})
