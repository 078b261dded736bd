import { describe, expect, it } from 'vitest';
import {
  calculationFunctions,
  calculationMeaning,
  parseCalculation,
} from '../../src/derivation/calculation-language.ts';
import { admitSubject, type SubjectParts } from '../../src/derivation/calculation-subject.ts';
import { exponential, gumbel, normal } from '../../src/families/index.ts';

function equal(left: string, right: string, parts: SubjectParts): boolean {
  const subject = admitSubject(parts);
  const expressions = [left, right].map((text) => parseCalculation(subject, text));
  const { forms, value } = calculationMeaning(subject, expressions);
  return forms.equals(value(expressions[0]), value(expressions[1]));
}

describe('the functions of calculations', () => {
  it('differentiate, substitute and sum', () => {
    const parts = { symbols: { a: 'positive', t: 'real' } } as const;
    expect(equal('D(exp(a*t), t)', 'a*exp(a*t)', parts)).toBe(true);
    expect(equal('at(t^2 + a, t, a + 1)', 'a^2 + 3*a + 1', parts)).toBe(true);
    expect(equal('sum(t^k, k, -1, 2)', '1/t + 1 + t + t^2', parts)).toBe(true);
    expect(equal('sum(1, k, 3, 2)', '0', parts)).toBe(true);
  });

  it('have a meaning where the field has room for their roots', () => {
    expect(equal('sqrt(a)*sqrt(a)', 'a', { symbols: { a: 'positive' } })).toBe(true);
    expect(equal('E((x/sigma)^2)*sqrt(sigma)', 'sqrt(sigma)*(1 + mu^2/sigma^2)', { family: normal() })).toBe(true);
  });

  it('take expectations by sums, moments and pivots', () => {
    expect(equal('E(exp(0*x)*x)', '1/lambda', { family: exponential() })).toBe(true);
    expect(equal('E(D(logdensity, beta)^2)', 'metric(beta, beta)', { family: gumbel() })).toBe(true);
  });

  it('take symbols in the entries of a metric for constants of it', () => {
    const entries = [
      ['r^2', '0'],
      ['0', 'r^2*sin(u)^2'],
    ];
    const sphere = { symbols: { r: 'positive' }, metric: { coordinates: { u: 'real', v: 'real' }, entries } } as const;
    expect(equal('scalar', '2/r^2', sphere)).toBe(true);
    expect(equal('scalar', '2', sphere)).toBe(false);
    expect(equal('D(metric(u, u), r)', '2*r', sphere)).toBe(true);
  });

  it('take powers by an exponent that is no number of what is seen to be >= 0 only', () => {
    // sqrt(x^(2 n)) is |x|^n: at x = -1, n = 1 it is 1, not -1.
    const power = (domain: 'real' | 'positive'): boolean =>
      equal('(x^(2*n))^(1/2)', 'x^n', { symbols: { x: domain, n: 'natural' } });
    expect(() => power('real')).toThrow('declare the names in x positive');
    expect(power('positive')).toBe(true);
    expect(equal('x^3*x^2', 'x^5', { symbols: { x: 'real' } })).toBe(true);
  });

  it('refuse what does not vary, bounds that are not whole, and nested expectations', () => {
    const normalFamily = { family: normal() };
    expect(() => equal('D(mu, y)', '0', normalFamily)).toThrow('y does not vary here');
    expect(() => equal('sum(k, k, 1, sigma)', '0', normalFamily)).toThrow(
      'expected a whole number as the bound of a sum, got sigma',
    );
    expect(() => equal('E(E(x))', '0', normalFamily)).toThrow('inside an expectation');
    for (const name of Object.keys(calculationFunctions)) {
      if (name === 'scalar' || name === 'logdensity') continue;
      expect(() => equal(`${name}(1, 2, 3, 4, 5)`, '0', normalFamily)).toThrow(`expected ${name}(`);
    }
  });

  it('yield to declared names', () => {
    expect(equal('scalar', 'scalar', { symbols: { scalar: 'real' } })).toBe(true);
    expect(equal('scalar', '-1', { family: normal(), symbols: { scalar: 'real' } })).toBe(false);
  });

  it('put nothing that may be negative for a name whose sign closed forms have used', () => {
    const symbols = { r: 'positive', x: 'real' } as const;
    // sqrt(r^2) is r, but the root of (-1)^2 is not -1.
    expect(() => equal('at(sqrt(r^2), r, -1)', '-1', { symbols })).toThrow('r is positive: -1 does not lie');
    expect(() => equal('at(sqrt(r^2), r, x)', 'x', { symbols })).toThrow('r is not negative');
    expect(equal('at(sqrt(r^2), r, x^2)', 'x^2', { symbols })).toBe(true);
    expect(equal('at(x^2, x, -1)', '1', { symbols })).toBe(true);
  });
});
