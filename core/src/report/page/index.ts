export { reportPage } from './reportPage.ts'
