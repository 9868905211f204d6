import type { Frame } from '../types.ts'
import type { CompileOptions } from './binder.ts'
import { Binder } from './binder.ts'
import { bindNode } from './bindNode.ts'

/** A binder for one frame that knows every kind of node. */
export function makeBinder(frame: Frame, options: CompileOptions): Binder {
  return new Binder(frame, options, bindNode)
}
