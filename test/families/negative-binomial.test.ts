import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { InputError } from '../../src/errors.ts';
import { negativeBinomial } from '../../src/families/index.ts';
import { countSum, expectMoments, probability } from './density-checks.ts';

it.each([rational(1), rational(4), rational(5, 2)])(
  'the negative binomial family counts failures: mass one, mean r (1 - theta)/theta, variance r (1 - theta)/theta^2 (case %#)',
  (r) => {
    const size = Number(r.numerator) / Number(r.denominator);
    const parameters = fc.record({ theta: probability });
    expectMoments(
      parameters,
      (f) => countSum(f),
      negativeBinomial(r),
      ({ theta }) => [
        [(x) => x, (size * (1 - theta)) / theta],
        [(x) => (x - (size * (1 - theta)) / theta) ** 2, (size * (1 - theta)) / theta ** 2],
      ],
    );
  },
);

it('keeps r symbolic without a value, and refuses one that is not positive', () => {
  expect(negativeBinomial().constants).toEqual([{ name: 'r', domain: 'positive' }]);
  expect(() => negativeBinomial(rational(0))).toThrow(InputError);
});
