import type { ArithmeticOp } from '../ast.ts'

/** Arithmetic over whole batches; null (NaN) goes through by itself, division by zero and overflow become null. */
export function calculateNumbers(
  op: ArithmeticOp,
  a: Float64Array,
  b: Float64Array,
  out: Float64Array,
  n: number,
): void {
  switch (op) {
    case '+':
      for (let i = 0; i < n; i++) out[i] = finite((a[i] ?? 0) + (b[i] ?? 0))
      return
    case '-':
      for (let i = 0; i < n; i++) out[i] = finite((a[i] ?? 0) - (b[i] ?? 0))
      return
    case '*':
      for (let i = 0; i < n; i++) out[i] = finite((a[i] ?? 0) * (b[i] ?? 0))
      return
    case '/':
      for (let i = 0; i < n; i++) out[i] = finite((a[i] ?? 0) / (b[i] ?? 0))
      return
    case '**':
      for (let i = 0; i < n; i++) out[i] = power(a[i] ?? 0, b[i] ?? 0)
      return
  }
}

/** JavaScript has NaN ** 0 = 1; null to any power is null. */
function power(x: number, y: number): number {
  return x === x ? finite(x ** y) : Number.NaN
}

function finite(x: number): number {
  return x - x === 0 ? x : Number.NaN
}

/** A function of up to three numbers, null in, null out. */
export function applyRaw(
  run: (a: number, b: number, c: number) => number,
  args: readonly Float64Array[],
  out: Float64Array,
  n: number,
): void {
  const [a, b, c] = args
  if (!a) return
  for (let i = 0; i < n; i++) {
    const x = a[i] ?? 0
    const y = b ? (b[i] ?? 0) : 0
    const z = c ? (c[i] ?? 0) : 0
    out[i] = x === x && y === y && z === z ? finite(run(x, y, z)) : Number.NaN
  }
}
