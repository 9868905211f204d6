import { defineBackground } from 'wxt/utils/define-background'

import { startEngine } from '../src/background/startEngine.ts'

export default defineBackground({ type: 'module', main: startEngine })
