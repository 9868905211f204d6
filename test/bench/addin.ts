import { median } from './measure.ts'
import { LATENCY, measureAddin } from './measureAddin.ts'
import { megabytes, seconds } from './table.ts'

type Note = (
  what: string,
  ours: string,
  other: string,
  ratio: number,
  goal: string,
  met: boolean | null,
) => void

/** The whole way in the simulated Excel, from the pane to the flags. */
export async function addinLines(rows: number, ledger: Uint8Array, note: Note): Promise<void> {
  const made = await measureAddin(ledger)
  const { opening, check, flag, naive, findings, memory } = made
  const steps = [opening, check, flag]
  const sum = (of: (step: (typeof steps)[number]) => number): number =>
    steps.reduce((total, step) => total + of(step), 0)
  const requests = sum(({ counters }) => counters.requests)
  const spent = sum((step) => step.seconds)
  const excel = sum(({ counters }) => counters.busy) / 1000
  const naiveSeconds = (naive.seconds / naive.cells) * findings
  const [read, judged, written] = steps.map(
    ({ counters, seconds: time }) => `${counters.requests} 次 ${seconds(time)}`,
  )
  note(
    `加载项 ${rows} × 40(每次往返 ${LATENCY} ms),对逐格填色加批注(${naive.cells} 格推算)`,
    `${requests} 次往返,${seconds(spent)}(读 ${read}、检查 ${judged}、标注 ${written};其中模拟 Excel ${seconds(excel)})`,
    `${findings} 处:${findings} 次往返,${seconds(naiveSeconds)}(仅标注)`,
    spent / naiveSeconds,
    '≤ 40 次往返',
    requests <= 40,
  )
  const largest = Math.max(
    ...steps.map(({ counters }) => Math.max(counters.largestRequest, counters.largestResponse)),
  )
  const moved = sum(({ counters }) => counters.bytesIn + counters.bytesOut)
  const sent = `最大 ${(largest / 1e6).toFixed(2)} MB,共 ${megabytes(moved / 1e6)}`
  note('加载项:一次传送', sent, '4 MB', largest / 4e6, '≤ 4 MB', largest <= 4e6)
  const task = Math.max(...steps.map(({ longestTask }) => longestTask))
  const longest = Math.max(task, made.warmTask)
  const tasks = `首轮 ${task} ms,其后三轮 ${made.warmTask} ms`
  note('加载项:主线程最长任务', tasks, '200 ms', longest / 200, '≤ 200 ms', longest <= 200)
  const [first = 0] = memory
  const last = memory.at(-1) ?? 0
  note(
    '加载项:检查、标注、清除三轮,回收后内存(末轮,对首轮)',
    megabytes(last),
    megabytes(first),
    last / first,
    '≤ 1.05×',
    last / first <= 1.05,
  )
  const edit = median(made.edits) / 1000
  const edits = `中位 ${seconds(edit)},最慢 ${seconds(Math.max(...made.edits) / 1000)}`
  const apart = `往返 ${LATENCY} ms`
  note('加载项:改一格后复核', edits, apart, edit / 0.05, '中位 ≤ 50 ms(含往返)', edit <= 0.05)
  const usable = made.usableAt / 1000
  note('加载项:窗格可用', seconds(usable), '1 s', usable, '≤ 1 s', usable <= 1)
}
