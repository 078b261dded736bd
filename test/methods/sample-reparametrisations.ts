import type { ImmersionPoint } from '../../src/methods/index.ts';
import { buildProgram, tensor } from '../../src/program/index.ts';

/** A change of coordinates theta = A (eta + bend sin eta) at a point, with its differential. */
export interface Reparametrisation {
  readonly theta: readonly number[];
  /** The vector d theta of d eta. */
  readonly push: (v: ArrayLike<number>) => Float64Array;
  /** The covector by eta of one by theta. */
  readonly pull: (covector: ArrayLike<number>) => Float64Array;
  /** A map of theta as one of eta. */
  readonly compose: (point: ImmersionPoint) => ImmersionPoint;
  /** log |det d theta / d eta|, of the factor of A that the test gives. */
  readonly logBend: number;
}

/** The change of coordinates by a row-major matrix A, at eta. */
export function reparametrisation(
  eta: readonly number[],
  matrix: readonly (readonly number[])[],
  bend = 0,
): Reparametrisation {
  const size = eta.length;
  const slopes = eta.map((x) => 1 + bend * Math.cos(x));
  const applied = (v: readonly number[]): number[] =>
    matrix.map((row) => row.reduce((sum, entry, k) => sum + entry * v[k]!, 0));
  return {
    theta: applied(eta.map((x) => x + bend * Math.sin(x))),
    push: (v) => Float64Array.from(applied(slopes.map((slope, k) => slope * v[k]!))),
    pull: (covector) =>
      Float64Array.from(slopes, (slope, k) => slope * matrix.reduce((sum, row, i) => sum + row[k]! * covector[i]!, 0)),
    compose: ({ program, inputs, damping }) => {
      const types = Object.fromEntries(program.inputs.map(({ name, variable }) => [name, variable.type]));
      const composed = buildProgram(`${program.name} in other coordinates`, types, (b, variables) => {
        const { theta, ...others } = variables;
        const bent = b.add(theta!, b.multiply(b.sin(theta!), bend));
        const mixed = b.matmul(b.constant(tensor('float64', [size, size], matrix.flat())), b.reshape(bent, [size, 1]));
        return { psi: b.inline(program, { ...others, theta: b.reshape(mixed, [size]) })['psi']! };
      });
      return { program: composed, inputs: { ...inputs, theta: tensor('float64', [size], eta) }, damping };
    },
    logBend: slopes.reduce((sum, slope) => sum + Math.log(slope), 0),
  };
}
