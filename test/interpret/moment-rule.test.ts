import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rational, rationalToNumber } from '../../src/algebra/index.ts';
import { evaluateExpression, evaluator, parseExpression, realNumbers } from '../../src/calculus/index.ts';
import { DomainError } from '../../src/errors.ts';
import { gammaPivot, gumbel, logistic, studentT, uniformPivot } from '../../src/families/index.ts';
import { exactField, momentRule } from '../../src/interpret/index.ts';
import { halfLineIntegral, intervalIntegral } from '../families/density-checks.ts';
import { moderatePoint, type PivotalFamily, pivotalFamilies, pivotDensities } from '../families/pivot-checks.ts';

/** A product of powers of the factors of a pivot and of their logarithms. */
interface NumericPowers {
  readonly exponents: readonly number[];
  readonly logarithms: readonly number[];
}

/** The moment by the declared rule, as a number. */
function declared(family: PivotalFamily, { exponents, logarithms }: NumericPowers): number {
  const forms = exactField(family);
  const rule = momentRule(forms, family);
  const powers = { exponents: exponents.map((a) => forms.fromRational(rational(16 * a, 16))), logarithms };
  rule.check(powers);
  return evaluator(forms, realNumbers, (name) => (name === 'pi' ? Math.PI : Number.NaN))(rule.value(powers));
}

/** The same by quadrature against the declared density of the sample, for each sign. */
function integrated(family: PivotalFamily, q: (w: number) => number, { exponents, logarithms }: NumericPowers): number {
  const onUnit = family.pivot.rule.above.length === 2 && family.sampleSpace.kind === 'interval';
  const factor = (w: number): number =>
    family.pivot.factors
      .map(({ base }, k) => {
        const constant = family.constants.find(({ name }) => name === 'nu' || name === 'p');
        const value = evaluateExpression(realNumbers, base, (name) =>
          name === family.pivot.variable ? w : rationalToNumber(constant!.value!),
        );
        return value ** exponents[k] * Math.log(value) ** logarithms[k];
      })
      .reduce((a, b) => a * b);
  const integrand = (w: number): number => {
    const value = factor(w) * q(w);
    return Number.isFinite(value) ? value : 0;
  };
  return onUnit ? intervalIntegral(integrand) : halfLineIntegral(integrand);
}

/** Powers, to 1/8, at which the arguments of Gamma in the numerator are at least 1/2, so that tails are covered. */
function existing(family: PivotalFamily): fc.Arbitrary<NumericPowers> {
  const { factors, rule } = family.pivot;
  const powers = fc.record({
    exponents: fc.tuple(...factors.map(() => fc.integer({ min: -16, max: 16 }).map((n) => n / 8))),
    logarithms: fc.tuple(...factors.map(() => fc.integer({ min: 0, max: 2 }))),
  });
  const names = factors.map(({ exponent }) => exponent);
  const constants = new Map(family.constants.map(({ name, value }) => [name, rationalToNumber(value!)]));
  // The scale is a rational number here, of which whole powers are closed forms.
  const whole = powers.map(({ exponents: [a, b], logarithms }) => ({
    exponents: rule.scale === undefined ? (b === undefined ? [a] : [a, b]) : [a, Math.round(b) - a / 2],
    logarithms,
  }));
  return whole.filter(({ exponents }) =>
    rule.above.every(
      (u) =>
        evaluateExpression(realNumbers, u, (name) => exponents[names.indexOf(name)] ?? constants.get(name)!) >= 0.5,
    ),
  );
}

function disagreement(family: PivotalFamily, powers: NumericPowers, density: (w: number) => number): number {
  const expected = declared(family, powers);
  return Math.abs(integrated(family, density, powers) - expected) / (1 + Math.abs(expected));
}

describe.each(pivotalFamilies())('the moment rule of $name', (family) => {
  it('is what quadrature against the density gives, for real exponents and powers of logarithms, at random points', () => {
    fc.assert(
      fc.property(moderatePoint(family), existing(family), (point, powers) => {
        for (const q of pivotDensities(family, point)) expect(disagreement(family, powers, q)).toBeLessThan(1e-9);
      }),
      { numRuns: 6 },
    );
  });
});

