/** Parameters that a surface needs without the rules. */
export { classificationParameters } from './parameters/classification.ts'
export { inspectionParameters } from './parameters/inspection.ts'
