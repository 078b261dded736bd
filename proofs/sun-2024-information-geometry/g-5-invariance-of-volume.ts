/** G-5: the volume element is invariant, but zero wherever the metric is singular. */
import { calculation, experiment } from 'fisher-rao';

/** The determinant of the information of y ~ N(v tanh(u x), 1) at the inputs 1 and 2. */
function determinant(u: number, v: number): number {
  const rows = [1, 2].map((x) => [(v * x) / Math.cosh(u * x) ** 2, Math.tanh(u * x)]);
  return (rows[0][0] * rows[1][1] - rows[0][1] * rows[1][0]) ** 2;
}

export const volumeOfNetworks = experiment({
  label: 'G-5',
  title: 'the Riemannian volume element of a network is an invariant volume (as printed): positive at every parameter',
  claim: 'the sign of det F is 1 at every parameter of v tanh(u x)',
  expected: 'refuted',
  instances: [
    { u: 1, v: 1 },
    { u: 0, v: 1 },
  ],
  evaluate: ({ u, v }) => ({ left: Math.sign(determinant(u, v)), right: 1 }),
});

export const invarianceOfVolume = calculation({
  label: 'G-5/repaired',
  title: 'where the metric is not singular, det G transforms by the square of the Jacobian determinant',
  symbols: { a: 'real', b: 'real', e: 'real', j11: 'real', j12: 'real', j21: 'real', j22: 'real' },
  definitions: {
    g11: 'a*j11^2 + 2*b*j11*j21 + e*j21^2',
    g12: 'a*j11*j12 + b*(j11*j22 + j21*j12) + e*j21*j22',
    g22: 'a*j12^2 + 2*b*j12*j22 + e*j22^2',
  },
  claim: 'g11*g22 - g12^2 = (j11*j22 - j12*j21)^2*(a*e - b^2)',
  expected: 'proved',
});
