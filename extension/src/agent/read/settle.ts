import { PairKeeper } from './keepPairs.ts'
import {
  cleanLabel,
  closedUp,
  endsWithColon,
  hasStar,
  labelness,
  pairsInText,
  pairWithoutColon,
  plain,
} from './labelText.ts'
import { type Pair, solid, type TextUnit, type Unit } from './model.ts'
import { looksAsLabel, type PairContext, pairUp, textPair, withButton, withRemark } from './pairUp.ts'
import { remembered } from './remembered.ts'
import { classOf } from './seen.ts'
import * as words from './words.ts'

const inlineTags = /^(A|B|EM|FONT|I|LABEL|NOBR|S|SMALL|SPAN|STRONG|SU[BP]|U|INS|SLOT)$/u
const headingTags = /^(H[1-6]|LEGEND|CAPTION)$/u
const headingClass =
  /(^|\s)(ant-card-head-title|el-card__header|layui-(card-header|colla-title)|x-panel-header-text|el-descriptions__title|el-collapse-item__header|ant-collapse-header|panel-heading|(mini-|ant-)?(panel|section|block|box|group|fieldset|form|table|descriptions)-?title)(\s|$)/u

/** Decides for one element what its parts say together: a pair, a label, a value, or nothing. */
export class Settler extends PairKeeper {
  /** Pairs what an element holds and says what is left of it for its parent. */
  settle(element: Element, units: readonly Unit[], context: PairContext): Unit | null {
    const sole = units.length === 1 ? units[0] : undefined
    if (sole && !isHeading(element)) {
      if (sole.is === 'control') return sole
      if (sole.is === 'text') return this.#settleTexts(element, [sole], units)
    }
    const texts = units.filter((unit) => unit.is === 'text')
    const rest = units.filter((unit) => unit.is !== 'text' && saysMore(unit))
    if (isHeading(element) && rest.every(({ is }) => is !== 'control'))
      return this.#settleHeading(element, texts, rest)
    if (rest.length === 0) return this.#settleTexts(element, texts, units)
    if (rest.length === 1 && texts.length === 0 && rest[0]?.is === 'control') return rest[0]
    const typed = rest.filter((unit) => unit.is === 'control')
    const why =
      typed.length === 0 && texts.some(({ text }) => words.chromeWord.test(text))
        ? 'footer'
        : typed.every(({ control }) => /^\d{0,4}$/u.test(control.value)) &&
            texts.some(({ text }) => words.pagerWord.test(text))
          ? 'pager'
          : null
    if (why) {
      this.leave(element.textContent ?? '', why)
      return solid(element)
    }
    this.unitOfPair(units)
    const { pairs, left } = pairUp(
      units.map((unit, index) => asLabel(unit, units[index + 1])),
      context,
    )
    this.add(pairs)
    const kept = left.filter(saysMore)
    const controls = kept.filter((unit) => unit.is === 'control')
    if (
      pairs.length === 0 &&
      controls.length === 1 &&
      kept.every((unit) => unit.is === 'control' || unit.is === 'button' || unit.is === 'text')
    ) {
      const [only] = controls
      if (only) return this.#aloneControl(element, only, kept)
    }
    if (
      pairs.length === 0 &&
      controls.length > 1 &&
      kept.every(
        (unit) =>
          unit.is === 'control' ||
          (unit.is === 'text' && (words.joiner.test(unit.text) || words.unitWord.test(unit.text))),
      )
    ) {
      return this.#mergedControl(controls, kept)
    }
    const [leading] = controls
    const opening = units.find(saysMore)
    if (
      pairs.length > 0 &&
      controls.length === 1 &&
      leading &&
      opening?.is === 'control' &&
      leading.node === opening.node &&
      kept.length === 1
    ) {
      // the cell's own value, with a further question behind it
      return leading
    }
    for (const { control } of controls) this.nameAlone(control)
    if (pairs.length === 0 && kept.length > 0 && kept.every((unit) => unit.is === 'button')) {
      return { is: 'button', node: element, text: '' }
    }
    if (
      pairs.length === 0 &&
      controls.length === 0 &&
      kept.every((unit) => unit.is === 'text' || unit.is === 'button')
    ) {
      return this.#settleTexts(
        element,
        kept.filter((unit) => unit.is === 'text'),
        kept,
      )
    }
    const [first] = kept
    // the cell's own words, with what is signed below them
    if (pairs.length === 0 && first?.is === 'text' && element.tagName === 'TD' && /[。；]$/u.test(first.text))
      return first
    return solid(element)
  }

  #settleHeading(element: Element, texts: readonly TextUnit[], rest: readonly Unit[]): Unit | null {
    const whole = plain(texts.map(({ text }) => text).join(' '))
    const bare = pairWithoutColon(whole)
    if (
      rest.every(({ is }) => is === 'button') &&
      (bare || pairsInText(whole).some(({ value }) => value !== ''))
    ) {
      const found = bare ? [bare] : pairsInText(whole)
      this.add(
        found.map(({ label, value }) => textPair(label, { node: element, star: false }, value, element, 0.8)),
      )
      return solid(element)
    }
    if (rest.length === 0 && whole.length <= 30 && endsWithColon(whole)) {
      const star = texts.some((text) => text.star || hasStar(text.text))
      return { is: 'text', node: element, text: whole, star, strong: true }
    }
    if (whole !== '' && whole.length <= 60) {
      this.section = cleanLabel(whole)
      this.addHeading(this.section)
    }
    return whole === '' ? null : { is: 'heading', node: element, text: whole }
  }

  #settleTexts(element: Element, given: readonly TextUnit[], units: readonly Unit[]): Unit | null {
    const texts = given.length > 1 ? given.filter(({ remark }) => !remark) : given
    if (texts.length === 0)
      return /^(TD|TH|DD|P|DIV)$/u.test(element.tagName) || inlineTags.test(element.tagName)
        ? { is: 'empty', node: element }
        : null
    const whole = plain(texts.length === 1 ? (texts[0]?.text ?? '') : texts.map(({ text }) => text).join(' '))
    if (words.chromeWord.test(whole)) {
      this.leave(whole, 'footer')
      return solid(element)
    }
    if (words.pagerWord.test(whole) && whole.length < 120) {
      this.leave(whole, 'pager')
      return solid(element)
    }
    if (whole.length > 400) return solid(element)
    if (words.isHelpClass(classOf(element)) && !words.unitWord.test(whole)) {
      return { is: 'text', node: element, text: `（${whole}）`, star: false, strong: false, remark: true }
    }
    const only = texts.length === 1 ? texts[0] : undefined
    if (only) {
      const empty = units.at(-1)
      if ((only.strong || looksAsLabel(only)) && empty?.is === 'empty' && labelness(only.text) > -0.4) {
        this.add([textPair(only.text, only, '', empty.node, 0.8)])
        return solid(element)
      }
      const blank =
        empty?.is === 'empty' && endsWithColon(only.text) && units[0] === only ? empty.node : undefined
      const inner = pairsInText(only.text)
      if (inner.some(({ value }) => value !== '') && !inlineTags.test(element.tagName)) {
        const { pairs } = pairUp([only], { row: false })
        this.add(pairs)
        return solid(element)
      }
      const { text, star } = only
      const strong = only.strong || isStrong(element)
      const behind = blank && !/^(TD|TH|LABEL)$/u.test(element.tagName) ? blank : only.blank
      return { is: 'text', node: element, text, star, strong, ...(behind ? { blank: behind } : {}) }
    }
    this.unitOfPair(units)
    // 执行利率 over Rate p.a. is one label in two languages
    const { pairs } = /^(DT|LABEL)$/u.test(element.tagName) ? { pairs: [] } : pairUp(units, { row: false })
    if (pairs.length > 0 && worthTaking(pairs, whole)) {
      this.add(pairs)
      return solid(element)
    }
    const [over, under] = texts
    if (
      texts.length === 2 &&
      over &&
      under &&
      words.valueShape.test(plain(over.text)) &&
      !words.valueShape.test(plain(under.text)) &&
      labelness(under.text) >= 0.4
    ) {
      // a figure over its name
      this.add([textPair(under.text, under, plain(over.text), over.node, 0.7)])
      return solid(element)
    }
    const own = texts.filter(({ node }) => node.tagName !== 'A')
    const joined = (own.length > 0 ? own : texts)
      .map(({ text }) => text)
      .join(' ')
      .replace(/(\d) (?=[%％‰]|万?元$)/gu, '$1')
    if (joined.length > 200) return solid(element)
    return {
      is: 'text',
      node: element,
      text: closedUp(joined),
      star: texts.some(({ star, text }) => star || hasStar(text)),
      strong: isStrong(element) || texts.every(({ strong }) => strong),
    }
  }

  #aloneControl(element: Element, unit: Extract<Unit, { is: 'control' }>, kept: readonly Unit[]): Unit {
    let control = unit.control
    for (const other of kept) {
      if (other.is === 'button') control = withButton(control, other.text)
      else if (other.is === 'text') control = withRemark(control, plain(other.text))
    }
    return { is: 'control', node: element, control }
  }

  #mergedControl(controls: readonly Extract<Unit, { is: 'control' }>[], kept: readonly Unit[]): Unit | null {
    const [first] = controls
    if (!first) return null
    const filled = controls.some(({ control }) => control.value !== '')
    const seen: string[] = []
    for (const unit of kept) {
      const text = unit.is === 'control' ? unit.control.value : unit.is === 'text' ? plain(unit.text) : ''
      if (text !== '' && !(unit.is === 'control' && seen.includes(text))) seen.push(text)
    }
    const tight = kept.some((unit) => unit.is === 'text' && /^[年月日时分秒]$/u.test(unit.text))
    return {
      is: 'control',
      node: first.node,
      control: {
        ...first.control,
        value: filled ? seen.join(tight ? '' : ' ') : '',
        parts: controls.slice(1).map(({ node }) => node),
        editable: controls.some(({ control }) => control.editable),
      },
    }
  }
}

function saysMore({ is }: Unit): boolean {
  return is !== 'break' && is !== 'empty'
}

/** A heading over a figure is the figure's label. */
function asLabel(unit: Unit, next: Unit | undefined): Unit {
  if (unit.is !== 'heading' || next?.is !== 'text') return unit
  if (!words.valueShape.test(plain(next.text)) || labelness(unit.text) < 0.35) return unit
  return { is: 'text', node: unit.node, text: unit.text, star: false, strong: true }
}

function isHeading(element: Element): boolean {
  return headingTags.test(element.tagName) || isHeadingClass(classOf(element))
}

export const isHeadingClass = remembered((name) => headingClass.test(name))

function isStrong(element: Element): boolean {
  const { tagName } = element
  return /^(TH|LABEL|DT|\w+-LABEL)$/u.test(tagName) || words.isLabelClass(classOf(element))
}

/** Pairs out of mere text have to account for most of it, so that prose is not taken apart. */
function worthTaking(pairs: readonly Pair[], whole: string): boolean {
  const told = pairs.reduce((sum, { label, value }) => sum + label.length + value.length, 0)
  return told >= whole.length * 0.5
}
