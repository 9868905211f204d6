import type { Severity, SourceStatus } from '../../policy/index.ts'
import { levelShapes } from './looks.ts'
import { html, Markup } from './markup.ts'
import { pageWords as words } from './words.ts'

export type LevelName = keyof typeof levelShapes

/** The shape of a level with its word: never colour alone. */
export function level(name: LevelName): Markup {
  return html`<span class="lv ${name}">${icon(name)}${words.level[name]}</span>`
}

export function icon(name: LevelName): Markup {
  return new Markup(
    `<svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${levelShapes[name]}</svg>`,
  )
}

/** How well a source is known. */
export function statusTag(status: SourceStatus): Markup {
  return html`<span class="tag ${status}">${words.status[status]}</span>`
}

/** The weakest of several sources speaks for all. */
export function weakest(statuses: readonly SourceStatus[]): SourceStatus | null {
  const order: readonly SourceStatus[] = ['verified', 'secondary', 'unverified', 'bank']
  return order.findLast((status) => statuses.includes(status)) ?? null
}

export type Cell = Markup | string | number | null

export interface TableColumn {
  readonly title: string
  /** Words to the left, figures to the right. */
  readonly words?: boolean
  /** Long texts may break. */
  readonly wrap?: boolean
}

export function figures(...titles: readonly string[]): readonly TableColumn[] {
  return titles.map((title) => ({ title }))
}

export function texts(...titles: readonly string[]): readonly TableColumn[] {
  return titles.map((title) => ({ title, words: true }))
}

export function prose(title: string): TableColumn {
  return { title, words: true, wrap: true }
}

/** A table that scrolls by itself where the page is narrow; the first cell of a row is its head. */
export function table(
  name: string,
  columns: readonly TableColumn[],
  rows: readonly (readonly Cell[])[],
  options: { readonly total?: boolean; readonly look?: string } = {},
): Markup {
  const head = columns.map(
    ({ title, words: left }) => html`<th scope="col" class="${left ? 'a' : ''}">${title}</th>`,
  )
  const body = rows.map((row, at) => {
    const cells = row.map((cell, column) => {
      const { words: left, wrap } = columns[column] ?? {}
      // a date or a short name is not broken, on paper neither
      const whole = typeof cell === 'string' && cell.length <= 12
      const look = `${left ? 'a' : ''}${wrap ? ' wrap' : ''}${left && whole ? ' nb' : ''}`
      return column === 0
        ? html`<th scope="row" class="${look}">${cell}</th>`
        : html`<td class="${look}">${cell}</td>`
    })
    const last = options.total === true && at === rows.length - 1
    return html`<tr class="${last ? 'tot' : ''}">
      ${cells}
    </tr>`
  })
  return html`<div class="scroll" role="region" aria-label="${name}" tabindex="0">
    <table class="t ${options.look ?? ''}">
      <thead>
        <tr>
          ${head}
        </tr>
      </thead>
      <tbody>
        ${body}
      </tbody>
    </table>
  </div>`
}

/** A part of the page with its title. */
export function section(id: string, title: string, hint: string, ...content: readonly Markup[]): Markup {
  return html`<section id="${id}" aria-labelledby="${id}-h">
    <h2><span id="${id}-h">${title}</span>${hint === '' ? null : html` <small>${hint}</small>`}</h2>
    ${content}
  </section>`
}

export const severityNames: readonly Severity[] = ['serious', 'warning', 'attention', 'notice']