describe('a wrong rule does not agree:', () => {
  const point = { mu: rational(1), beta: rational(2), s: rational(2), sigma: rational(2) };
  const wrong = (family: PivotalFamily, pivot: Partial<PivotalFamily['pivot']>): PivotalFamily => ({
    ...family,
    pivot: { ...family.pivot, ...pivot },
  });
  const rule = (...above: string[]) => ({ above: above.map(parseExpression), below: [] });

  it.each<[string, PivotalFamily, NumericPowers]>([
    [
      'the Gamma function at a shifted argument',
      wrong(gumbel() as PivotalFamily, { rule: rule('2 + a') }),
      { exponents: [1], logarithms: [0] },
    ],
    [
      'a rule without its denominator',
      wrong(logistic() as PivotalFamily, { rule: rule('1 + a', '1 - a - b') }),
      { exponents: [0.5, -1], logarithms: [0, 0] },
    ],
    [
      'a sample with the scale forgotten',
      wrong(gumbel() as PivotalFamily, gammaPivot('1', { x: 'mu - log(pivot)' })),
      { exponents: [1], logarithms: [0] },
    ],
    [
      'a sample with the opposite sign, which logarithms tell',
      wrong(gumbel() as PivotalFamily, gammaPivot('1', { x: 'mu + beta*log(pivot)' })),
      { exponents: [0], logarithms: [1] },
    ],
  ])('%s', (_, family, powers) => {
    expect(disagreement(family, powers, pivotDensities(family, point)[0])).toBeGreaterThan(1e-3);
  });

  it('with two scales, one of them the square root of the other', () => {
    const t = studentT(rational(3)) as PivotalFamily;
    const scale = { base: parseExpression('nu'), exponent: parseExpression('a + b') };
    const family = wrong(t, { rule: { ...t.pivot.rule, scale } });
    const powers = { exponents: [1, -1], logarithms: [0, 0] };
    expect(disagreement(family, powers, pivotDensities(family, point)[0])).toBeGreaterThan(1e-3);
  });
});

describe('an expectation that does not exist is refused', () => {
  const power = (family: PivotalFamily, a: string) => {
    const forms = exactField(family);
    const form = evaluateExpression(forms, parseExpression(a), forms.symbol);
    const exponents = family.pivot.factors.map((_, k) => (k === 0 ? form : forms.zero));
    momentRule(forms, family).check({ exponents, logarithms: exponents.map(() => 0) });
  };

  it('where its integral diverges, at the edge of convergence too', () => {
    expect(() => power(gumbel() as PivotalFamily, '-1')).toThrow(DomainError);
    expect(() => power(gumbel() as PivotalFamily, '-1')).toThrow(
      'an expectation over gumbel contains E[(pivot)^(-1)], which does not exist: its integral diverges',
    );
    expect(() => power(gumbel() as PivotalFamily, '-9/10')).not.toThrow();
    expect(() => power(logistic() as PivotalFamily, '1')).toThrow(DomainError);
  });

  it('where a constant without a value decides, with what has to be positive', () => {
    expect(() => power(studentT() as PivotalFamily, '2')).toThrow(
      'which exists only where (nu - 2) / 2 is positive: give a value for nu',
    );
    expect(() => power(studentT() as PivotalFamily, '-1/2')).not.toThrow();
  });
});

it('an argument of Gamma that is not of first order in the exponents is refused', () => {
  const family = { ...gumbel(), pivot: { ...uniformPivot({ x: 'pivot' }), rule: { above: [], below: [] } } };
  const quadratic = { above: [parseExpression('1 + a^2')], below: [] };
  const forms = exactField(family);
  expect(() => momentRule(forms, { ...family, pivot: { ...family.pivot, rule: quadratic } })).toThrow(
    'not of first order in a',
  );
});
