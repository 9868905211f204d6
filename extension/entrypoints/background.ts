import { defineBackground } from 'wxt/utils/define-background'

import { startEngine } from '../src/background/startEngine.ts'
import { takeAhead } from '../src/policy/ahead.ts'

// Not a module: the browser keeps the compiled code of a classic worker, and a build of its own knows no other chunk.
export default defineBackground(() => {
  takeAhead()
  startEngine()
})
