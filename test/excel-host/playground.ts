import process from 'node:process'

import { startPlayground } from './startPlayground.ts'

const { url } = await startPlayground(Number(process.argv[2] ?? 3100))
console.log(`模拟 Excel 已就绪:${url}\n按 Ctrl+C 结束`)
