/** The inner product of two vectors, summed in float64 whatever their dtype. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
}

/** The Euclidean length. */
export function norm(a: ArrayLike<number>): number {
  return Math.sqrt(dot(a, a));
}

/** The linear combination `alpha a + beta b`, in float64. */
export function combine(alpha: number, a: ArrayLike<number>, beta: number, b: ArrayLike<number>): Float64Array {
  const sum = new Float64Array(a.length);
  for (let i = 0; i < a.length; i += 1) sum[i] = alpha * a[i]! + beta * b[i]!;
  return sum;
}

/** `a` multiplied by `alpha`, in float64. */
export function scale(alpha: number, a: ArrayLike<number>): Float64Array {
  return Float64Array.from(a, (value) => alpha * value);
}
