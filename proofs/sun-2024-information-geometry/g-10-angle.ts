import { bernoulli, calculation, experiment, type Family, familySpace, geodesicFrom, reparametrize } from 'fisher-rao';
import { logit, sigmoid } from './setting.ts';

export const angle = calculation({
  label: 'G-10',
  title: 'p = sin(phi/2)^2 has unit metric, so that geodesics are straight in phi and the same in any coordinate',
  symbols: { phi: 'real' },
  definitions: { p: 'sin(phi/2)^2' },
  claim: 'D(p, phi)^2/(p*(1 - p)) = 1',
  expected: 'proved',
});

export const exponentialMap = experiment({
  label: 'G-10/step',
  title: 'the exponential map, integrated in p and in the logit, ends where the angle says',
  claim: 'exp_p(v) = sin((phi + v/sqrt(p (1 - p)))/2)^2',
  expected: 'supported',
  tolerance: 1e-9,
  instances: [
    { p: 0.5, v: 0.08 },
    { p: 0.3, v: -0.125 },
    { p: 0.7, v: 0.125 },
  ],
  // The library's geodesics by the equation, in the coordinate p and in the logit.
  evaluate: ({ p, v }) => {
    const phi = 2 * Math.asin(Math.sqrt(p));
    const closed = Math.sin((phi + v / Math.sqrt(p * (1 - p))) / 2) ** 2;
    const inP = endOf(bernoulli(), p, v);
    const inLogit = endOf(inTheLogit, logit(p), v / (p * (1 - p)));
    return { left: [inP, sigmoid(inLogit)], right: [closed, closed] };
  },
});

const inTheLogit = reparametrize(bernoulli(), [{ name: 'h', domain: 'real' }], { theta: '1/(1 + exp(-h))' });

/** The point at time 1 of the geodesic with this first velocity. */
function endOf(family: Family, from: number, velocity: number): number {
  if (velocity === 0) return from;
  return geodesicFrom(familySpace(family), { from: [from], direction: [velocity], times: [1] }, 'equation').points[0]
    .values[0];
}
