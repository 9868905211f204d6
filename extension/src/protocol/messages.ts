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
  /** Lines of the card shown on hover; plain text. */
  readonly card: readonly string[]
  /** How many findings stand behind this mark, this one included. */
  readonly count: number
}

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
  | { readonly type: 'dockMoved'; readonly place: Place }
  /** The frame's document goes away. */
  | { readonly type: 'gone'; readonly document: string }
  | { readonly type: 'placed'; readonly document: string; readonly unplaced: readonly string[] }

/** From the engine or the panel to the agent of a frame. */
export type AgentOrder =
  | { readonly type: 'marks'; readonly document: string; readonly marks: readonly Mark[] }
  /** Scrolls nothing by itself unless `scroll`, which only a press of 下一处 or 去填写 sets. */
  | { readonly type: 'current'; readonly id: string | null; readonly scroll: boolean }
  | { readonly type: 'pointing'; readonly on: boolean; readonly assigned: readonly Locator[] }
  | { readonly type: 'rescan' }
  /** One switch for everything: marks, observers and listeners go, nothing is left in the page. */
  | { readonly type: 'switch'; readonly on: boolean }
  /** Top frame only: where the framed panel page stands; null takes it away. */
  | { readonly type: 'dock'; readonly frame: DockFrame | null }
  /** Answered with `Located[]`: the self-test of a page map. */
  | { readonly type: 'locate'; readonly locators: readonly Locator[] }

export interface DockFrame {
  /** Address of an extension page. */
  readonly source: string
  /** Window coordinates; kept inside the window by the agent. Absent x, y: 16 px from the right edge. */
  readonly x?: number
  readonly y?: number
  readonly width: number
  readonly height: number
}

export interface Located {
  readonly found: number
  readonly field: ReadField | null
}

/** What `report`'s frame says of itself, asked by the panel for its list of frames. */
export type KnownFrame = FrameFacts & { readonly frameId: number }
