/** Things that belong together, joined pair by pair. */
export interface JoinedSets {
  join(a: number, b: number): void
  /** The one that stands for all it is joined with. */
  rootOf(one: number): number
}

/** Each of `count` things alone at first; joining and asking are nearly constant (path halving). */
export function joinSets(count: number): JoinedSets {
  const parent = Int32Array.from({ length: count }, (_, at) => at)
  const rootOf = (one: number): number => {
    let at = one
    while ((parent[at] ?? at) !== at) {
      const up = parent[at] ?? at
      parent[at] = parent[up] ?? up
      at = up
    }
    return at
  }
  return {
    rootOf,
    join(a, b) {
      const [first, second] = [rootOf(a), rootOf(b)]
      // the smaller stands for both, so that the order of joining does not matter
      if (first < second) parent[second] = first
      else parent[first] = second
    },
  }
}
