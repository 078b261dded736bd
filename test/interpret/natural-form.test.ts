import { describe, expect, it } from 'vitest';
import { closedForms, evaluateExpression, parseExpression } from '../../src/calculus/index.ts';
import { type Family, normal } from '../../src/families/index.ts';
import { type ExponentialFamily, naturalForm } from '../../src/interpret/natural-form.ts';

const forms = closedForms([{ name: 'mu' }, { name: 'sigma', positive: true }, { name: 'pi', positive: true }]);
const form = (text: string) => evaluateExpression(forms, parseExpression(text), forms.symbol);

function withStatistics(texts: readonly string[], changes: Partial<Family> = {}): ExponentialFamily {
  return { ...normal(), ...changes, statistics: texts.map(parseExpression) };
}

function naturalOf(family: ExponentialFamily) {
  const { natural, rest } = naturalForm(family, forms, (e) => evaluateExpression(forms, e, forms.symbol));
  return [...natural, rest].map((e) => evaluateExpression(forms, e, forms.symbol));
}

describe('the natural form of the normal family', () => {
  const minusLogPartition = form('-mu^2/(2*sigma^2) - log(sigma) - log(2*pi)/2');

  it('has mu/sigma^2 beside x and -1/(2 sigma^2) beside x^2', () => {
    expect(naturalOf(withStatistics(['x', 'x^2']))).toEqual([
      form('mu/sigma^2'),
      form('-1/(2*sigma^2)'),
      minusLogPartition,
    ]);
  });

  it('is the same in statistics that are sums of these', () => {
    expect(naturalOf(withStatistics(['x', 'x^2 - 3*x']))).toEqual([
      form('mu/sigma^2 - 3/(2*sigma^2)'),
      form('-1/(2*sigma^2)'),
      minusLogPartition,
    ]);
    expect(naturalOf(withStatistics(['2*x + 5', 'x^2']))[0]).toEqual(form('mu/(2*sigma^2)'));
  });

  it('moves constants in a statistic to the log-partition', () => {
    const [, , rest] = naturalOf(withStatistics(['x', 'x^2 - 1']));
    expect(forms.equals(rest, forms.add(minusLogPartition, form('-1/(2*sigma^2)')))).toBe(true);
  });
});

describe('a density is refused', () => {
  it('whose score contains what is no statistic, while functions of the sample alone do not matter', () => {
    const statistics = ['x', 'x^2'];
    const density = (extra: string) => ({
      logDensity: parseExpression(`-(x - mu)^2/(2*sigma^2) - log(sigma) + ${extra}`),
    });
    expect(() => naturalOf(withStatistics(statistics, density('mu*x^3')))).toThrow(/the score contains x \^ 3/);
    expect(() => naturalOf(withStatistics(statistics, density('x^3')))).not.toThrow();
  });

  it('where sums of squares have different coefficients', () => {
    const [coordinates, sampleSpace] = [
      [{ name: 'sigma', domain: 'positive' } as const],
      { kind: 'product', variables: ['x', 'y'], factors: [] } as const,
    ];
    const density = (text: string) =>
      withStatistics(['x^2 + y^2'], { coordinates, sampleSpace, logDensity: parseExpression(text) });
    expect(naturalOf(density('-x^2/(2*sigma^2) - (y/sigma)^2/2'))).toEqual([form('-1/(2*sigma^2)'), forms.zero]);
    expect(() => naturalOf(density('-x^2/(2*sigma^2) - (y/sigma)^2/3'))).toThrow(/the score contains y \^ 2/);
  });
});
