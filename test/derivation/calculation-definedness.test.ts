import { describe, expect, it } from 'vitest';
import { parseExpression } from '../../src/calculus/index.ts';
import { proveCalculation } from '../../src/derivation/calculation-kernel.ts';
import { admitSubject, type SubjectParts } from '../../src/derivation/calculation-subject.ts';
import { bernoulli, binomial, categorical, gamma, laplace, normal, poisson } from '../../src/families/index.ts';

/** What a claim rests on besides domains and the regularity of its family; the reason where it does not follow. */
function assumptionsOf(
  claim: string,
  parts: SubjectParts = {},
  difference: string | null = null,
): readonly string[] | string {
  const relation = claim.includes('<=') ? 'atMost' : 'equal';
  const chain = claim.split(relation === 'equal' ? '=' : '<=').map((text) => ({ text: text.trim(), by: [] }));
  const outcome = proveCalculation({ subject: admitSubject(parts), definitions: [], chain, relation, difference });
  if (outcome.outcome === 'failed') return outcome.fault.reason;
  return outcome.theorem.assumptions.filter(
    (text) => !/ (real|positive|unit|natural)$|^\w+ \w+, |the metric of|density of|finite sums/.test(text),
  );
}

const real = { symbols: { x: 'real', y: 'real' } } as const;
const positive = { symbols: { x: 'positive', y: 'positive', u: 'unit' } } as const;

