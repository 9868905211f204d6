/** Why a rule is not among those exported. */
export const sqlMessages = {
  noTable: (table: string): string => `没有对应${table}的表。`,
  missing: (names: readonly string[]): string => `缺 ${names.join('、')}。`,
} as const
