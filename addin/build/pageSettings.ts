/** What a page is told at build time. */
export interface PageSettings {
  /** Address of office.js: Microsoft's, or the bank's own copy (`/office/office.js`). */
  readonly officeJs: string
}

export const microsoftOfficeJs = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js'

export function pageSettings(environment: Readonly<Record<string, string | undefined>>): PageSettings {
  return { officeJs: environment['POSTLOAN_OFFICE_JS'] ?? microsoftOfficeJs }
}

/** Fluent makes empty style elements and fills them by script: the hash of nothing lets those through, and no inline style. */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"

/** The page's Content-Security-Policy: its own origin, and that of office.js where it is another. */
export function contentSecurityPolicy({ officeJs }: PageSettings): string {
  const origin = /^https?:\/\/[^/]+/.exec(officeJs)?.[0]
  const scripts = ["'self'", ...(origin === undefined ? [] : [origin])].join(' ')
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    `style-src 'self' ${EMPTY_STYLE}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "worker-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ')
}
