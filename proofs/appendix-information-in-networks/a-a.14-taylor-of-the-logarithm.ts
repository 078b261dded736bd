import { calculation } from 'fisher-rao';
import { threeOutcomes } from './setting.ts';

export const taylorOfTheLogarithm = calculation({
  ...threeOutcomes,
  label: 'A-A.14',
  title: 'the expansion of the log-density: its second-order polynomial has the derivatives of log q at zero',
  definitions: {
    ...threeOutcomes.definitions,
    polynomial: 'log(f(t)) + e*D(log(f(t)), t) + e^2/2*D(D(log(f(t)), t), t)',
  },
  claim: 'at(D(D(polynomial, e), e), e, 0) = at(D(D(log(f(t + e)), e), e), e, 0)',
  expected: 'proved',
});
