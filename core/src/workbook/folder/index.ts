export { planFolder } from './planFolder.ts'
