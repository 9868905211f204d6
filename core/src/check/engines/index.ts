export { coverageReasons, coverageSign, engineCoverage, gapsOf, rulesCovered } from './engineCoverage.ts'
export type { CoverageReason, EngineCoverage, EngineGaps } from './engineCoverage.ts'
