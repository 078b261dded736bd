import { type BigNumber, BigNumberDependencies, bignumberDependencies, create } from 'mathjs';
import { describe, expect, it } from 'vitest';
import { besselRatioDerivatives, logBesselI0 } from '../../src/calculus/bessel.ts';

const mathjs = create({ BigNumberDependencies, bignumberDependencies }, { precision: 90 });
const big = (value: number | string): Big => mathjs.bignumber(value);
type Big = BigNumber;

/** I_n by its power series, whose terms are all positive: 90 digits suffice for any x. */
function besselI(n: number, x: Big): Big {
  const quarter = x.times(x).div(4);
  let term = n === 0 ? big(1) : x.div(2);
  let sum = term;
  for (let k = 1; term.gt(sum.times('1e-80')); k++) {
    term = term.times(quarter).div(k * (k + n));
    sum = sum.plus(term);
  }
  return sum;
}

/** A = I1/I0 and its derivatives up to the fourth, by A' = 1 - A/x - A^2 and its derivatives, in 90 digits. */
function reference(value: number): { readonly log: number; readonly derivatives: number[] } {
  const x = big(value);
  const [zeroth, first] = [besselI(0, x), besselI(1, x)];
  const d: Big[] = [first.div(zeroth)];
  const quotient: Big[] = [d[0].div(x)]; // derivatives of A/x: (A^(m) - m (A/x)^(m-1))/x
  const binomials = [[1], [1, 1], [1, 2, 1], [1, 3, 3, 1], [1, 4, 6, 4, 1]];
  for (let m = 0; m < 4; m++) {
    const square = binomials[m].reduce((sum, c, i) => sum.plus(d[i].times(d[m - i]).times(c)), big(0));
    d.push(
      big(m === 0 ? 1 : 0)
        .minus(quotient[m])
        .minus(square),
    );
    quotient.push(d[m + 1].minus(quotient[m].times(m + 1)).div(x));
  }
  return { log: zeroth.ln().toNumber(), derivatives: d.map((value) => value.toNumber()) };
}

describe('the ratio of Bessel functions I1/I0 and log I0', () => {
  it.each([1e-8, 1e-4, 0.03, 0.7, 2.4, 9, 24.99, 25, 31, 400, 1e4])(
    'at %d are those of 90-digit arithmetic, to 4 ulp',
    (x) => {
      const { log, derivatives } = reference(x);
      expect(Math.abs(logBesselI0(x) / log - 1)).toBeLessThan(1e-15);
      besselRatioDerivatives(x, 4).forEach((value, order) => {
        expect(Math.abs(value / derivatives[order] - 1)).toBeLessThan(1e-15);
      });
    },
  );

  it('have the symmetry of an odd and an even function', () => {
    const [plus, minus] = [3, -3].map((x) => besselRatioDerivatives(x, 3));
    expect(minus).toEqual(plus.map((value, order) => (order % 2 === 0 ? -value : value)));
    expect(logBesselI0(-30)).toBe(logBesselI0(30));
    expect([besselRatioDerivatives(0, 3), logBesselI0(0)]).toEqual([[0, 1 / 2, 0, -3 / 8], 0]);
  });
});
