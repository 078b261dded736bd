import { calculation } from 'fisher-rao';

const gibbs = {
  symbols: { s: 'real', t: 'real', x1: 'real', x2: 'real', x3: 'real', y1: 'real', y2: 'real', y3: 'real' },
  definitions: {
    w1: 'exp(s*x1 + t*y1)',
    w2: 'exp(s*x2 + t*y2)',
    w3: 'exp(s*x3 + t*y3)',
    Z: 'w1 + w2 + w3',
    meanX: '(w1*x1 + w2*x2 + w3*x3)/Z',
    meanY: '(w1*y1 + w2*y2 + w3*y3)/Z',
    meanXY: '(w1*x1*y1 + w2*x2*y2 + w3*x3*y3)/Z',
  },
} as const;

export const gibbsMeasure = calculation({
  ...gibbs,
  label: 'T-2.4.1',
  title:
    'the metric of a Gibbs measure is the Hessian of log Z, the covariance of the observables; three states, any observables',
  claim: 'D(D(log(Z), s), t) = meanXY - meanX*meanY = D(meanX, t)',
  expected: 'proved',
});
