import type { Plugin } from 'vite'

import { functionsJson } from '../src/functions/functionList.ts'
import { contentSecurityPolicy, type PageSettings } from './pageSettings.ts'

/** Fills in the pages' settings and writes the list of functions beside them. */
export function addinPages(settings: PageSettings): Plugin {
  return {
    name: 'postloan-addin-pages',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) =>
        html.replace('%CSP%', contentSecurityPolicy(settings)).replace('%OFFICE_JS%', settings.officeJs),
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'functions.json', source: functionsJson() })
    },
  }
}
