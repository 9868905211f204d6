export * from './day.ts'
export * from './serialDay.ts'
export * from './workingDays.ts'
