import type { Engine } from './engine/engineTypes.ts'
import type { Answer, Given } from './engineClient.ts'

/** Calls one method of the engine; `check` is given where to tell its progress. */
export async function runEngine<M extends keyof Engine>(
  engine: Engine,
  method: M,
  args: Given<M>,
  onProgress: (done: number) => void,
): Promise<Answer<M>> {
  const all: readonly unknown[] = method === 'check' ? [...args, onProgress] : args
  const run: unknown = engine[method]
  if (typeof run !== 'function') throw new TypeError(`the engine has no ${method}`)
  // the arguments are those of this very method: `Given<M>`
  return (await Reflect.apply(run, engine, all)) as Answer<M>
}