describe('a claim about closed forms', () => {
  it('says where its sides have values, as far as domains do not', () => {
    expect(assumptionsOf('(x^2 - 1)/(x - 1) = x + 1', real)).toEqual(['x - 1 ≠ 0']);
    expect(assumptionsOf('exp(log(x)) = x', real)).toEqual(['x > 0']);
    expect(assumptionsOf('sqrt(x)*sqrt(y) = sqrt(x*y)', real)).toEqual(['x >= 0', 'y >= 0', 'x * y >= 0']);
    expect(assumptionsOf('x^(-2)*x^3 = x', real)).toEqual(['x ≠ 0']);
    expect(assumptionsOf('tan(x)*cos(x) = sin(x)', real)).toHaveLength(1);
    expect(assumptionsOf('gamma(x + 1) = x*gamma(x)', real)).toEqual(['x + 1 > 0', 'x > 0']);
    expect(assumptionsOf('D(x*sqrt(x), x) = 3*sqrt(x)/2', real)).toEqual(['x > 0']);
    expect(assumptionsOf('x/y + log(x/(1 - u)) = x/y + log(x) - log(1 - u)', positive)).toEqual([]);
    expect(assumptionsOf('(1 + x^2)/(1 + x^2) = 1', real)).toEqual([]);
  });

  it('has no value at a point where a side has none', () => {
    expect(assumptionsOf('at((x^2 - 1)/(x - 1), x, 1) = 2', real)).toMatch('x - 1 at x = 1 ≠ 0');
    expect(assumptionsOf('at(x/x, x, 0) = 1', real)).toMatch('does not hold');
    expect(assumptionsOf('at(exp(log(x)), x, -1) = -1', real)).toMatch('does not hold');
    expect(assumptionsOf('at(tan(x)*cos(x), x, pi/2) = 1', real)).toMatch('does not hold');
    expect(assumptionsOf('at((x^2 - 1)/(x - 1), x, y + 1) = y + 2', real)).toEqual(['y ≠ 0']);
  });

  it('is not proved where a logarithm is that of a negative number, or two sides never both have a value', () => {
    expect(assumptionsOf('log2(-8) = 3')).toMatch('does not hold');
    expect(assumptionsOf('exp(log(-1)) = 1')).toMatch('does not hold');
    expect(assumptionsOf('exp(log(-x*y)) = x*y', positive)).toMatch('does not hold');
    expect(assumptionsOf('sqrt(1 - pi)^2 = 1 - pi')).toMatch('does not hold');
    expect(assumptionsOf('log(-x) = log(x)', real)).toMatch('the sides have values nowhere');
    expect(assumptionsOf('log(x - y) - log(2*y - 2*x) = -log(2)', real)).toMatch('the sides have values nowhere');
    expect(assumptionsOf('sqrt(x)^2 = -sqrt(-x)^2', real)).toBeTypeOf('string');
  });

  it('keeps the sign of Gamma, of which forms know the absolute value only', () => {
    expect(assumptionsOf('gamma(-1/2) = -2*sqrt(pi)')).toEqual([]);
    expect(assumptionsOf('gamma(-1/2) = 2*sqrt(pi)')).toBe('the two sides differ');
    // Gamma(1/2) is sqrt(pi); forms write Gamma(x + 1) as x Gamma(x), and x is -1/2.
    expect(assumptionsOf('at(gamma(x + 1), x, -1/2) = -sqrt(pi)', real)).toMatch('the closed form contains Gamma(x)');
    expect(assumptionsOf('at(gamma(2 - x), x, 3/2) = -sqrt(pi)', real)).toMatch('the closed form contains Gamma(-x)');
    expect(assumptionsOf('at(gamma(x + 1), x, 1/2) = sqrt(pi)/2', real)).toEqual([]);
  });

  it('has its names replaced inside their domain, or on its boundary, which it says', () => {
    expect(assumptionsOf('at(metric(theta, theta), theta, 2) = -1/2', { family: bernoulli() })).toMatch(
      'theta is unit',
    );
    expect(assumptionsOf('at(x, x, -1) = -1', positive)).toMatch('x is positive');
    expect(assumptionsOf('at(u*(1 - u), u, 1) = 0', positive)).toEqual([
      'u = 1, on the boundary of its domain: closed forms have their values there',
    ]);
    expect(assumptionsOf('at(u/u, u, 0) = 1', positive)).toMatch('does not hold');
    expect(assumptionsOf('at(sqrt(u), u, x) = sqrt(x)', positive)).toEqual(['1 - x >= 0']);
    expect(assumptionsOf('at(log(u), u, y^2) = log(y^2)', real)).toBeTypeOf('string');
  });

  it('has expectations of what has a value for all outcomes', () => {
    // x = 0 has the probability exp(-lambda).
    expect(assumptionsOf('E(x/x) = 1', { family: poisson() })).toMatch('nothing shows that x ≠ 0 for all outcomes');
    expect(assumptionsOf('E(x/x) = 1', { family: binomial() })).toMatch('nothing shows');
    expect(assumptionsOf('E(x^2/x) = mu', { family: normal() })).toEqual(['x ≠ 0 almost surely']);
    expect(assumptionsOf('E(log(x + 1)^0) = 1', { family: normal() })).toMatch('nothing shows that x + 1 > 0');
    expect(assumptionsOf('E(log(x) - log(x)) = 0', { family: gamma() })).toEqual([]);
    // The sample of a gamma distribution is positive: sqrt(x^2) is x, and -1 may not take its place.
    expect(assumptionsOf('E(at(sqrt(x^2), x, -1)) = -1', { family: gamma() })).toMatch('x is positive');
    expect(assumptionsOf('E(log(x + 1)) = theta*log(2)', { family: bernoulli() })).toEqual([]);
    expect(assumptionsOf('E(log(x - 1/2)) = -log(2)', { family: bernoulli() })).toMatch('does not hold');
    expect(assumptionsOf('E(D(x^2, x)) = 2*lambda', { family: poisson() })).toMatch('no derivative along it');
  });

  it('knows the domain of a family, and where its metric is singular', () => {
    expect(assumptionsOf('log(1 - p1 - p2) - log(1 - p1 - p2) = 0', { family: categorical(3) })).toEqual([]);
    const plane = {
      coordinates: { r: 'real', phi: 'real' },
      entries: [
        ['1', '0'],
        ['0', 'r^2'],
      ],
    } as const;
    expect(assumptionsOf('scalar = 0', { metric: plane })).toEqual(['the metric is not singular']);
    expect(assumptionsOf('at(scalar, r, 0) = 0', { metric: plane })).toMatch('r ^ 2 at r = 0 ≠ 0');
    expect(assumptionsOf('at(metric(phi, phi), r, 0) = 0', { metric: plane })).toEqual([]);
    const inverse = { coordinates: { y: 'real' }, entries: [['1/y^2']] } as const;
    expect(assumptionsOf('y^2*metric(y, y) = 1', { metric: inverse })).toEqual(['y ≠ 0']);
  });

  it('takes no index of a sum that has a meaning, and no remark for a part of a formula', () => {
    const two = binomial({ numerator: 2, denominator: 1 });
    expect(assumptionsOf('sum(n*theta, n, 1, 2) = 3*theta', { family: two })).toMatch('n has a meaning already');
    expect(assumptionsOf('sum(pi, pi, 1, 1) = 1')).toMatch('pi has a meaning already');
    expect(assumptionsOf('x = x # + 1', real)).toMatch('on one line without remarks');
    expect(assumptionsOf('x = x\u202e', real)).toMatch('on one line without remarks');
    expect(assumptionsOf('E(sign^2) = 1', { family: laplace() })).toEqual([]);
  });

  it('is refuted only where both sides have values', () => {
    // Both sides are logarithms of |x|; at a point with x < 0 only the right one has a value.
    expect(assumptionsOf('log(x) + x = log(x)', real)).toBe('the two sides differ');
    expect(assumptionsOf('sqrt(x - 7)^2 + x = x', real)).toMatch('no point was found');
  });

  it('rests on a density that has values', () => {
    const q = (numerator: number, denominator = 1) => ({ numerator, denominator });
    const coin = {
      name: 'coin',
      summary: '',
      coordinates: [{ name: 't', domain: 'real' }],
      constants: [],
      conditions: [],
      normalised: true,
      sampleSpace: { kind: 'finite', variables: ['x'], states: [[q(0)], [q(1)]] },
    } as const;
    const fair = { ...coin, logDensity: parseExpression('x*log(t) + (1 - x)*log(1 - t)') };
    expect(assumptionsOf('E(x) = t', { family: fair })).toEqual(['1 - t > 0', 't > 0']);
    expect(assumptionsOf('at(E(x), t, 2) = 2', { family: fair })).toMatch('does not hold');
    const other = { ...coin, logDensity: parseExpression('log(t)') };
    expect(assumptionsOf('E(1) = 2*t', { family: other })).toMatch('sum to 2 * t, not to 1');
  });

  it('says a long condition as it was typed', () => {
    const names = { symbols: { x: 'real', y: 'real', z: 'real', w: 'real' } } as const;
    const divisor = '((x + y + z + w)^22 - 1)'; // 2301 terms
    expect(assumptionsOf(`x/${divisor} - x/${divisor} = 0`, names)).toEqual(['(((x + y + z + w))^(22) - 1) ≠ 0']);
    expect(assumptionsOf(`at(x/${divisor} - x/${divisor}, x, 0) = 0`, names)).toHaveLength(1);
  });
});
