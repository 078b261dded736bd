import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { type ClosedForm, type ClosedForms, evaluateExpression, parseExpression } from '../../src/calculus/index.ts';
import { DomainError, UnsupportedError } from '../../src/errors.ts';
import { binomial, type Family, normal } from '../../src/families/index.ts';
import { exactField, exactModel, momentExpectation, momentsOf } from '../../src/interpret/index.ts';
import { form, formsOver } from '../geometry/sample-metrics.ts';

function record(family: Family) {
  const forms = exactField(family);
  const coordinates = family.coordinates.map(({ name }) => name);
  const logDensity = evaluateExpression(forms, family.logDensity, (name) => forms.symbol(name));
  const statistics = (family.statistics ?? []).map((statistic) => evaluateExpression(forms, statistic, forms.symbol));
  return { forms, coordinates, variables: ['x'], statistics, logDensity };
}

function power(forms: ClosedForms, a: ClosedForm, n: number): ClosedForm {
  return forms.power(a, rational(n));
}

function choose(n: number, k: number): number {
  return k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k;
}

describe('the moments of the normal family', () => {
  const family = record(normal());
  const { forms } = family;
  const expectation = momentsOf(family);
  const moment = (k: number): ClosedForm => expectation(power(forms, forms.symbol('x'), k));
  const [mu, sigma] = ['mu', 'sigma'].map((name) => forms.symbol(name));

  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8])(
    'of order %i are sum_j C(k, 2j) (2j - 1)!! mu^(k - 2j) sigma^(2j), the binomial expansion of (mu + sigma z)^k',
    (k) => {
      const terms: ClosedForm[] = [];
      let doubleFactorial = 1;
      for (let j = 0; 2 * j <= k; j++) {
        if (j > 0) doubleFactorial *= 2 * j - 1;
        const factor = forms.fromInteger(choose(k, 2 * j) * doubleFactorial);
        terms.push(forms.multiply(factor, forms.multiply(power(forms, mu, k - 2 * j), power(forms, sigma, 2 * j))));
      }
      expect(forms.equals(moment(k), forms.sum(terms))).toBe(true);
    },
  );

  it('give the same whichever was asked for first', () => {
    const again = momentsOf(family);
    for (const k of [8, 3]) expect(forms.equals(again(power(forms, forms.symbol('x'), k)), moment(k))).toBe(true);
  });
});

describe('the moments of the binomial family', () => {
  const family = record(binomial());
  const { forms } = family;
  const expectation = momentsOf(family);
  const moment = (k: number): ClosedForm => expectation(power(forms, forms.symbol('x'), k));

  it('are those of the textbook up to the second, n symbolic', () => {
    const text = (source: string) => form(forms, source);
    expect(forms.equals(moment(1), text('n*theta'))).toBe(true);
    expect(forms.equals(moment(2), text('n*theta*(1 - theta) + n^2*theta^2'))).toBe(true);
  });

  it.each([1, 4])('are the sums over 0..n for n = %i', (n) => {
    const { field, expectation } = exactModel(binomial(rational(n)));
    const theta = field.symbol('theta');
    const other = field.subtract(field.one, theta);
    for (let k = 0; k <= 5; k++) {
      const terms = Array.from({ length: n + 1 }, (_, x) =>
        [field.fromInteger(choose(n, x) * x ** k), power(field, theta, x), power(field, other, n - x)].reduce(
          field.multiply,
        ),
      );
      const mean = expectation(() => power(field, field.symbol('x'), k));
      expect(field.equals(mean, field.sum(terms)), `order ${k}`).toBe(true);
    }
  });
});

describe('an expectation by moments', () => {
  const { forms, ...family } = record(normal());
  const mean = momentExpectation({ forms, ...family });

  it('of the density itself is one', () => {
    expect(
      forms.equals(
        mean(() => forms.one),
        forms.one,
      ),
    ).toBe(true);
  });

  it('refuses what is not a polynomial in the sample', () => {
    expect(() => mean(() => forms.divide(forms.one, forms.symbol('x')))).toThrow(/1 \/ x has no expectation/);
    expect(() => mean(() => form(forms, '1/(1 + x)'))).toThrow(UnsupportedError);
    expect(() => mean(() => forms.exp(forms.symbol('x')))).toThrow(UnsupportedError);
  });

  it('refuses moments below the gaps between the statistics: x is no combination of x^2', () => {
    const forms = formsOver(['s', 'x']);
    const logDensity = form(forms, '-x^2/(2*s) - log(s)/2');
    const statistics = [form(forms, 'x^2')];
    const expectation = momentsOf({ forms, coordinates: ['s'], variables: ['x'], statistics, logDensity });
    const moment = (k: number): ClosedForm => expectation(power(forms, forms.symbol('x'), k));
    expect(forms.equals(moment(4), form(forms, '3*s^2'))).toBe(true);
    expect(() => moment(1)).toThrow(UnsupportedError);
    expect(() => moment(3)).toThrow(/x( \^ 3)? has no expectation/);
  });

  it('refuses a family that is not full, by what is wrong with it', () => {
    const statistics = (...texts: readonly string[]) => texts.map((text) => form(forms, text));
    expect(() => momentsOf({ forms, ...family, statistics: statistics('x^2') })).toThrow(DomainError);
    expect(() => momentsOf({ forms, ...family, statistics: statistics('x', 'x^3') })).toThrow(/score contains x \^ 2/);
    expect(() => momentsOf({ forms, ...family, statistics: statistics('x', 'x + x^2') })).toThrow(UnsupportedError);
    const twice = evaluateExpression(forms, parseExpression('(mu + sigma)*x + (mu + sigma)*x^2'), (name) =>
      forms.symbol(name),
    );
    const singular = momentsOf({ forms, ...family, logDensity: twice });
    expect(() => singular(forms.symbol('x'))).toThrow(DomainError);
  });
});
