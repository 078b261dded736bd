import type { Engine, Executable } from '../engine/index.ts';
import { dtypeOf, entryCount, type Program, type Shape, type Tensor, tensor } from '../program/index.ts';
import { simplify, vmap } from '../transform/index.ts';
import type { Vector } from './euclidean.ts';

/** Where a program runs on several vectors. */
export interface BatchSetting {
  readonly engine: Engine;
  /** The inputs that are the same for all vectors. */
  readonly known: Readonly<Record<string, Tensor>>;
  /** The most vectors in one batch, a power of two. */
  readonly most: number;
}

/** A program that runs on lists of vectors, one list for each of its varying inputs. */
export interface BatchedProgram {
  readonly run: (...lists: readonly (readonly Vector[])[]) => Promise<readonly Vector[]>;
  readonly dispose: () => Promise<void>;
}

/**
 * Runs a program of vectors on lists of them: in batches of at most `most`, each filled up with zeros to a power of two,
 * so that few sizes are compiled, each when it is first wanted.
 */
export function batched(
  { engine, known, most }: BatchSetting,
  program: Program,
  over: readonly string[],
  result: string,
): BatchedProgram {
  const dtype = dtypeOf(program);
  const shapes = over.map((name) => program.inputs.find((input) => input.name === name)!.variable.type.shape);
  const compiled = new Map<number, Promise<Executable>>();
  const compile = (size: number): Promise<Executable> => {
    const known = compiled.get(size);
    if (known) return known;
    const made = engine.compile(simplify(size === 1 ? program : vmap(program, { over, size })));
    compiled.set(size, made);
    return made;
  };
  const runBatch = async (lists: readonly (readonly Vector[])[], count: number): Promise<readonly Vector[]> => {
    const size = 2 ** Math.ceil(Math.log2(count));
    const batch = lists.map((list, i) => stacked(dtype, shapes[i]!, list, size));
    const executable = await compile(size);
    const outputs = await executable.run({
      ...known,
      ...Object.fromEntries(over.map((name, i) => [name, batch[i]!])),
    });
    const { data } = outputs[result]!;
    const length = data.length / size;
    return Array.from({ length: count }, (_, k) => (size === 1 ? data : data.subarray(k * length, (k + 1) * length)));
  };
  return {
    run: async (...lists) => {
      const results: Vector[] = [];
      for (let start = 0; start < lists[0]!.length; start += most) {
        const parts = lists.map((list) => list.slice(start, start + most));
        results.push(...(await runBatch(parts, parts[0]!.length)));
      }
      return results;
    },
    dispose: async () => {
      for (const executable of compiled.values()) await (await executable).dispose();
      compiled.clear();
    },
  };
}

function stacked(dtype: Tensor['dtype'], shape: Shape, vectors: readonly Vector[], size: number): Tensor {
  if (size === 1) return tensor(dtype, shape, vectors[0]!);
  const length = entryCount(shape);
  const data = dtype === 'float64' ? new Float64Array(size * length) : new Float32Array(size * length);
  vectors.forEach((vector, k) => {
    data.set(vector, k * length);
  });
  return tensor(dtype, [size, ...shape], data);
}
