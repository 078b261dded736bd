import { UnsupportedError } from '../errors.ts';
import {
  groupColumns,
  groupSize,
  headGeometry,
  networkForward,
  networkInputs,
  networkName,
  outputCount,
} from '../network/index.ts';
import { buildProgram, type Program, type TensorType, type Variable } from '../program/index.ts';
import { jvp } from '../transform/index.ts';
import { fisherProgram } from './fisher-immersion.ts';
import { type FisherPoint, fisherInputs } from './fisher-point.ts';
import type { ImmersionPoint } from './immersion.ts';

/**
 * A Riemannian metric g as a function of theta, by its kinetic energy g(v, v) / 2: a program with inputs `theta`: [p] and
 * `d_theta`: [p] and one output `energy`: [], quadratic in d_theta; all its other inputs; and the damping, which is added to
 * the diagonal of the metric and not in the program.
 */
export interface EnergyPoint {
  readonly program: Program;
  /** Among them theta, where to start. */
  readonly inputs: ImmersionPoint['inputs'];
  readonly damping: number;
}

/** The energy |d psi|^2 / 2 of the metric that a map into flat space induces. */
export function inducedEnergy({ program, inputs, damping }: ImmersionPoint): EnergyPoint {
  const along = jvp(program, { wrt: ['theta'] });
  const types = Object.fromEntries(along.inputs.map(({ name, variable }) => [name, variable.type]));
  const energy = buildProgram(`energy of ${program.name}`, types, (b, variables) => {
    const { d_psi } = b.inline(along, variables);
    return { energy: b.multiply(b.reduceSum(b.multiply(d_psi!, d_psi!)), 0.5) };
  });
  return { program: energy, inputs, damping };
}

/**
 * The energy of the damped Fisher metric of a model, (1/2N) sum_n I(h_n)(dh_n, dh_n): from the flat embedding of its head, or
 * from I(h).
 *
 * @throws UnsupportedError if the network has kinks, at which its metric jumps and no geodesic equation holds.
 */
export function fisherEnergy(point: FisherPoint): EnergyPoint {
  const { model, samples, dtype, damping } = point;
  const { network, head } = model;
  const inputs = fisherInputs(point);
  refuseKinks(point);
  if (head.embedding) return inducedEnergy({ program: fisherProgram(model, samples, dtype), inputs, damping });
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
  const along = jvp(outputs, { wrt: ['theta'] });
  const types: Record<string, TensorType> = Object.fromEntries(
    along.inputs.map(({ name, variable }) => [name, variable.type]),
  );
  const program = buildProgram(`energy of ${networkName(network)} ${head.family}`, types, (b, variables) => {
    const values = b.inline(along, variables);
    const z = Object.fromEntries(outputs.outputs.map(({ name }) => [name, values[name]!]));
    const entries = b.inline(metric, z);
    const terms: Variable[] = [];
    for (let a = 0; a < size; a += 1) {
      for (let c = a; c < size; c += 1) {
        const product = b.multiply(values[`d_z${a + 1}`]!, values[`d_z${c + 1}`]!);
        terms.push(b.multiply(b.multiply(product, entries[`g_${a}_${c}`]!), a === c ? 0.5 : 1));
      }
    }
    return { energy: b.divide(b.reduceSum(terms.reduce((sum, term) => b.add(sum, term))), samples) };
  });
  return { program, inputs, damping };
}

function refuseKinks({ model, samples, dtype }: FisherPoint): void {
  const { network } = model;
  let kinks = 0;
  buildProgram('kinks', networkInputs(network, samples, dtype), (b, variables) => {
    const pass = networkForward(b, network, variables);
    kinks = pass.kinks.length;
    return { h: pass.outputs };
  });
  if (kinks > 0) {
    throw new UnsupportedError(
      `The network ${networkName(network)} has kinks (relu, maxima), where its metric jumps: geodesics and lengths are of smooth ` +
        'metrics. Use tanh, softplus or gelu.',
    );
  }
}
