import { type ProfileName, profiles } from '../engine/profiles.ts'
import { columnName } from '../model/area.ts'
import type { UserActions } from '../userActions.ts'
import { type ExcelLink, Refused } from './excelLink.ts'
import { Grid } from './grid.ts'
import { messages, refusals } from './messages.ts'
import type { Facts } from './viewOf.ts'

export interface Sample {
  readonly name: string
  readonly url: string
}

/** The window of the simulated Excel: toolbar, sheet, tabs, status. */
export function buildWindow(excel: ExcelLink, samples: readonly Sample[], profileName: ProfileName) {
  const status = document.createElement('span')
  status.setAttribute('role', 'status')
  const counted = document.createElement('span')
  const tabs = document.createElement('div')
  tabs.className = 'tabs'
  tabs.setAttribute('role', 'tablist')

  const act = async (name: string, ...args: readonly unknown[]): Promise<void> => {
    try {
      // Names come from the code of this page only.
      await excel.call('user', name as keyof UserActions, args)
    } catch (caught) {
      const code = caught instanceof Refused ? caught.code : ''
      status.textContent = messages.refused(
        refusals[code] ?? (caught instanceof Error ? caught.message : String(caught)),
      )
    }
  }
  const grid = new Grid({
    excel,
    act,
    onEditing: (editing) => {
      status.textContent = editing ? messages.editing : messages.ready
      void act(editing ? 'enterCellEditMode' : 'leaveCellEditMode')
    },
  })

  let facts: Facts | null = null
  const rows = (): readonly [number, number] => [grid.selection.row, Math.min(1000, grid.selection.rows)]
  const button = (text: string, press: () => void, hint = text): HTMLButtonElement => {
    const element = document.createElement('button')
    element.type = 'button'
    element.textContent = text
    element.title = hint
    element.addEventListener('click', press)
    return element
  }
  const choice = (
    label: string,
    options: readonly (readonly [string, string])[],
    change: (value: string) => void,
  ) => {
    const element = document.createElement('select')
    element.setAttribute('aria-label', label)
    element.title = label
    for (const [value, text] of options) element.append(new Option(text, value))
    element.addEventListener('change', () => change(element.value))
    return element
  }

  const openBytes = async (bytes: Uint8Array, name: string): Promise<void> => {
    try {
      grid.show(await excel.call('open', bytes, name))
      status.textContent = messages.opened(name)
    } catch (caught) {
      status.textContent = messages.notOpened(caught instanceof Error ? caught.message : String(caught))
    }
  }
  const openBeside = async (index: number): Promise<void> => {
    const bytes = await excel.call('beside', index)
    if (bytes) await openBytes(bytes, `${messages.beside(index + 1)}.xlsx`)
  }
  const file = document.createElement('input')
  file.type = 'file'
  file.accept = '.xlsx,.xlsm'
  file.hidden = true
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? []
    if (chosen) void chosen.arrayBuffer().then((data) => openBytes(new Uint8Array(data), chosen.name))
    file.value = ''
  })
  const save = async (): Promise<void> => {
    const bytes = await excel.call('save')
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>]))
    link.download = facts?.name ?? 'workbook.xlsx'
    link.click()
    URL.revokeObjectURL(link.href)
    status.textContent = messages.saved(link.download)
  }
  const faults: Readonly<Record<string, () => Promise<unknown>>> = {
    none: () => excel.call('faults', { latency: 0, next: [], goneAt: Number.POSITIVE_INFINITY }),
    edit: () => act('enterCellEditMode'),
    latency: () => excel.call('faults', { latency: 200 }),
    large: () => excel.call('faults', { next: [5103] }),
    denied: () => excel.call('faults', { next: [7000] }),
    gone: () => excel.call('faults', { goneAt: 0 }),
  }

  const sortBy = (ascending: boolean): void => {
    const a = grid.selection
    if (!facts) return
    const whole = `A${a.row + 1}:${columnName(Math.max(0, facts.columns - 1))}${Math.max(a.row + a.rows, a.rows > 1 ? 0 : facts.rows)}`
    void act('sort', whole, [{ column: a.column, ascending }])
  }
  const bar = document.querySelector('#bar')
  const title = document.createElement('strong')
  title.textContent = messages.playground
  bar?.append(
    title,
    file,
    button(messages.open, () => file.click(), messages.openHint),
    ...(samples.length > 0
      ? [
          choice(
            messages.sample,
            [['', messages.sample], ...samples.map(({ name, url }) => [url, name] as const)],
            (url) => {
              if (url.startsWith('beside:')) void openBeside(Number(url.slice(7)))
              const sample = samples.find((one) => one.url === url)
              if (sample) {
                void fetch(url)
                  .then((answer) => answer.arrayBuffer())
                  .then((data) => openBytes(new Uint8Array(data), sample.name))
              }
            },
          ),
        ]
      : []),
    button(messages.save, () => void save(), messages.saveHint),
    gap(),
    button(messages.undo, () => void act('undo'), `${messages.undo} Ctrl+Z`),
    button(messages.insertRow, () => void act('insertRows', ...rows())),
    button(messages.deleteRow, () => void act('deleteRows', ...rows())),
    button(messages.sortUp, () => sortBy(true)),
    button(messages.sortDown, () => sortBy(false)),
    button(messages.filter, () => {
      // The real Excel opens a list; a line of text is enough here.
      const wanted = prompt(messages.filterAsk)
      const a = grid.selection
      if (!facts) return
      const whole = `A${a.row + 1}:${columnName(Math.max(0, facts.columns - 1))}${facts.rows}`
      const values = wanted ? wanted.split(/[,，]/).map((one) => one.trim()) : undefined
      void act('filter', whole, values ? a.column : undefined, values)
    }),
    button(messages.clearFilter, () => void act('clearFilter')),
    button(messages.bold, () => void act('format', grid.selectionAddress, { bold: true })),
    button(messages.fill, () => void act('format', grid.selectionAddress, { fill: '#FFF2CC' })),
    button(messages.comment, () => {
      const text = prompt(messages.commentAsk)
      if (text !== null) void act('comment', grid.selectionAddress.split(':')[0] ?? 'A1', text)
    }),
    button(messages.protect, () => {
      const isProtected = facts?.sheets.find(({ name }) => name === facts?.active)?.isProtected === true
      void act(isProtected ? 'unprotect' : 'protect')
    }),
    gap(),
    choice(
      messages.version,
      Object.values(profiles).map(({ name, label }) => [name, label] as const),
      (name) => {
        const url = new URL(location.href)
        url.searchParams.set('profile', name)
        location.assign(url)
      },
    ),
    choice(
      messages.faults,
      [
        ['none', `${messages.faults}:${messages.faultNone}`],
        ['edit', messages.faultEdit],
        ['latency', messages.faultLatency],
        ['large', messages.faultTooLarge],
        ['denied', messages.faultDenied],
        ['gone', messages.faultGone],
      ],
      (name) => {
        void act('leaveCellEditMode')
        void faults[name]?.()
      },
    ),
  )
  const version = bar?.querySelector<HTMLSelectElement>(`select[aria-label="${messages.version}"]`)
  if (version) version.value = profileName
  const foot = document.createElement('footer')
  foot.append(tabs, status, counted)
  document.querySelector('#sheet')?.append(grid.element, foot)
  status.textContent = messages.ready

  const showTabs = (now: Facts): void => {
    const shown = now.sheets.filter(({ visibility }) => visibility === 'Visible')
    tabs.replaceChildren(
      ...shown.map(({ name, isProtected, tabColor }) => {
        const tab = button(
          name + (isProtected ? messages.sheetProtected : ''),
          () => void act('activate', name),
        )
        tab.setAttribute('role', 'tab')
        tab.setAttribute('aria-selected', String(name === now.active))
        if (tabColor !== '') tab.style.boxShadow = `inset 0 -3px ${tabColor}`
        return tab
      }),
      button('+', () => void act('addSheet', `Sheet${now.sheets.length + 1}`), messages.addSheet),
    )
  }
  const showCounters = async (): Promise<void> => {
    const { requests, bytesIn, bytesOut } = await excel.call('counters')
    counted.textContent = messages.counters(requests, `${((bytesIn + bytesOut) / 1024).toFixed(0)} KB`)
  }
  /** A real Excel opens another window; here the new workbook is offered among the samples. */
  let besides = 0
  const showBeside = (count: number): void => {
    const list = bar?.querySelector(`select[aria-label="${messages.sample}"]`)
    if (count > besides) status.textContent = messages.openedBeside
    for (; besides < count; besides++)
      list?.append(new Option(messages.beside(besides + 1), `beside:${besides}`))
  }
  const show = (now: Facts): void => {
    facts = now
    document.title = `${now.dirty ? '*' : ''}${now.name} · ${messages.playground}`
    grid.show(now)
    showTabs(now)
    showBeside(now.beside)
    void showCounters()
  }
  return { show, openBytes }
}

function gap(): HTMLSpanElement {
  const element = document.createElement('span')
  element.className = 'gap'
  return element
}
