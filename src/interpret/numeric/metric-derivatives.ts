import type { Engine } from '../../engine/index.ts';
import { dtypeOf, type Program, scalar, type Tensor } from '../../program/index.ts';
import { jvp, simplify } from '../../transform/index.ts';
import type { MetricDerivatives } from '../at-point.ts';

/**
 * The metric and its first and second derivatives at a point: jvp of jvp of the metric's program (from scalar inputs to
 * `metric` [d, d]), compiled once and run for each pair of coordinates.
 */
export async function metricDerivatives(
  program: Program,
  point: Readonly<Record<string, number>>,
  engine: Engine,
): Promise<MetricDerivatives> {
  const names = program.inputs.map(({ name }) => name);
  const once = jvp(program, { wrt: names, prefix: 'v_' });
  const twice = await engine.compile(simplify(jvp(once, { wrt: names, of: ['v_metric'], prefix: 'w_' })));
  const dtype = dtypeOf(program);
  const values = Object.fromEntries(names.map((name) => [name, scalar(point[name]!, dtype)]));
  const direction = (prefix: string, chosen: number): [string, Tensor][] =>
    names.map((name, i) => [prefix + name, scalar(i === chosen ? 1 : 0, dtype)]);
  try {
    const first: number[][][] = [];
    const second: number[][][][] = names.map(() => []);
    let metric: number[][] = [];
    for (const k of names.keys()) {
      for (const l of Array.from({ length: k + 1 }, (_, i) => i)) {
        const directions = Object.fromEntries([...direction('v_', k), ...direction('w_', l)]);
        const results = await twice.run({ ...values, ...directions });
        const rows = (name: string): number[][] => matrixRows(results[name]!);
        [metric, first[k]] = [rows('metric'), rows('v_metric')];
        second[k]![l] = rows('w_v_metric');
        second[l]![k] = second[k]![l]!;
      }
    }
    return { metric, first, second };
  } finally {
    await twice.dispose();
  }
}

function matrixRows({ shape, data }: Tensor): number[][] {
  const [rows, columns] = shape as readonly [number, number];
  return Array.from({ length: rows }, (_, i) => Array.from(data.subarray(i * columns, (i + 1) * columns)));
}
