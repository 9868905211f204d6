export { nodeCodec } from './codec.ts'
export type { FileReading } from './readFile.ts'
export { readLegacyApart } from './readLegacyApart.ts'
export { readBytes, readWorkbookFile } from './readFile.ts'
