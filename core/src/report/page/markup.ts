/** A piece of HTML that is written already; everything else is escaped when it is put into one. */
export class Markup {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Part = Markup | string | number | null | false | readonly Part[]

/** HTML with what is put in escaped: texts of a ledger cannot become elements or leave an attribute. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(
    strings.reduce(
      (text, piece, at) => text + (at > 0 ? textOf(parts[at - 1] ?? null) : '') + oneLine(piece),
      '',
    ),
  )
}

/** How a template is laid out in its file is no matter of the page. */
function oneLine(piece: string): string {
  return piece.replaceAll(/\s*\n\s*/g, ' ').replaceAll('> <', '><')
}

function textOf(part: Part): string {
  if (part === null || part === false) return ''
  if (part instanceof Markup) return part.text
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part))
  return part.map(textOf).join('')
}

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign)
}
