import { type FoundGrid } from './grids.ts'
import { cleanLabel, hasStar, plain } from './labelText.ts'
import { type Control, isChoiceKind, type LeftOutNote, type Pair, type Unit } from './model.ts'
import { Sight } from './seen.ts'
import * as words from './words.ts'

/** More fields than this are not reported. */
const fieldLimit = 5000

export interface PageRead {
  readonly pairs: Pair[]
  readonly grids: FoundGrid[]
  readonly leftOut: LeftOutNote[]
  readonly saves: string[]
  readonly headings: string[]
  readonly saveButtons: Element[]
  /** Open shadow roots that were entered, for the watch. */
  readonly shadows: ShadowRoot[]
  cut: boolean
}

/** Keeps what was read of one document, and what was left out and why. */
export class PairKeeper {
  readonly page: PageRead
  readonly document: Document
  #labelFor: ReadonlyMap<string, Element> | undefined
  readonly sight = new Sight()
  section = ''
  hidden = false

  constructor(page: PageRead, document: Document) {
    this.page = page
    this.document = document
  }

  addHeading(text: string): void {
    if (
      text !== '' &&
      text.length <= 60 &&
      !this.page.headings.includes(text) &&
      this.page.headings.length < 60
    ) {
      this.page.headings.push(text)
    }
  }

  leave(what: string, why: LeftOutNote['why']): null {
    const text = plain(what).slice(0, 60)
    if (text !== '' && this.page.leftOut.length < 400) this.page.leftOut.push({ what: text, why })
    return null
  }

  add(pairs: readonly Pair[]): void {
    const signed =
      pairs.length > 1 &&
      pairs.every(({ control, value }) => !control && value === '') &&
      pairs.some(({ label }) => words.signWord.test(label))
    if (signed) {
      for (const { name } of pairs) this.leave(name, 'signature')
      return
    }
    for (const pair of pairs) {
      const { name: label } = pair
      if (label === '') continue
      if (!pair.control) {
        if (
          (label === '单位' ? words.unitWord.test(pair.value) : words.noteWord.test(label)) &&
          !(pair.valueNode.tagName === 'TD' && pair.valueNode !== pair.labelNode)
        ) {
          this.leave(`${label}：${pair.value}`, 'footnote')
          continue
        }
        if (words.signWord.test(label) && /^[_\s年月日/]*$/u.test(pair.value)) {
          this.leave(label, 'signature')
          continue
        }
        if (words.chromeWord.test(label) || words.pagerWord.test(`${label} ${pair.value}`)) {
          this.leave(`${label}：${pair.value}`, 'footer')
          continue
        }
      } else if (
        !this.hidden &&
        pair.control.family !== 'native' &&
        pair.control.checked === undefined &&
        this.sight.isOut(pair.control.element)
      ) {
        this.leave(label, 'hidden')
        continue
      }
      if (this.page.pairs.length >= fieldLimit) {
        this.page.cut = true
        return
      }
      if (this.section !== '') pair.section = this.section
      if (this.hidden) pair.hidden = true
      this.page.pairs.push(pair)
    }
  }

  /** A control nobody labelled: `label for`, aria, its own words, title or placeholder. */
  nameAlone(control: Control): void {
    const { native, element } = control
    this.#labelFor ??= labelsOf(this.document)
    const forLabel = this.#labelFor.get(native.id)
    const byAria = this.document.getElementById(native.getAttribute('aria-labelledby') ?? '')?.textContent
    const sources: readonly (readonly [string | null | undefined, number])[] = [
      [forLabel?.textContent, 0.95],
      [byAria, 0.9],
      [control.option, 0.8],
      [native.getAttribute('aria-label'), 0.85],
      [native.getAttribute('title'), 0.6],
      [promptLabel(control), 0.6],
    ]
    for (const [text, confidence] of sources) {
      const label = cleanLabel(text ?? '')
      if (label === '' || label.length > 60 || words.emptyWord.test(label)) continue
      const own = label === control.option
      this.add([
        {
          label,
          name: label,
          labelNode: forLabel ?? null,
          control,
          valueNode: element,
          value: own && control.checked ? '是' : control.value,
          confidence,
          star: hasStar(text ?? '') || /必[填输录]/u.test(text ?? ''),
        },
      ])
      return
    }
    if (!isChoiceKind(control))
      this.leave(native.getAttribute('name') || native.id || native.tagName.toLowerCase(), 'noLabel')
  }

  /** 元 standing alone behind a field's own box belongs to that field. */
  unitOfPair(units: readonly Unit[]): void {
    let wanted: Map<Element, string> | undefined
    for (let at = 1; at < units.length; at++) {
      const before = units[at - 1]
      const unit = units[at]
      if (unit?.is === 'text' && before?.is === 'solid' && words.unitWord.test(plain(unit.text)))
        (wanted ??= new Map()).set(before.node, plain(unit.text))
    }
    if (!wanted) return
    // one walk for all of them: the last pair inside each part is the one before its unit
    const { pairs } = this.page
    for (let at = pairs.length - 1; at >= 0 && wanted.size > 0; at--) {
      const pair = pairs[at]
      for (let node: Element | null = pair?.valueNode ?? null; node; node = node.parentElement) {
        const unit = wanted.get(node)
        if (unit === undefined) continue
        wanted.delete(node)
        if (pair?.control && !pair.unit) pair.unit = unit
      }
    }
  }
}

/** Labels by the id of what they are for; of several the first. */
function labelsOf(document: Document): Map<string, Element> {
  const labels = [...document.querySelectorAll<HTMLLabelElement>('label[for]:not([for=""])')]
  return new Map(labels.reverse().map((label) => [label.htmlFor, label]))
}

/** 请输入贷款金额 → 贷款金额. */
function promptLabel({ native, shown }: Control): string {
  const prompt =
    native.getAttribute('placeholder') ??
    native.getAttribute('emptytext') ??
    native.getAttribute('prompt') ??
    shown ??
    ''
  return prompt
    .replace(/^(请)?(输入|选择|填写|录入)(您的)?/u, '')
    .replace(/^(Please )?(enter|input|select)( (the|your))?\s+/iu, '')
    .trim()
}
