import { calculation, experiment } from 'fisher-rao';
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
  instances: [{ p: 0.5, v: 0.08 }],
  draw: (seed) => ({ p: 0.2 + (seed % 6) / 10, v: ((seed % 3) - 1) / 8 }),
  evaluate: ({ p, v }) => {
    const phi = 2 * Math.asin(Math.sqrt(p));
    const closed = Math.sin((phi + v / Math.sqrt(p * (1 - p))) / 2) ** 2;
    // Gamma = (log g)'/2: with g = 1/(p (1 - p)) in p, g = p (1 - p) in the logit.
    const inP = geodesic(p, v, (x) => -(1 - 2 * x) / (2 * x * (1 - x)));
    const inLogit = geodesic(logit(p), v / (p * (1 - p)), (h) => (1 - 2 * sigmoid(h)) / 2);
    return { left: [inP, sigmoid(inLogit)], right: [closed, closed] };
  },
});

/** The end of x'' = -Gamma(x) x'^2 after time 1, by the classical Runge-Kutta method. */
function geodesic(start: number, speed: number, christoffel: (x: number) => number, steps = 400): number {
  const h = 1 / steps;
  let [x, v] = [start, speed];
  const f = (y: number, w: number): [number, number] => [w, -christoffel(y) * w * w];
  for (let k = 0; k < steps; k++) {
    const a = f(x, v);
    const b = f(x + (h / 2) * a[0], v + (h / 2) * a[1]);
    const c = f(x + (h / 2) * b[0], v + (h / 2) * b[1]);
    const d = f(x + h * c[0], v + h * c[1]);
    x += (h / 6) * (a[0] + 2 * b[0] + 2 * c[0] + d[0]);
    v += (h / 6) * (a[1] + 2 * b[1] + 2 * c[1] + d[1]);
  }
  return x;
}
