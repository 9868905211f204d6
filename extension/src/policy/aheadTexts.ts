/** Null in the sources: the build fills both in (`AheadTexts`), and what is not there is worked out when it is needed. */
export const trees: string | null = null
export const wordings: string | null = null
