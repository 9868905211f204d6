/** A zip archive as it lies in memory: the entries in directory order, their bytes not yet inflated. */
export interface ZipArchive {
  readonly entries: readonly ZipEntry[]
  readonly byName: ReadonlyMap<string, ZipEntry>
}

export interface ZipEntry {
  readonly name: string
  /** 0 stored, 8 deflated. */
  readonly method: 0 | 8
  /** Date and time in DOS form, high word the date. */
  readonly dosTime: number
  readonly crc: number
  /** Size when inflated, as declared; inflating never goes beyond it. */
  readonly size: number
  /** The bytes as they lie in the archive. */
  readonly data: Uint8Array
}

/** What we agree to open; a ledger is far below each of these. */
export const zipLimits = {
  entries: 10_000,
  /** All entries together, inflated, in bytes. */
  totalSize: 2 ** 31,
  /** Inflated size to stored size of one entry, once it is above `ratioFrom` bytes. */
  ratio: 400,
  ratioFrom: 10_000_000,
} as const
