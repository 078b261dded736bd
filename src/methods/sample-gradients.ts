import type { Engine, Executable } from '../engine/index.ts';
import { featureCount, networkProgram } from '../network/index.ts';
import { type Tensor, tensor } from '../program/index.ts';
import { selectOutputs, simplify, vjp, vmap } from '../transform/index.ts';
import type { Vector } from './euclidean.ts';
import type { FisherPoint } from './fisher-point.ts';
import type { OutputFactors } from './output-factors.ts';

/** The gradients J_n^T w_rn of some samples: those numbered from `start` on, each by each row of factors. */
export interface SampleGradients {
  readonly start: number;
  readonly samples: number;
  /** For each row r of factors the gradients of the samples one after another, [samples, p] row-major. */
  readonly rows: readonly Tensor['data'][];
}

/** Gradients of samples by output factors, a range of samples at a time. */
export interface SampleGradientSource {
  readonly of: (start: number, samples: number) => Promise<SampleGradients>;
  readonly dispose: () => Promise<void>;
}

/**
 * Makes gradients of single samples: a backward pass sums over samples, so each gets one of its own (`vmap`), in which what
 * does not depend on the factors is computed once for all rows.
 */
export function sampleGradientSource(
  { model, theta, inputs, dtype }: FisherPoint,
  factors: OutputFactors,
  engine: Engine,
): SampleGradientSource {
  const { network } = model;
  const features = featureCount(network);
  const { outputs } = factors;
  const gradient = selectOutputs(vjp(networkProgram(network, 1, dtype), { wrt: ['theta'] }), ['ct_theta']);
  const compiled = new Map<number, Promise<Executable>>();
  const compile = (samples: number): Promise<Executable> => {
    const known = compiled.get(samples);
    if (known) return known;
    const made = engine.compile(simplify(vmap(gradient, { over: ['x', 'ct_h'], size: samples })));
    compiled.set(samples, made);
    return made;
  };
  return {
    of: async (start, samples) => {
      const executable = await compile(samples);
      const part = (values: Vector, size: number): Vector => values.slice(start * size, (start + samples) * size);
      const bound = await executable.bind({
        theta: tensor(dtype, [theta.length], theta),
        x: tensor(dtype, [samples, 1, features], part(inputs, features)),
      });
      const rows: Tensor['data'][] = [];
      for (const row of factors.rows) {
        const { ct_theta } = await bound.run({ ct_h: tensor(dtype, [samples, 1, outputs], part(row, outputs)) });
        rows.push(ct_theta!.data);
      }
      await bound.dispose();
      return { start, samples, rows };
    },
    dispose: async () => {
      for (const executable of compiled.values()) await (await executable).dispose();
      compiled.clear();
    },
  };
}
