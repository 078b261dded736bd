import {
  groupColumns,
  groupSize,
  headGeometry,
  networkForward,
  networkInputs,
  networkName,
  outputCount,
} from '../network/index.ts';
import {
  type Builder,
  buildProgram,
  entryCount,
  type Program,
  type TensorType,
  tensor,
  type Variable,
} from '../program/index.ts';
import { jvp, selectOutputs } from '../transform/index.ts';
import { basisVector } from './euclidean.ts';
import { fisherProgram } from './fisher-immersion.ts';
import { type FisherPoint, fisherInputs } from './fisher-point.ts';
import type { ImmersionPoint } from './immersion.ts';

/** Where to look at a metric: a program with an input `theta`: [p] and the output `metric`: [p, p], and all its inputs. */
export interface MetricPoint {
  readonly program: Program;
  readonly inputs: ImmersionPoint['inputs'];
  /** Added to the diagonal of the metric; 0 for none. */
  readonly damping: number;
}

/** The damped Fisher metric of a model as a function of theta: from the flat embedding of its head, or from I(h). */
export function fisherMetricPoint(point: FisherPoint): MetricPoint {
  const { model, samples, dtype, damping } = point;
  const inputs = fisherInputs(point);
  const { network, head } = model;
  if (head.embedding) return inducedMetricPoint({ program: fisherProgram(model, samples, dtype), inputs, damping });
  const size = groupSize(head, outputCount(network));
  const rows = (samples * outputCount(network)) / size;
  const metric = headGeometry(head, size).metric(rows, dtype);
  const outputs = buildProgram(
    `outputs of ${networkName(network)}`,
    networkInputs(network, samples, dtype),
    (b, variables) => {
      const columns = groupColumns(b, networkForward(b, network, variables).outputs, size);
      return Object.fromEntries(columns.map((column, a) => [`z${a + 1}`, b.reshape(column, [rows])]));
    },
  );
  const program = gramProgram(outputs, `metric of ${networkName(network)} ${head.family}`, (b, values, columns) => {
    const entries = b.inline(metric, values);
    const terms = columns.flatMap((left, a) =>
      columns.map((right, c) => {
        const weights = entries[`g_${Math.min(a, c)}_${Math.max(a, c)}`]!;
        return b.matmul(b.multiply(left, weights), right, { transposeRight: true });
      }),
    );
    return b.divide(
      terms.reduce((sum, term) => b.add(sum, term)),
      samples,
    );
  });
  return { program, inputs, damping };
}

/** The metric J^T J + damping that a map induces, as a function of theta. */
export function inducedMetricPoint({
  program,
  inputs,
  damping,
}: Omit<ImmersionPoint, 'ambientCurvature'>): MetricPoint {
  const metric = gramProgram(program, `metric of ${program.name}`, (b, _, [column]) =>
    b.matmul(column!, column!, { transposeRight: true }),
  );
  return { program: metric, inputs, damping };
}

/**
 * The program with the inputs of `program` and the one output `metric`: [p, p]. `metric` writes it from the outputs of the
 * program and, for each of them, its transposed Jacobian [p, entries].
 */
function gramProgram(
  program: Program,
  name: string,
  metric: (b: Builder, values: Readonly<Record<string, Variable>>, columns: readonly Variable[]) => Variable,
): Program {
  const differential = jvp(program, { wrt: ['theta'] });
  const derivatives = program.outputs.map((output) => `d_${output.name}`);
  const along = selectOutputs(differential, derivatives);
  const types = Object.fromEntries(program.inputs.map((input) => [input.name, input.variable.type]));
  const { dtype, shape } = types['theta'] as TensorType;
  const size = shape[0]!;
  return buildProgram(name, types, (b, variables) => {
    const rows = Array.from({ length: size }, (_, i) => {
      const d_theta = b.constant(tensor(dtype, [size], basisVector(size, i)));
      return b.inline(along, { ...variables, d_theta });
    });
    const columns = program.outputs.map(({ variable }, k) => {
      const entries = entryCount(variable.type.shape);
      return b.concatenate(
        rows.map((row) => b.reshape(row[derivatives[k]!]!, [1, entries])),
        0,
      );
    });
    return { metric: metric(b, b.inline(program, variables), columns) };
  });
}
