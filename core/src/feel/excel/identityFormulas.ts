import { constantRow, textLiteral } from './literals.ts'

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const idCheckSigns = '10X98765432'
const codeWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const codeSigns = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const places = constantRow(idWeights.map((_, index) => String(index + 1)))

/** The first seventeen signs by their places in an alphabet, weighted; an error where one is not in it. */
function weighted(text: string, alphabet: string, weights: readonly number[]): string {
  const values = `FIND(MID(${text},${places},1),${textLiteral(alphabet)})-1`
  return `SUMPRODUCT((${values})*${constantRow(weights.map(String))})`
}

/** `id number valid` (GB 11643) as a truth: eighteen signs, a real date since 1900, the check digit. */
export function identityNumberFormula(text: string): string {
  const [year, month, day] = [`MID(${text},7,4)`, `MID(${text},11,2)`, `MID(${text},13,2)`]
  // the calendar repeats every 400 years; in years before 1904 spreadsheets differ on leap days
  const date = `DATE(2000+MOD(${year},400),${month},${day})`
  const parts = [
    `LEN(${text})=18`,
    `LEFT(${text},1)<>"0"`,
    `--${year}>=1900`,
    `MONTH(${date})=--${month}`,
    `DAY(${date})=--${day}`,
    `MOD(${weighted(text, '0123456789', idWeights)},11)=FIND(RIGHT(${text},1),"${idCheckSigns}")-1`,
  ]
  return `IF(ISERROR(${text}),0.5,IFERROR(--AND(${parts.join(',')}),0))`
}

/**
 * `uscc valid` (GB 32100) as a truth: eighteen signs of the code's alphabet and the check sign; an early code whose
 * organisation part begins with M and fails is null ("look at the licence").
 */
export function creditCodeFormula(text: string): string {
  const sign = `FIND(RIGHT(${text},1),"${codeSigns}")-1`
  const checked = `MOD(31-MOD(${weighted(text, codeSigns, codeWeights)},31),31)=${sign}`
  const early = `IF(MID(${text},9,1)="M",0.5,0)`
  return `IF(ISERROR(${text}),0.5,IFERROR(IF(LEN(${text})<>18,0,IF(${checked},1,${early})),0))`
}
