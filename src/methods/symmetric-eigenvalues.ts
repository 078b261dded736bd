/** A symmetric tridiagonal matrix: n diagonal entries and the n - 1 beside them. */
export interface Tridiagonal {
  readonly diagonal: Float64Array;
  readonly beside: Float64Array;
}

/** The eigenvalues of a tridiagonal matrix with the squares of the first entries of its unit eigenvectors. */
export interface WeightedEigenvalues {
  /** In ascending order. */
  readonly values: Float64Array;
  /** The weights of the values in the quadrature e_1^T f(T) e_1 = sum_i weights_i f(values_i); they sum to one. */
  readonly weights: Float64Array;
}

/**
 * The eigenvalues of a symmetric matrix, in ascending order: about 4/3 n^3 multiplications, and no eigenvectors. Only the
 * lower triangle of the row-major `matrix` is read.
 */
export function symmetricEigenvalues(matrix: Float64Array, size: number): Float64Array {
  return tridiagonalEigenvalues(tridiagonalised(matrix, size)).values;
}

/**
 * The same, which lets other work have its turn and says the fraction that is done: sides of thousands take minutes.
 */
export async function lastingEigenvalues(
  matrix: Float64Array,
  size: number,
  progress?: (fraction: number) => void,
): Promise<Float64Array> {
  const reduction = reductions(matrix, size);
  for (;;) {
    const { done, value } = reduction.next();
    if (done) return tridiagonalEigenvalues(value).values;
    progress?.(1 - (value / size) ** 3);
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
  }
}

/** An orthogonally similar tridiagonal matrix, by Householder reflections from the last row up [Golub-Van Loan, 8.3.1]. */
export function tridiagonalised(matrix: Float64Array, size: number): Tridiagonal {
  const reduction = reductions(matrix, size);
  for (;;) {
    const { done, value } = reduction.next();
    if (done) return value;
  }
}

/** As many multiplications are done between two pauses. */
const stretch = 2e7;

/** The reduction, which pauses now and then at the number of rows that are left. */
function* reductions(matrix: Float64Array, size: number): Generator<number, Tridiagonal, void> {
  let work = 0;
  const a = Float64Array.from(matrix);
  const diagonal = new Float64Array(size);
  const beside = new Float64Array(Math.max(0, size - 1));
  const product = new Float64Array(size);
  for (let last = size - 1; last > 0; last -= 1) {
    const start = last * size;
    diagonal[last] = a[start + last]!;
    beside[last - 1] = reflect(a, start, last);
    if (last > 1) turn(a, size, last, product);
    work += 2 * last ** 2;
    if (work > stretch) {
      yield last;
      work = 0;
    }
  }
  if (size > 0) diagonal[0] = a[0]!;
  return { diagonal, beside };
}

/**
 * Turns the row of `length` entries from `start` on into a vector u with |u|^2 = 2 whose reflection Id - u u^T maps the row
 * to a multiple of the last unit vector, and returns that multiple.
 */
function reflect(a: Float64Array, start: number, length: number): number {
  let square = 0;
  for (let i = 0; i < length; i += 1) square += a[start + i]! ** 2;
  const end = start + length - 1;
  const pivot = a[end]!;
  const norm = Math.sqrt(square);
  if (square - pivot * pivot <= 0 || norm === 0) {
    a.fill(0, start, start + length);
    return pivot;
  }
  const image = pivot > 0 ? -norm : norm;
  const scale = 1 / Math.sqrt(norm * (norm + Math.abs(pivot)));
  a[end] = pivot - image;
  for (let i = start; i <= end; i += 1) a[i] = a[i]! * scale;
  return image;
}

/** Applies the reflection by the row `last` to both sides of the leading block of that size: A - u q^T - q u^T. */
function turn(a: Float64Array, size: number, last: number, product: Float64Array): void {
  const u = a.subarray(last * size, last * size + last);
  product.fill(0, 0, last);
  for (let i = 0; i < last; i += 1) {
    const row = i * size;
    const factor = u[i]!;
    let sum = a[row + i]! * factor;
    for (let j = 0; j < i; j += 1) {
      const entry = a[row + j]!;
      sum += entry * u[j]!;
      product[j] = product[j]! + entry * factor;
    }
    product[i] = product[i]! + sum;
  }
  let half = 0;
  for (let i = 0; i < last; i += 1) half += u[i]! * product[i]!;
  half /= 2;
  for (let i = 0; i < last; i += 1) product[i] = product[i]! - half * u[i]!;
  for (let i = 0; i < last; i += 1) {
    const row = i * size;
    const [ui, qi] = [u[i]!, product[i]!];
    for (let j = 0; j <= i; j += 1) a[row + j] = a[row + j]! - ui * product[j]! - qi * u[j]!;
  }
}

/** Eigenvalues and weights by implicit QL with Wilkinson's shift [Golub-Welsch 1969]. */
export function tridiagonalEigenvalues({ diagonal, beside }: Tridiagonal): WeightedEigenvalues {
  const size = diagonal.length;
  const d = Float64Array.from(diagonal);
  const e = new Float64Array(size);
  e.set(beside);
  const first = new Float64Array(size);
  if (size > 0) first[0] = 1;
  for (let low = 0; low < size; low += 1) {
    for (;;) {
      let high = low;
      while (high < size - 1 && Math.abs(e[high]!) > Number.EPSILON * (Math.abs(d[high]!) + Math.abs(d[high + 1]!)))
        high += 1;
      if (high === low) break;
      sweep(d, e, first, low, high);
    }
  }
  const order = Array.from(d, (_, i) => i).sort((i, j) => d[i]! - d[j]!);
  return {
    values: Float64Array.from(order, (i) => d[i]!),
    weights: Float64Array.from(order, (i) => first[i]! ** 2),
  };
}

/** One shifted step of QL on the rows from `low` to `high`, which updates the first entries of the eigenvectors along. */
function sweep(d: Float64Array, e: Float64Array, first: Float64Array, low: number, high: number): void {
  const gap = (d[low + 1]! - d[low]!) / (2 * e[low]!);
  const root = Math.hypot(gap, 1);
  let g = d[high]! - d[low]! + e[low]! / (gap + (gap >= 0 ? root : -root));
  let [sine, cosine, shift] = [1, 1, 0];
  for (let i = high - 1; i >= low; i -= 1) {
    const f = sine * e[i]!;
    const b = cosine * e[i]!;
    const length = Math.hypot(f, g);
    e[i + 1] = length;
    if (length === 0) {
      d[i + 1] = d[i + 1]! - shift;
      e[high] = 0;
      return;
    }
    sine = f / length;
    cosine = g / length;
    const above = d[i + 1]! - shift;
    const turned = (d[i]! - above) * sine + 2 * cosine * b;
    shift = sine * turned;
    d[i + 1] = above + shift;
    g = cosine * turned - b;
    const old = first[i + 1]!;
    first[i + 1] = sine * first[i]! + cosine * old;
    first[i] = cosine * first[i]! - sine * old;
  }
  d[low] = d[low]! - shift;
  e[low] = g;
  e[high] = 0;
}
