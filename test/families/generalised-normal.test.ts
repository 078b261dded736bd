import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Rational, rational, rationalToNumber } from '../../src/algebra/index.ts';
import { realNumbers } from '../../src/calculus/index.ts';
import { InputError } from '../../src/errors.ts';
import { generalisedNormal } from '../../src/families/index.ts';
import { aroundIntegral, expectMoments, shape } from './density-checks.ts';

const parameters = fc.record({ mu: fc.integer({ min: -16, max: 16 }).map((n) => n / 8), alpha: shape });
const gamma = (x: number): number => Math.exp(realNumbers.polygamma(-1, x));

describe('the generalised normal family', () => {
  it.each<Rational>([rational(3, 4), rational(5, 2)])(
    'has mass one, mean mu, variance alpha^2 Gamma(3/p)/Gamma(1/p) and E[|z|^p] = 1/p for z = (x - mu)/alpha (case %#)',
    (shapeParameter) => {
      const p = rationalToNumber(shapeParameter);
      const around = (f: (x: number) => number, { mu }: { mu: number }) => aroundIntegral(f, mu);
      expectMoments(parameters, around, generalisedNormal(shapeParameter), ({ mu, alpha }) => [
        [(x) => x, mu],
        [(x) => (x - mu) ** 2, (alpha ** 2 * gamma(3 / p)) / gamma(1 / p)],
        [(x) => Math.abs((x - mu) / alpha) ** p, 1 / p],
      ]);
    },
  );

  it('keeps p symbolic and above 1 unless given, and is regular then', () => {
    expect(generalisedNormal().constants).toEqual([{ name: 'p', domain: 'positive', above: rational(1) }]);
    expect(generalisedNormal().nonRegular).toBeUndefined();
    expect(generalisedNormal(rational(3, 2)).nonRegular).toBeUndefined();
    expect(generalisedNormal(rational(1)).nonRegular).toMatch(/not smooth at x = mu/);
  });

  it('refuses shapes for which the score has no second moment', () => {
    expect(() => generalisedNormal(rational(1, 2))).toThrow(InputError);
    expect(() => generalisedNormal(rational(1, 2))).toThrow('p must exceed 1/2');
    expect(() => generalisedNormal(rational(51, 100))).not.toThrow();
  });
});
