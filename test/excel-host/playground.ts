/** The playground alone: `node test/excel-host/playground.ts [port]`. */
import process from 'node:process'

import { buildAddin } from '../e2e/addin/buildAddin.ts'
import { startPlayground } from './startPlayground.ts'

const { url } = await startPlayground({ port: Number(process.argv[2] ?? 3100), addin: await buildAddin() })
console.log(`模拟 Excel 已就绪：${url}\n按 Ctrl+C 结束`)
