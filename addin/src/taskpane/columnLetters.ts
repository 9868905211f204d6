/** `A`, `Z`, `AA`: the name of a column counted from 0. */
export function columnLetters(column: number): string {
  let rest = column
  let letters = ''
  do {
    letters = String.fromCodePoint(65 + (rest % 26)) + letters
    rest = Math.floor(rest / 26) - 1
  } while (rest >= 0)
  return letters
}
