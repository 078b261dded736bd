import {
  assume,
  by,
  calculus,
  declare,
  equation,
  experiment,
  givenManifolds,
  start,
  statement,
  term,
} from 'fisher-rao';
import { noise } from '../networks.ts';
import { evenly } from '../numbers.ts';

type Tensor = number[][][];

const polynomial = (seed: number, a: number, b: number): string => {
  const [lo, hi] = [Math.min(a, b), Math.max(a, b)];
  const c = (n: number): string => (Math.round(400 * noise(seed, 10 * lo + 3 * hi + n)) / 1000).toString();
  return `${a === b ? 4 : 0} + ${c(0)}*u + ${c(1)}*v*w + ${c(2)}*w^2 + ${c(3)}*u*v`;
};

const entriesOf = (seed: number) =>
  evenly(3).map((a) => evenly(3).map((b) => calculus.parseExpression(polynomial(seed, a, b))));

const geometryAt = (seed: number, point: readonly number[]) => {
  const given = { coordinates: ['u', 'v', 'w'], constants: [], entries: entriesOf(seed) };
  const { field, geometry } = givenManifolds(given, 2)(point);
  const value = (name: 'metric' | 'christoffel' | 'riemann', ...indices: number[]): number =>
    field.value(geometry[name].at(indices));
  const all = evenly(3);
  return {
    metric: all.map((a) => all.map((b) => value('metric', a, b))),
    christoffel: all.map((a) => all.map((b) => all.map((c) => value('christoffel', a, b, c)))),
    riemann: all.map((a) => all.map((b) => all.map((c) => all.map((d) => value('riemann', a, b, c, d))))),
  };
};

export const riemannTensor = experiment({
  label: 'T-2.2.17',
  title: 'the Riemann tensor from the Christoffel symbols: all components, for metrics in three dimensions',
  claim:
    'R^i_jkl = d_k Gamma^i_jl - d_l Gamma^i_jk + Gamma^i_mk Gamma^m_jl - Gamma^i_ml Gamma^m_jk; R^i_jkl + R^i_klj + R^i_ljk = 0; R_ijkl = R_klij',
  expected: 'supported',
  tolerance: 1e-7,
  cases: 3,
  draw: (seed) => ({ seed, point: [0.2 * noise(seed, 90), 0.2 * noise(seed, 91), 0.2 * noise(seed, 92)] }),
  evaluate: ({ seed, point }) => {
    const h = 1e-4;
    const at = (axis: number, step: number): Tensor =>
      geometryAt(
        seed,
        point.map((value, a) => (a === axis ? value + step : value)),
      ).christoffel;
    const slopes = evenly(3).map((axis) => {
      const [a, b, c, d] = [at(axis, -2 * h), at(axis, -h), at(axis, h), at(axis, 2 * h)];
      return (i: number, j: number, l: number): number =>
        (a[i][j][l] - 8 * b[i][j][l] + 8 * c[i][j][l] - d[i][j][l]) / (12 * h);
    });
    const { metric, christoffel: G, riemann: R } = geometryAt(seed, point);
    const all = evenly(81).map((code) => [
      Math.floor(code / 27),
      Math.floor(code / 9) % 3,
      Math.floor(code / 3) % 3,
      code % 3,
    ]);
    const lowered = ([i, j, k, l]: number[]): number =>
      evenly(3).reduce((sum, n) => sum + metric[i][n] * R[n][j][k][l], 0);
    return {
      left: [
        ...all.map(([i, j, k, l]) => R[i][j][k][l]),
        ...all.map(([i, j, k, l]) => R[i][j][k][l] + R[i][k][l][j] + R[i][l][j][k]),
        ...all.map(lowered),
      ],
      right: [
        ...all.map(
          ([i, j, k, l]) =>
            slopes[k](i, j, l) -
            slopes[l](i, j, k) +
            evenly(3).reduce((sum, n) => sum + G[i][n][k] * G[n][j][l] - G[i][n][l] * G[n][j][k], 0),
        ),
        ...all.map(() => 0),
        ...all.map(([i, j, k, l]) => lowered([k, l, i, j])),
      ],
    };
  },
});

/** The curvature of any connection that is symmetric in its lower indices, in any number of coordinates. */
const [i, j, k, l, m] = ['i', 'j', 'k', 'l', 'm'].map(declare.direction);
const part = declare.function('S', [i, j, k]);
const Γ = declare.definition('Γ', [i, j, k], term.add(part(i, j, k), part(i, k, j)));
const R = declare.definition(
  'R',
  [i, j, k, l],
  term.add(
    term.subtract(term.derivative(k, Γ(i, j, l)), term.derivative(l, Γ(i, j, k))),
    term.subtract(
      term.sum(m, term.multiply(Γ(i, m, k), Γ(m, j, l))),
      term.sum(m, term.multiply(Γ(i, m, l), Γ(m, j, k))),
    ),
  ),
);

export const riemannTensorIsAntisymmetric = statement({
  label: 'T-2.2.17/antisymmetric',
  title: 'it is antisymmetric in its last two indices, for any connection in any number of coordinates',
  given: [assume.differentiable(part)],
  claim: equation(R(i, j, k, l), term.negate(R(i, j, l, k))),
  expected: 'proved',
  proof: () => start(R(i, j, k, l)).equals(term.negate(R(i, j, l, k)), by.definition(R)),
});

export const firstBianchiIdentity = statement({
  label: 'T-2.2.17/bianchi',
  title: 'and its cyclic sum over the lower indices is zero, the first Bianchi identity, for any symmetric connection',
  given: [assume.differentiable(part)],
  claim: equation(term.add(R(i, j, k, l), R(i, k, l, j), R(i, l, j, k)), 0),
  expected: 'proved',
  proof: () =>
    start(term.add(R(i, j, k, l), R(i, k, l, j), R(i, l, j, k))).equals(
      0,
      by.definition(R),
      by.definition(Γ),
      by.differentiation,
      by.rearrangement,
    ),
});
