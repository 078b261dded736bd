import type { BlockMap, Immersion } from './immersion.ts';
import type { Lasting } from './resumable.ts';

/** The smaller of J J^T, on outputs, and J^T J, on parameters; J J^T where they are as large. */
export interface GramMatrix {
  readonly on: 'outputs' | 'parameters';
  /** min(p, M). */
  readonly side: number;
  /** Row-major, without damping. */
  readonly matrix: Float64Array;
}

const known = new WeakMap<Immersion, Promise<GramMatrix>>();

/** The smaller Gram matrix of an immersion, which is computed once and shared by all who ask. */
export function smallerGram(immersion: Immersion): Promise<GramMatrix> {
  const before = known.get(immersion);
  if (before) return before;
  const made = computed(immersion);
  known.set(immersion, made);
  return made;
}

async function computed(immersion: Immersion): Promise<GramMatrix> {
  const { parameters, ambient, many } = immersion;
  if (ambient > parameters)
    return { on: 'parameters', side: parameters, matrix: await denseOperator(many.metric, parameters) };
  return { on: 'outputs', side: ambient, matrix: await outputGramMatrix(immersion) };
}

/** J J^T, [M, M] row-major, by the fastest way that there is. */
export async function outputGramMatrix(
  { ambient, many, outputGram }: Immersion,
  rows: Lasting<DenseRows> = {},
): Promise<Float64Array> {
  if (!outputGram || (rows.resume && rows.resume.done < ambient)) return denseOperator(many.gram, ambient, rows);
  if (rows.resume) return rows.resume.matrix;
  const matrix = await outputGram();
  rows.checkpoint?.({ done: ambient, matrix });
  rows.progress?.(1);
  return matrix;
}

/** The first rows of a matrix, as many as are done. */
export interface DenseRows {
  readonly done: number;
  /** Row-major, of the size of the whole. */
  readonly matrix: Float64Array;
}

/** A symmetric operator on R^size as a row-major matrix, from its products with unit vectors. */
export async function denseOperator(
  operator: BlockMap,
  size: number,
  { resume, checkpoint, progress }: Lasting<DenseRows> = {},
): Promise<Float64Array> {
  const matrix = resume?.matrix.slice() ?? new Float64Array(size * size);
  const block = 32;
  for (let start = resume?.done ?? 0; start < size; start += block) {
    const units = Array.from({ length: Math.min(block, size - start) }, (_, k) => {
      const unit = new Float64Array(size);
      unit[start + k] = 1;
      return unit;
    });
    (await operator(units)).forEach((row, k) => {
      matrix.set(row, (start + k) * size);
    });
    const done = start + units.length;
    checkpoint?.({ done, matrix });
    progress?.(done / size);
  }
  return matrix;
}
