export * from './day.ts'
export * from './workingDays.ts'
