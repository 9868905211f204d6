import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** What one job prints as its last line: seconds of each warm round, the process's peak memory, what it counted. */
export interface Measured {
  readonly seconds: readonly number[]
  readonly peakMb: number
  /** Proof that the work was done: cells, findings, bytes … */
  readonly counted: Readonly<Record<string, number>>
}

/** The middle of the rounds. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Runs a job of this folder in a process of its own, so that peak memory is the job's and nothing is warm but itself. */
export function inOwnProcess(job: string, args: readonly string[]): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [
        '--expose-gc',
        '--disable-warning=ExperimentalWarning',
        join(import.meta.dirname, 'jobs', `${job}.ts`),
        ...args,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    let output = ''
    child.stdout.on('data', (part: Buffer) => {
      output += part.toString()
    })
    child.on('error', reject)
    child.on('close', (code) => {
      const last = output.trim().split('\n').at(-1) ?? ''
      if (code === 0 && last.startsWith('{')) resolve(JSON.parse(last))
      else reject(new Error(`${job} ${args.join(' ')} ended with ${code}: ${output}`))
    })
  })
}

/** Runs the work `rounds` times after `warmUps` unmeasured ones and prints the line that `inOwnProcess` reads. */
export async function report(
  work: () => Promise<Readonly<Record<string, number>>> | Readonly<Record<string, number>>,
  rounds: number,
  warmUps = 0,
): Promise<void> {
  const seconds: number[] = []
  let counted: Readonly<Record<string, number>> = {}
  for (let round = -warmUps; round < rounds; round++) {
    globalThis.gc?.()
    const start = performance.now()
    counted = await work()
    if (round >= 0) seconds.push((performance.now() - start) / 1000)
  }
  const measured: Measured = { seconds, peakMb: process.resourceUsage().maxRSS / 1024, counted }
  console.log(JSON.stringify(measured))
}
