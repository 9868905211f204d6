/** Cases that no plant trips, each with the reason; by `rule case`. */
export const unplanted: Readonly<Record<string, string>> = {}
