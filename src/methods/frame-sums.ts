import { InputError } from '../errors.ts';
import { buildProgram, dtypeOf, type Program, tensor, tensorType } from '../program/index.ts';
import { simplify, vmap } from '../transform/index.ts';
import { combine, type Vector } from './euclidean.ts';
import type { Immersion } from './immersion.ts';
import type { OrthonormalFrame } from './orthonormal-frame.ts';
import type { Lasting } from './resumable.ts';

/** How far the sum over pairs of frame vectors has come, plain data: whole blocks before `block`, in it the rows before `next`. */
export interface FrameSumsState {
  /** The pivots of the frame, which another rounding could change. */
  readonly pivots: readonly number[];
  readonly block: number;
  readonly next: number;
  /** The sum of |II(e_a, e_b)|^2 so far. */
  readonly normal: number;
  /** The sum of |D(e_a, e_b)|^2 so far; 0 where it is not needed. */
  readonly whole: number;
}

/** Second fundamental forms along a frame. */
export interface FrameForms {
  /** sum_ab |II(e_a, e_b)|^2, and the size of what it was taken from. */
  readonly sum: (options?: Lasting<FrameSumsState>) => Promise<{ readonly normal: number; readonly whole: number }>;
  /** sum_a |II(v, e_a)|^2 for a vector v of parameters. */
  readonly along: (v: Vector) => Promise<number>;
  readonly dispose: () => Promise<void>;
}

/** As many frame vectors are taken together. */
const together = 64;

/**
 * Sums of squares of the second fundamental form along a frame, block by block: a program takes one vector v and a block of
 * others w to |II(v, w)|^2, with what depends on the block computed once (`bind`). About p^2 / 2 jets and p^2 M min(p, M)
 * operations of matrix products; memory for the frame, the projection and one block.
 */
export async function frameForms(
  immersion: Immersion,
  { vectors, normal, pivots }: OrthonormalFrame,
): Promise<FrameForms> {
  const { engine, program, known } = immersion.secondDerivative;
  const dtype = dtypeOf(program);
  const { rows: rank, columns: parameters } = vectors;
  const { rows } = normal;
  const empty = rows.rows === 0;
  const executable = empty
    ? undefined
    : await engine.compile(simplify(squaresProgram(program, immersion.ambient, rows.rows)));
  const projection = empty ? undefined : tensor(dtype, [rows.rows, rows.columns], rows.data);
  const vector = (v: Vector) => tensor(dtype, [parameters], v);
  const bound = (start: number) => {
    const block = new Float64Array(together * parameters);
    block.set(vectors.data.subarray(start * parameters, Math.min(rank, start + together) * parameters));
    return executable!.bind({
      ...known,
      d2_theta: tensor(dtype, [together, parameters], block),
      projection: projection!,
    });
  };
  const squares = async (run: Awaited<ReturnType<typeof bound>>, v: Vector) => {
    const found = await run.run({ d_theta: vector(v) });
    const [whole, projected] = [total(found['whole']!.data), total(found['projected']!.data)];
    return normal.kind === 'kept' ? { normal: projected, whole: 0 } : { normal: whole - projected, whole };
  };
  const row = (a: number) => vectors.data.subarray(a * parameters, (a + 1) * parameters);
  return {
    sum: async ({ resume, checkpoint, progress } = {}) => {
      if (resume && resume.pivots.join() !== pivots.join()) throw otherFrame();
      let state: FrameSumsState = resume ?? { pivots, block: 0, next: 0, normal: 0, whole: 0 };
      for (let start = state.block; start < rank && !empty; start += together) {
        const block = await bound(start);
        for (let a = Math.max(start, state.next); a < rank; a += 1) {
          const found = await squares(block, row(a));
          // Within the block both orders of a pair occur, beyond it one.
          const weight = a < start + together ? 1 : 2;
          state = {
            pivots,
            block: start,
            next: a + 1,
            normal: state.normal + weight * found.normal,
            whole: state.whole + weight * found.whole,
          };
          checkpoint?.(state);
          progress?.((runsBefore(start, rank) + a + 1 - start) / runsBefore(rank, rank));
        }
        state = { ...state, block: start + together, next: 0 };
      }
      return { normal: state.normal, whole: state.whole };
    },
    along: async (v) => {
      let sum = 0;
      for (let start = 0; start < rank && !empty; start += together)
        sum += (await squares(await bound(start), v)).normal;
      return sum;
    },
    dispose: async () => executable?.dispose(),
  };
}

function otherFrame(): InputError {
  return new InputError(
    'The state to go on from belongs to another frame, as other numbers of threads may give by rounding: begin anew.',
  );
}

/** tr II before projection: the sum of D(e_a, e_a). */
export async function jetTrace(immersion: Immersion, { vectors }: OrthonormalFrame): Promise<Float64Array> {
  const { rows: rank, columns: parameters } = vectors;
  let trace: Float64Array = new Float64Array(immersion.ambient);
  for (let start = 0; start < rank; start += together) {
    const block = Array.from({ length: Math.min(together, rank - start) }, (_, k) =>
      vectors.data.subarray((start + k) * parameters, (start + k + 1) * parameters),
    );
    for (const jet of await immersion.many.jet(block, block)) trace = combine(1, trace, 1, jet);
  }
  return trace;
}

/** (d_theta: [p], d2_theta: [B, p], projection: [k, M], ...) -> whole: [B], projected: [B], sums of squares of D(v, w) and of its products. */
function squaresProgram(program: Program, ambient: number, rows: number): Program {
  const jets = vmap(program, { over: ['d2_theta'], size: together });
  const types = {
    ...Object.fromEntries(jets.inputs.map(({ name, variable }) => [name, variable.type])),
    projection: tensorType(dtypeOf(program), [rows, ambient]),
  };
  return buildProgram(`squared forms of ${program.name}`, types, (b, variables) => {
    const { projection, ...given } = variables;
    const flat = b.reshape(b.inline(jets, given)['d2_d_psi']!, [together, ambient]);
    const shares = b.matmul(flat, projection!, { transposeRight: true });
    return { whole: b.reduceSum(b.multiply(flat, flat), [1]), projected: b.reduceSum(b.multiply(shares, shares), [1]) };
  });
}

/** The runs for the blocks that begin before `start`: one for each vector from the beginning of the block on. */
function runsBefore(start: number, rank: number): number {
  const blocks = Math.ceil(start / together);
  return blocks * rank - (together * blocks * (blocks - 1)) / 2;
}

function total(values: Vector): number {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += values[i]!;
  return sum;
}
