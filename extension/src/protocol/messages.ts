import type { FrameFacts, Locator, PageReport, Place, ReadField } from './report.ts'

/** Levels of a mark; `ledger` is 与台账不符, which carries no value on the page. */
export type MarkLevel = 'serious' | 'warning' | 'attention' | 'notice' | 'incomplete' | 'ledger'

/** One mark beside one control: the worst of its findings. Never holds data of the ledger. */
export interface Mark {
  readonly id: string
  readonly level: MarkLevel
  /** At most 7 Han: 必填，未填. */
  readonly words: string
  readonly at: MarkTarget
  /** Lines of the card shown on hover, its head first; plain text. */
  readonly card: readonly string[]
}

/**
 * How what we draw looks. It comes with the marks: the agent stands in every frame, and in most there is nothing to draw.
 */
export interface Look {
  /** Colours by a class named as the level. */
  readonly sheet: string
  readonly icons: Readonly<Record<MarkLevel, Icon>>
}

/** An element of SVG and those within it. */
export type Icon = readonly [root: Shape, ...inner: Shape[]]
export type Shape = readonly [
  tag: 'svg' | 'path' | 'circle' | 'rect',
  attributes: Readonly<Record<string, string>>,
]

export type MarkTarget =
  | { readonly field: string }
  | { readonly grid: string; readonly row: number }
  | { readonly locator: Locator }

/** From the agent of a frame to the engine. */
export type AgentMessage =
  | { readonly type: 'report'; readonly report: PageReport }
  /** A few fields of the last report read again while someone types; replaces those of the same key. */
  | { readonly type: 'changed'; readonly document: string; readonly fields: readonly ReadField[] }
  /** A 保存 or 提交 was pressed; the agent neither delays nor stops it. */
  | { readonly type: 'savePressed'; readonly document: string; readonly words: string }
  | { readonly type: 'markChosen'; readonly document: string; readonly id: string }
  /** Alt+J (1) or Alt+Shift+J (-1) in this frame. */
  | { readonly type: 'step'; readonly by: 1 | -1 }
  | { readonly type: 'hovered'; readonly document: string; readonly field: ReadField | null }
  | { readonly type: 'pointed'; readonly document: string; readonly field: ReadField }
  /** Counted from the nearer edges, as in `DockFrame`. */
  | { readonly type: 'dockMoved'; readonly place: Place }
  /** The framed panel went: the page took it out, or has come back from where the browser keeps pages. */
  | { readonly type: 'dockLost' }
  /** The frame's document goes away. */
  | { readonly type: 'gone'; readonly document: string }
  | { readonly type: 'placed'; readonly document: string; readonly unplaced: readonly string[] }

/** From the engine or the panel to the agent of a frame. */
export type AgentOrder =
  | {
      readonly type: 'marks'
      readonly document: string
      readonly marks: readonly Mark[]
      readonly look: Look
    }
  /** Scrolls nothing by itself unless `scroll`, which only a press of 下一处 or 去填写 sets. */
  | { readonly type: 'current'; readonly id: string | null; readonly scroll: boolean }
  | { readonly type: 'pointing'; readonly on: boolean; readonly assigned: readonly Locator[] }
  | { readonly type: 'rescan' }
  /** By these a page map finds its fields and grids: from now on reports say which each of them finds. */
  | { readonly type: 'selectors'; readonly selectors: readonly string[] }
  /** Answered with `Stands[]`: asked for when what was read is exported, since it costs a page its time. */
  | { readonly type: 'places' }
  /** One switch for everything: marks, observers and listeners go, nothing is left in the page. */
  | { readonly type: 'switch'; readonly on: boolean }
  /** Top frame only: where the framed panel page stands; null takes it away. */
  | { readonly type: 'dock'; readonly frame: DockFrame | null }
  /** Answered with `Located[]`: the self-test of a page map. */
  | { readonly type: 'locate'; readonly locators: readonly Locator[] }

export interface DockFrame {
  /** Address of an extension page. */
  readonly source: string
  /** From the left and top edge, below zero from the right and bottom one; kept inside the window by the agent. Absent: 16 px from the corner. */
  readonly x?: number
  readonly y?: number
  readonly width: number
  readonly height: number
}

/** Where a field or grid of the last report stands, and a selector that finds it. */
export interface Stands {
  readonly key: string
  readonly place: Place
  readonly selector: string
}

export interface Located {
  readonly found: number
  readonly field: ReadField | null
}

/** What `report`'s frame says of itself, asked by the panel for its list of frames. */
export type KnownFrame = FrameFacts & { readonly frameId: number }
