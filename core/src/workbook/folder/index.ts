export { isOwnReport } from './isOwnReport.ts'
export { planFolder } from './planFolder.ts'
