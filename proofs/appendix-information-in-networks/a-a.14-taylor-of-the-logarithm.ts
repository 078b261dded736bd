import { calculation } from 'fisher-rao';

/** Any smooth density q of an outcome x and a parameter t, at t and at t + e. */
const density = {
  symbols: { x: 'real', t: 'real', e: 'real' },
  functions: ['q'],
  definitions: {
    l: 'log(q(x, t))',
    rest: 'at(l, t, t + e) - (l + e*D(l, t) + e^2/2*D(D(l, t), t))',
  },
} as const;

export const taylorOfTheLogarithm = calculation({
  ...density,
  label: 'A-A.14',
  title:
    'the expansion of the log-density: log q(t + e) less the polynomial of second order has neither value nor first or second derivative at e = 0',
  claim: 'at(rest, e, 0) = at(D(rest, e), e, 0) = at(D(D(rest, e), e), e, 0) = 0',
  expected: 'proved',
});

export const thirdDerivativeOfTheRest = calculation({
  ...density,
  label: 'A-A.14/third-order',
  title: 'and the third derivative of the log-density as its third',
  claim: 'at(D(D(D(rest, e), e), e), e, 0) = D(D(D(l, t), t), t)',
  expected: 'proved',
});
