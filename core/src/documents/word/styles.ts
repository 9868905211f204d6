import type { Style } from './block.ts'

interface StyleLook {
  readonly name: string
  readonly font?: 'title' | 'heading' | 'kai' | 'body'
  /** Points. */
  readonly size: number
  readonly bold?: true
  readonly align?: 'center' | 'right' | 'both'
  /** Characters. */
  readonly indent?: number
  /** Points; exact for letters, or a multiple of the font's own. */
  readonly line?: { readonly exact: number } | { readonly times: number }
  readonly before?: number
  readonly after?: number
  /** Level in Word's outline, from 0. */
  readonly outline?: number
}

/** What official papers use; the second name is what a machine without the first one has. */
const fonts = {
  title: ['方正小标宋简体', '宋体'],
  heading: ['黑体', 'SimHei'],
  kai: ['楷体', '楷体_GB2312'],
  body: ['仿宋', '仿宋_GB2312'],
} as const

const latin = 'Times New Roman'

const looks: Readonly<Record<Style, StyleLook>> = {
  Title: {
    name: 'Title',
    font: 'title',
    size: 22,
    align: 'center',
    before: 6,
    after: 12,
    line: { times: 1.2 },
  },
  Heading1: { name: 'heading 1', font: 'heading', size: 14, before: 10, after: 4, outline: 0 },
  Heading2: { name: 'heading 2', font: 'kai', size: 12, bold: true, before: 6, after: 3, outline: 1 },
  LetterBody: { name: '函件正文', size: 14, align: 'both', indent: 2, line: { exact: 26 } },
  LetterPlain: { name: '函件顶格', size: 14, line: { exact: 26 } },
  Body: { name: '报告正文', size: 12, align: 'both', indent: 2, line: { times: 1.4 } },
  Plain: { name: '报告顶格', size: 12, line: { times: 1.4 } },
  Number: { name: '文书编号', font: 'kai', size: 12, align: 'right', after: 6 },
  Sign: { name: '落款', size: 14, align: 'right', line: { times: 1.5 } },
  Note: { name: '说明', size: 9, line: { times: 1.3 }, before: 3 },
  CellText: { name: '表格文字', size: 10.5, line: { times: 1.15 } },
  CellHead: { name: '表头', font: 'heading', size: 10.5, align: 'center', line: { times: 1.15 } },
  CellLabel: { name: '表格栏目', font: 'heading', size: 10.5, line: { times: 1.15 } },
  CellCentre: { name: '表格居中', size: 10.5, align: 'center', line: { times: 1.15 } },
  CellRight: { name: '表格数字', size: 10.5, align: 'right', line: { times: 1.15 } },
}

const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export function stylesPart(): string {
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${fontOf('body')}<w:kern w:val="2"/><w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`
  const own = Object.entries(looks).map(([id, look]) => styleOf(id, look))
  return `${declaration}<w:styles ${namespace}>${defaults}${normal}${own.join('')}${table}</w:styles>`
}

const normal =
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
  '<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr></w:style>'

const edge = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`
const table = `<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(edge).join('')}</w:tblBorders></w:tblPr></w:style>`

function styleOf(id: string, look: StyleLook): string {
  const outline = look.outline === undefined ? '' : `<w:outlineLvl w:val="${look.outline}"/>`
  const keep = look.outline === undefined ? '' : '<w:keepNext/>'
  const size = look.size * 2
  const custom = /^[a-zA-Z]/.test(look.name) ? '' : ' w:customStyle="1"'
  return (
    `<w:style w:type="paragraph"${custom} w:styleId="${id}"><w:name w:val="${look.name}"/><w:basedOn w:val="Normal"/><w:qFormat/>` +
    `<w:pPr>${keep}${spacingOf(look)}${indentOf(look)}${look.align ? `<w:jc w:val="${look.align}"/>` : ''}${outline}</w:pPr>` +
    `<w:rPr>${look.font ? fontOf(look.font) : ''}${look.bold ? '<w:b/>' : ''}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`
  )
}

function spacingOf({ before = 0, after = 0, line }: StyleLook): string {
  const rule =
    line === undefined
      ? ''
      : 'exact' in line
        ? ` w:line="${line.exact * 20}" w:lineRule="exact"`
        : ` w:line="${Math.round(line.times * 240)}" w:lineRule="auto"`
  return `<w:spacing w:before="${before * 20}" w:after="${after * 20}"${rule}/>`
}

function indentOf({ indent, size }: StyleLook): string {
  return indent === undefined
    ? ''
    : `<w:ind w:firstLineChars="${indent * 100}" w:firstLine="${indent * size * 20}"/>`
}

function fontOf(font: keyof typeof fonts): string {
  const [name] = fonts[font]
  return `<w:rFonts w:ascii="${latin}" w:hAnsi="${latin}" w:eastAsia="${name}" w:cs="${latin}"/>`
}

export function fontTablePart(): string {
  const list = Object.values(fonts).map(
    ([name, other]) =>
      `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
  )
  return `${declaration}<w:fonts ${namespace}>${list.join('')}<w:font w:name="${latin}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>`
}
