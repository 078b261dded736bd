import { describe, expect, it } from 'vitest';
import {
  type ClosedForm,
  type ClosedForms,
  evaluateExpression,
  evaluator,
  parseExpression,
  realNumbers,
} from '../../src/calculus/index.ts';
import {
  categorical,
  cauchy,
  exponential,
  type Family,
  gamma,
  gumbel,
  normal,
  poisson,
} from '../../src/families/index.ts';
import { exactMean, exactModel, exactTensor, sampleField } from '../../src/interpret/index.ts';

function mean(family: Family, f: string, value: string): boolean {
  const [of, is] = [f, value].map(parseExpression);
  const field = sampleField(family, [{ name: 'a', domain: 'real' }], [of, is]);
  const { variables } = family.sampleSpace;
  const expectation = exactMean(
    field,
    family,
  )(({ variable }) =>
    evaluateExpression(field, of, (name) => (variables.includes(name) ? variable(name) : field.symbol(name))),
  );
  return field.equals(expectation, evaluateExpression(field, is, field.symbol));
}

describe('expectations of functions of the sample', () => {
  it('are the known moments, with coefficients that vary', () => {
    expect(mean(normal(), 'a*(x - mu)^4', '3*a*sigma^4')).toBe(true);
    expect(mean(poisson(), 'x*(x - 1)*(x - 2)', 'lambda^3')).toBe(true);
    expect(mean(gamma(), 'x^2', 'k*(k + 1)*theta^2')).toBe(true);
    expect(mean(exponential(), 'x^3', '6/lambda^3')).toBe(true);
    expect(mean(gumbel(), 'exp(-(x - mu)/beta)', '1')).toBe(true);
    expect(mean(normal(), 'x^2', 'mu^2 - sigma^2')).toBe(false);
  });

  it('of the product of two scores are the metric', () => {
    for (const family of [normal(), categorical(3), gumbel()]) {
      const field = sampleField(family, [], []);
      const model = exactModel(family);
      const [name] = family.coordinates.map((coordinate) => coordinate.name);
      const square = exactMean(
        field,
        family,
      )(({ logDensity }) => field.integerPower(field.derivative(logDensity, name), 2));
      // Two fields, so that only values can be compared.
      const metric = exactTensor(model).at([0, 0]);
      const point = (symbol: string): number => ({ pi: Math.PI })[symbol] ?? 0.3;
      expect(numberOf(field, square, point)).toBeCloseTo(numberOf(model.field, metric, point), 12);
    }
  });

  it('are refused where the integral diverges', () => {
    expect(() => mean(cauchy(), 'x^2', '1')).toThrow('diverges');
  });
});

function numberOf(forms: ClosedForms, a: ClosedForm, point: (symbol: string) => number): number {
  return evaluator(forms, realNumbers, point)(a);
}
