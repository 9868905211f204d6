/** After so many milliseconds of work comes a rest; the part that is under way is finished first. */
const slice = 1

export interface Spent {
  milliseconds: number
  slices: number
  longest: number
}

/** Runs a generator to its end, resting whenever a slice is spent; undefined when `stopped` says so. */
export async function inSlices<Result>(
  work: Generator<undefined, Result>,
  spent: Spent,
  stopped: () => boolean,
): Promise<Result | undefined> {
  for (;;) {
    const begun = performance.now()
    let taken = 0
    for (;;) {
      const step = work.next()
      taken = performance.now() - begun
      if (step.done) {
        count(spent, taken)
        return step.value
      }
      if (taken >= slice) break
    }
    count(spent, taken)
    await rest()
    if (stopped()) return undefined
  }
}

function count(spent: Spent, taken: number): void {
  spent.milliseconds += taken
  spent.slices++
  spent.longest = Math.max(spent.longest, taken)
}

/** Lets the page's own work go first. A timer would wait 4 ms each time, which the page gains nothing by. */
function rest(): Promise<void> {
  return new Promise((resolve) => {
    if ('scheduler' in globalThis) void scheduler.postTask(resolve)
    else setTimeout(resolve)
  })
}
