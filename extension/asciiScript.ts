/** The part of a Vite plugin that this is. */
interface Plugin {
  readonly name: string
  generateBundle(options: unknown, bundle: Record<string, { readonly type: string; code?: string }>): void
}

/**
 * Writes the other characters of a script as escapes. A browser reads plain letters at once, one byte each; with a
 * single Chinese character in it the whole script is decoded and kept at two bytes, each time that the worker wakes.
 */
export function asciiScript(isMeant: (fileName: string) => boolean): Plugin {
  return {
    name: 'ascii-script',
    generateBundle(_, bundle) {
      for (const [fileName, made] of Object.entries(bundle)) {
        if (made.type === 'chunk' && made.code !== undefined && isMeant(fileName))
          made.code = inAscii(made.code)
      }
    },
  }
}

/** The same program: an escape means its character in texts, templates, patterns and names alike, but not in raw texts. */
export function inAscii(code: string): string {
  if (/\.raw\s*`[^`]*[^\0-\x7f]/u.test(code)) throw new Error('a raw text holds more than plain letters')
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
