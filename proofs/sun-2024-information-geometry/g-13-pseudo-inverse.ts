import { assume, by, declare, equation, experiment, program, start, statement, term } from 'fisher-rao';
import { inverseMetricProduct } from 'fisher-rao/methods';
import { networkProgram, normalHead } from 'fisher-rao/network';
import { dot, immersionOf, type Matrix, noise, randomSetting, type Setting } from '../networks.ts';
import { evenly } from '../numbers.ts';

const { multiply, square, subtract, sum } = term;

/** A Jacobian of outputs n and parameters k, and two steps d and e, the second being A d' for the step d' in coordinates A^(-1) theta. */
const n = declare.point('n', declare.space('O'));
const [k, m] = [declare.direction('k'), declare.direction('m')];
const J = declare.function('J', [n, k]);
const [d, e, g] = ['d', 'e', 'g'].map((name) => declare.function(name, k.space));
const applied = (step: typeof d) => sum(n, multiply(J(n, k), sum(m, multiply(J(n, m), step(m)))));
const solvesD = assume.equation('F d = g', applied(d), g(k));
const solvesE = assume.equation('F e = g', applied(e), g(k));
const apart = sum(n, square(sum(k, multiply(J(n, k), subtract(d(k), e(k))))));

export const pseudoInverse = statement({
  label: 'G-13',
  title:
    "F^+ g in theta and A F'^+ g' for coordinates A^(-1) theta both solve F d = g, and any two solutions change the outputs alike, however singular F = J^T J is: the squared distance of the changes is zero",
  given: [solvesD, solvesE],
  claim: equation(apart, 0),
  expected: 'proved',
  proof: () => {
    const difference = (step: typeof d) => sum(k, multiply(subtract(d(k), e(k)), applied(step)));
    return start(apart)
      .equals(subtract(difference(d), difference(e)), by.rearrangement)
      .equals(0, by.assumption(solvesD), by.assumption(solvesE), by.rearrangement);
  },
});

/** A network of 17 parameters at three inputs, so that its metric is singular. */
const settingOf = (seed: number): Setting => randomSetting(seed, [2, 4, 1], 3, normalHead());

/** An invertible matrix that mixes all parameters, or one that only scales them. */
const mixing = (seed: number, size: number): Matrix =>
  evenly(size).map((k) => evenly(size).map((l) => (k === l ? 1 : 0) + 0.4 * noise(seed + 5, size * k + l)));
const scaling = (seed: number, size: number): Matrix =>
  evenly(size).map((k) => evenly(size).map((l) => (k === l ? 2 ** (((seed + k) % 5) - 2) : 0)));

type Form = 'pseudo-inverse' | 'damped' | 'diagonal';

/** The change of the outputs, to first order, by the step A^(-1) g in the coordinates of which theta is the image by a matrix. */
async function change(seed: number, form: Form, matrix: Matrix): Promise<number[]> {
  const { network, theta, inputs } = settingOf(seed);
  const size = theta.length;
  const coordinates = solved(matrix, theta);
  const immersion = await immersionOf(
    coordinates,
    (b, given) => {
      const image = b.matmul(
        b.constant(program.tensor('float64', [size, size], matrix.flat())),
        b.reshape(given, [size, 1]),
      );
      const x = b.constant(program.tensor('float64', [inputs.length, 2], inputs.flat()));
      const h = b.inline(networkProgram(network, inputs.length, 'float64'), { theta: b.reshape(image, [size]), x })[
        'h'
      ];
      return b.reshape(h, [inputs.length]);
    },
    form === 'damped' ? 0.1 : 0,
  );
  const covector = evenly(inputs.length).map((n) => noise(seed + 11, n));
  const gradient = Array.from(await immersion.codifferential(covector));
  const step =
    form === 'diagonal'
      ? await diagonalStep(immersion, gradient)
      : Array.from((await inverseMetricProduct(immersion, gradient, 1e-13)).direction);
  const moved = Array.from(await immersion.differential(step));
  await immersion.dispose();
  return moved;
}

async function diagonalStep(
  immersion: Awaited<ReturnType<typeof immersionOf>>,
  gradient: readonly number[],
): Promise<number[]> {
  const units = gradient.map((_, k) => gradient.map((_unused, l) => (k === l ? 1 : 0)));
  const columns = await immersion.many.differential(units);
  return gradient.map((value, k) => value / dot(Array.from(columns[k]), Array.from(columns[k])));
}

/** The solution of a v = b by elimination with pivots. */
function solved(a: Matrix, b: readonly number[]): number[] {
  const rows = a.map((row, k) => [...row, b[k]]);
  const size = b.length;
  for (let k = 0; k < size; k++) {
    const best = evenly(size - k).reduce((p, l) => (Math.abs(rows[k + l][k]) > Math.abs(rows[p][k]) ? k + l : p), k);
    [rows[k], rows[best]] = [rows[best], rows[k]];
    for (let l = 0; l < size; l++) {
      if (l === k) continue;
      const factor = rows[l][k] / rows[k][k];
      for (let c = k; c <= size; c++) rows[l][c] -= factor * rows[k][c];
    }
  }
  return rows.map((row, k) => row[size] / row[k]);
}

const identity = (size: number): Matrix => scaling(0, size).map((row, k) => row.map((_, l) => (k === l ? 1 : 0)));
const parameters = settingOf(1).theta.length;

export const pseudoInverseOfNetworks = experiment({
  label: 'G-13/network',
  title:
    'for networks with a singular metric the pseudo-inverse step changes the outputs alike in all linear coordinates',
  claim: 'J F^+ g is the same in theta and in A^(-1) theta',
  expected: 'supported',
  tolerance: 1e-8,
  cases: 5,
  draw: (seed) => ({ seed }),
  evaluate: async ({ seed }) => ({
    left: await change(seed, 'pseudo-inverse', mixing(seed, parameters)),
    right: await change(seed, 'pseudo-inverse', identity(parameters)),
  }),
});

export const damping = experiment({
  label: 'G-13/damping',
  title: 'damping does not have this property',
  claim: 'J (F + 1/10)^(-1) g is the same in theta and in A^(-1) theta',
  expected: 'refuted',
  instances: [{ seed: 1 }],
  evaluate: async ({ seed }) => ({
    left: await change(seed, 'damped', mixing(seed, parameters)),
    right: await change(seed, 'damped', identity(parameters)),
  }),
});

export const diagonal = experiment({
  label: 'G-13/diagonal',
  title: 'nor does the diagonal of F',
  claim: 'J diag(F)^(-1) g is the same in theta and in A^(-1) theta',
  expected: 'refuted',
  instances: [{ seed: 1 }],
  evaluate: async ({ seed }) => ({
    left: await change(seed, 'diagonal', mixing(seed, parameters)),
    right: await change(seed, 'diagonal', identity(parameters)),
  }),
});

export const diagonalRescaled = experiment({
  label: 'G-13/diagonal-rescaled',
  title: 'unless A only scales the parameters',
  claim: 'J diag(F)^(-1) g is the same in theta and in D^(-1) theta, D diagonal',
  expected: 'supported',
  cases: 4,
  draw: (seed) => ({ seed }),
  evaluate: async ({ seed }) => ({
    left: await change(seed, 'diagonal', scaling(seed, parameters)),
    right: await change(seed, 'diagonal', identity(parameters)),
  }),
});
