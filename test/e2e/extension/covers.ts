/**
 * What a page may do so that a person presses something else than she sees. `on` runs in the page and says whether it
 * did what it was to do; what it left behind is taken away by `uncover`.
 */
export interface Cover {
  readonly name: string
  readonly on: () => boolean | Promise<boolean>
}

const sheets = [
  ['a white sheet that lets presses through', 'body:after{background:#fff}'],
  ['a sheet that is half seen through', 'body:after{background:#fff;opacity:.5}'],
  ['a sheet that cannot be seen', 'body:after{background:transparent}'],
  ['a sheet that blurs', 'body:after{backdrop-filter:blur(9px)}'],
  ['a page made transparent', 'html{opacity:.02}'],
  ['a page blurred', 'html{filter:blur(9px)}'],
  ['a page turned', 'html{transform:scale(.9) rotate(4deg)}'],
  ['a page in other colours', 'html{mix-blend-mode:difference;background:#fff}'],
  ['a page cut at an edge', 'html{clip-path:inset(0 0 0 60%)}'],
] as const

/** Lays these styles over the page; runs in it. */
export function applySheet(css: string): void {
  const style = document.createElement('style')
  style.className = 'cover'
  style.textContent = `body:after{content:"";position:fixed;inset:0;z-index:2147483647;pointer-events:none;display:none}${css.replace('body:after{', 'body:after{display:block;')}`
  document.head.append(style)
}

export const sheetCovers: readonly (readonly [name: string, css: string])[] = sheets

export const covers: readonly Cover[] = [
  {
    name: 'a dialogue of the top layer over everything',
    on: () => {
      const dialog = document.createElement('dialog')
      dialog.className = 'cover'
      dialog.style.cssText =
        'width:100vw;height:100vh;max-width:none;max-height:none;border:0;background:#fff;pointer-events:none'
      document.body.append(dialog)
      dialog.showModal()
      return dialog.matches(':modal')
    },
  },
  {
    name: 'a popover that cannot be seen',
    on: () => {
      const sheet = document.createElement('div')
      sheet.className = 'cover'
      sheet.popover = 'manual'
      sheet.style.cssText =
        'inset:0;width:100vw;height:100vh;border:0;background:transparent;pointer-events:none'
      document.body.append(sheet)
      sheet.showPopover()
      return sheet.matches(':popover-open')
    },
  },
  {
    name: 'an element in full screen that lets presses through',
    on: async () => {
      const sheet = document.createElement('div')
      sheet.className = 'cover'
      sheet.style.cssText = 'background:#fff;pointer-events:none'
      document.body.append(sheet)
      await sheet.requestFullscreen()
      return document.fullscreenElement === sheet
    },
  },
]

/** Takes all covers away; runs in the page. */
export async function uncover(): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen()
  document.querySelectorAll('.cover').forEach((one) => one.remove())
}

/** Styles that a page gives to our element itself. */
export const ownStyle =
  'postloan-marks{opacity:.02!important;filter:blur(9px)!important;clip-path:inset(0 0 0 99%)!important;z-index:1!important;visibility:hidden!important}'

/** Ways to be rid of our element for good. */
export const removals: readonly Cover[] = [
  {
    name: 'taken out',
    on: () => {
      document.querySelector('postloan-marks')?.remove()
      return document.querySelector('postloan-marks') === null
    },
  },
  {
    name: 'put elsewhere',
    on: () => {
      const ours = document.querySelector('postloan-marks')
      if (ours) document.body.append(ours)
      return ours?.parentNode === document.body
    },
  },
  {
    name: 'lost with everything else of the document',
    on: () => {
      document.documentElement.replaceChildren(document.head, document.body)
      return document.querySelector('postloan-marks') === null
    },
  },
  {
    name: 'our element moved, alive, into one that is turned and faint',
    on: () => {
      const holder = document.createElement('div')
      holder.className = 'cover'
      holder.style.cssText = 'transform:scale(.8);opacity:.1;position:fixed;inset:0'
      document.body.append(holder)
      const ours = document.querySelector('postloan-marks')
      // a move that keeps frames alive, which TypeScript does not know yet
      const move: unknown = Reflect.get(holder, 'moveBefore')
      if (!ours || typeof move !== 'function') return false
      Reflect.apply(move, holder, [ours, null])
      return ours.parentNode === holder
    },
  },
]
