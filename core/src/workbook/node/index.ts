export { nodeCodec } from './codec.ts'
export type { FileReading } from './readFile.ts'
export { readBytes, readWorkbookFile } from './readFile.ts'
