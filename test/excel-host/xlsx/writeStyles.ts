import { escapeText } from '../../../core/src/workbook/package/escapeText.ts'
import type { OfficePackage } from '../../../core/src/workbook/package/officePackage.ts'
import {
  attribute,
  childNamed,
  childrenOf,
  openTag,
  rootOf,
  withAttribute,
} from '../../../core/src/workbook/package/xml.ts'
import type { ConditionalFormat } from '../model/decor.ts'
import type { Edge, Look, Style } from '../model/styles.ts'

const ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
]
type ListName = 'numFmts' | 'fonts' | 'fills' | 'borders' | 'cellXfs' | 'dxfs'

/** Adds styles to a style part. Nothing that is there changes its number. */
export class StyleWriter {
  readonly #pack: OfficePackage
  readonly #part: string
  readonly #xml: string
  readonly #lists = new Map<ListName, { readonly texts: readonly string[]; readonly added: string[] }>()
  #nextFormat = 164

  private constructor(pack: OfficePackage, part: string, xml: string) {
    this.#pack = pack
    this.#part = part
    this.#xml = xml
  }

  static async open(pack: OfficePackage, part: string): Promise<StyleWriter> {
    return new StyleWriter(pack, part, await pack.text(part))
  }

  /** The number of a cell format made of another one and a change. */
  cell({ origin, patch, look }: Style): number {
    const base =
      this.#list('cellXfs').texts[origin] ?? '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
    let tag = openTag(base, rootOf(base)).replace(/\s*\/?>$/, '>')
    const set = (name: string, value: string | number): void => {
      tag = withAttribute(tag, name, String(value))
    }
    const has = (...keys: (keyof Look)[]): boolean => keys.some((key) => key in patch)
    if (has('numberFormat')) {
      set('numFmtId', this.#format(look.numberFormat))
      set('applyNumberFormat', 1)
    }
    if (has('bold', 'italic', 'underline', 'strikethrough', 'color', 'size', 'font')) {
      set('fontId', this.#add('fonts', this.#font(Number(attribute(tag, 'fontId') ?? 0), patch)))
      set('applyFont', 1)
    }
    if (has('fill')) {
      set('fillId', look.fill === null ? 0 : this.#add('fills', solid(look.fill)))
      set('applyFill', 1)
    }
    if (has('edgeTop', 'edgeBottom', 'edgeLeft', 'edgeRight')) {
      set('borderId', this.#add('borders', borderXml(look)))
      set('applyBorder', 1)
    }
    let inner = base.includes('</') ? base.slice(base.indexOf('>') + 1, base.lastIndexOf('</')) : ''
    if (has('horizontal', 'vertical', 'wrap', 'indent')) {
      const horizontal =
        look.horizontal === 'CenterAcrossSelection' ? 'centerContinuous' : lowerFirst(look.horizontal)
      const parts = [
        horizontal === 'general' ? '' : ` horizontal="${horizontal}"`,
        ` vertical="${lowerFirst(look.vertical)}"`,
        look.wrap ? ' wrapText="1"' : '',
        look.indent > 0 ? ` indent="${look.indent}"` : '',
      ]
      const alignment = `<alignment${parts.join('')}/>`
      inner = alignment + inner.replace(/<alignment\b[^>]*\/>/, '')
      set('applyAlignment', 1)
    }
    if (has('locked', 'formulaHidden')) {
      const protection = `<protection locked="${look.locked ? 1 : 0}" hidden="${look.formulaHidden ? 1 : 0}"/>`
      inner = inner.replace(/<protection\b[^>]*\/>/, '') + protection
      set('applyProtection', 1)
    }
    return this.#add('cellXfs', inner === '' ? tag.replace(/>$/, '/>') : `${tag}${inner}</xf>`)
  }

  /** The number of what a conditional format sets; a solid fill there is its background colour. */
  conditional(format: ConditionalFormat): number {
    const color = (hex: string): string => `rgb="FF${hex.slice(1)}"`
    const font = [
      format.bold === null ? '' : `<b val="${format.bold ? 1 : 0}"/>`,
      format.italic === null ? '' : `<i val="${format.italic ? 1 : 0}"/>`,
      format.color === null ? '' : `<color ${color(format.color)}/>`,
    ].join('')
    const fill =
      format.fill === null
        ? ''
        : `<fill><patternFill patternType="solid"><bgColor ${color(format.fill)}/></patternFill></fill>`
    const side = (name: string, edge: string): string => {
      const one = format.edges[edge]
      return one ? `<${name} style="thin"><color ${color(one.color)}/></${name}>` : ''
    }
    const sides =
      side('left', 'EdgeLeft') +
      side('right', 'EdgeRight') +
      side('top', 'EdgeTop') +
      side('bottom', 'EdgeBottom')
    const border = sides === '' ? '' : `<border>${sides}</border>`
    return this.#add('dxfs', `<dxf>${font === '' ? '' : `<font>${font}</font>`}${fill}${border}</dxf>`)
  }

  write(): void {
    let xml = this.#xml
    for (const [name, { texts, added }] of this.#lists) {
      if (added.length === 0) continue
      const root = rootOf(xml)
      const list = childNamed(xml, root, name)
      const text = added.join('')
      const count = texts.length + added.length
      if (!list) {
        const rank = ORDER.indexOf(name)
        const before = childrenOf(xml, root).findLast((child) => ORDER.indexOf(child.name) < rank)
        const at = before?.end ?? root.openEnd
        xml = `${xml.slice(0, at)}<${name} count="${count}">${text}</${name}>${xml.slice(at)}`
        continue
      }
      const open = withAttribute(openTag(xml, list), 'count', String(count)).replace(/\s*\/>$/, '>')
      const inner = list.empty ? '' : xml.slice(list.openEnd, list.closeStart)
      xml = `${xml.slice(0, list.start)}${open}${inner}${text}</${list.name}>${xml.slice(list.end)}`
    }
    if (xml !== this.#xml) this.#pack.setText(this.#part, xml)
  }

  #list(name: ListName): { readonly texts: readonly string[]; readonly added: string[] } {
    const known = this.#lists.get(name)
    if (known) return known
    const found = childNamed(this.#xml, rootOf(this.#xml), name)
    const texts = found
      ? childrenOf(this.#xml, found).map(({ start, end }) => this.#xml.slice(start, end))
      : []
    const made = { texts, added: [] }
    this.#lists.set(name, made)
    return made
  }

  #add(name: ListName, text: string): number {
    const { texts, added } = this.#list(name)
    const known = added.indexOf(text)
    return texts.length + (known >= 0 ? known : added.push(text) - 1)
  }

  #format(code: string): number {
    if (code === 'General') return 0
    const list = this.#list('numFmts')
    for (const text of [...list.texts, ...list.added]) {
      const id = Number(attribute(text, 'numFmtId'))
      this.#nextFormat = Math.max(this.#nextFormat, id + 1)
      if (attribute(text, 'formatCode') === code) return id
    }
    const known = { '0': 1, '0.00': 2, '#,##0': 3, '#,##0.00': 4, '0%': 9, '0.00%': 10, '@': 49 }[code]
    if (known !== undefined) return known
    this.#add('numFmts', `<numFmt numFmtId="${this.#nextFormat}" formatCode="${escapeText(code)}"/>`)
    return this.#nextFormat++
  }

  #font(base: number, patch: Partial<Look>): string {
    const old = this.#list('fonts').texts[base] ?? '<font/>'
    const parts = new Map<string, string>()
    for (const child of childrenOf(old, rootOf(old))) parts.set(child.name, old.slice(child.start, child.end))
    const set = (name: string, text: string | null): void => {
      if (text === null) parts.delete(name)
      else parts.set(name, text)
    }
    if (patch.bold !== undefined) set('b', patch.bold ? '<b/>' : null)
    if (patch.italic !== undefined) set('i', patch.italic ? '<i/>' : null)
    if (patch.strikethrough !== undefined) set('strike', patch.strikethrough ? '<strike/>' : null)
    if (patch.underline !== undefined) {
      set(
        'u',
        patch.underline === 'None' ? null : patch.underline === 'Single' ? '<u/>' : '<u val="double"/>',
      )
    }
    if (patch.size !== undefined) set('sz', `<sz val="${patch.size}"/>`)
    if (patch.color !== undefined) set('color', `<color rgb="FF${patch.color.slice(1)}"/>`)
    if (patch.font !== undefined) {
      set('name', `<name val="${escapeText(patch.font)}"/>`)
      set('scheme', null)
    }
    const rank = [
      'b',
      'i',
      'strike',
      'condense',
      'extend',
      'outline',
      'shadow',
      'u',
      'vertAlign',
      'sz',
      'color',
      'name',
      'family',
      'charset',
      'scheme',
    ]
    const ordered = [...parts].toSorted(([a], [b]) => rank.indexOf(a) - rank.indexOf(b))
    return `<font>${ordered.map(([, text]) => text).join('')}</font>`
  }
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

const solid = (color: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${color.slice(1)}"/><bgColor indexed="64"/></patternFill></fill>`

function borderXml(look: Look): string {
  const side = (name: string, edge: Edge | null): string =>
    edge ? `<${name} style="${edge.style}"><color rgb="FF${edge.color.slice(1)}"/></${name}>` : `<${name}/>`
  return `<border>${side('left', look.edgeLeft)}${side('right', look.edgeRight)}${side('top', look.edgeTop)}${side('bottom', look.edgeBottom)}<diagonal/></border>`
}
