/** Check digits of the numbers of people and firms, for surfaces that need nothing else of the language. */
export { idNumberValid } from './functions/idNumberValid.ts'
export { usccValid } from './functions/usccValid.ts'
