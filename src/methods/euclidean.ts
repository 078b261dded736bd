/** A vector of numbers in any of the formats that engines and users hand over. */
export type Vector = Float64Array | Float32Array | readonly number[];

/** The inner product of two vectors, summed in float64 whatever their dtype. */
export function dot(a: Vector, b: Vector): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
}

/** The Euclidean length. */
export function norm(a: Vector): number {
  return Math.sqrt(dot(a, a));
}

/** The linear combination `alpha a + beta b`, in float64. */
export function combine(alpha: number, a: Vector, beta: number, b: Vector): Float64Array {
  const sum = new Float64Array(a.length);
  for (let i = 0; i < a.length; i += 1) sum[i] = alpha * a[i]! + beta * b[i]!;
  return sum;
}

/** `a` multiplied by `alpha`, in float64. */
export function scale(alpha: number, a: Vector): Float64Array {
  return Float64Array.from(a, (value) => alpha * value);
}

/** A basis vector of R^size. */
export function basisVector(size: number, index: number): Float64Array {
  const vector = new Float64Array(size);
  vector[index] = 1;
  return vector;
}
