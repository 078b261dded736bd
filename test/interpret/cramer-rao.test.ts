import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { type ClosedForm, evaluateExpression, parseExpression } from '../../src/calculus/index.ts';
import { DomainError } from '../../src/errors.ts';
import { type Family, familyByName, type Point } from '../../src/families/index.ts';
import {
  cramerRaoAt,
  exactCramerRao,
  exactManifold,
  exactModel,
  familyManifoldAt,
  givenManifold,
  givenManifoldAt,
} from '../../src/interpret/index.ts';

const family = (name: string, n?: number): Family =>
  familyByName(name).build(n === undefined ? {} : { parameters: { n: rational(n) } });

/** The bounds equal the closed forms that the texts denote. */
function expectBound(of: Family, functions: readonly string[], expected: readonly (readonly string[])[]): void {
  const manifold = exactManifold(exactModel(of));
  const { field } = manifold;
  const form = (text: string): ClosedForm => evaluateExpression(field, parseExpression(text), field.symbol);
  const { bound, nullDirections } = exactCramerRao(manifold, functions.map(form), functions);
  expect(nullDirections).toEqual([]);
  bound.forEach((row, a) => {
    row.forEach((value, b) => {
      expect(field.equals(value, form(expected[a][b]))).toBe(true);
    });
  });
}

function boundAt(of: Family, point: Point, ...functions: string[]): number[][] {
  const manifold = familyManifoldAt(of, point);
  const { field } = manifold;
  const jets = functions.map((text) =>
    evaluateExpression(field, parseExpression(text), (name) =>
      field.coordinate(
        manifold.coordinates.indexOf(name),
        Number(point[name].numerator) / Number(point[name].denominator),
      ),
    ),
  );
  return cramerRaoAt(manifold, jets, functions).bound.map((row) => row.map(field.value));
}

describe('means of sufficient statistics attain the bound: it is their variance,', () => {
  it.each([
    ['bernoulli', 'theta', 'theta*(1 - theta)'],
    ['poisson', 'lambda', 'lambda'],
    ['exponential', '1/lambda', '1/lambda^2'],
    ['normal', 'mu', 'sigma^2'],
    ['gamma', 'k*theta', 'k*theta^2'],
  ])('in the %s family of %s', (name, f, variance) => {
    expectBound(family(name), [f], [[variance]]);
  });

  it('and the covariance of the counts of two outcomes: -p1 p2', () => {
    expectBound(
      family('categorical', 4),
      ['p1', 'p2'],
      [
        ['p1*(1 - p1)', '-p1*p2'],
        ['-p1*p2', 'p2*(1 - p2)'],
      ],
    );
  });
});

it('at a point the numbers are those of the closed form, also for functions without one', () => {
  const point = { mu: rational(3, 2), sigma: rational(2) };
  const [[square, mixed], [, root]] = boundAt(family('normal'), point, 'mu^2', 'exp(mu)*sqrt(sigma)');
  expect(square).toBeCloseTo(4 * 1.5 ** 2 * 4, 10);
  expect(mixed).toBeCloseTo(2 * 1.5 * Math.exp(1.5) * Math.SQRT2 * 4, 10);
  // gradient (f, f/(2 sigma)), inverse metric diag(sigma^2, sigma^2/2): f^2 (sigma^2 + 1/8)
  expect(root).toBeCloseTo(2 * Math.exp(3) * (4 + 1 / 8), 9);
});

describe('where the metric is singular,', () => {
  // Only x + 2y matters.
  const given = {
    coordinates: ['x', 'y'],
    constants: [],
    entries: [
      ['1', '2'],
      ['2', '4'],
    ].map((row) => row.map(parseExpression)),
  };
  const exact = givenManifold(given);
  const form = (text: string) => evaluateExpression(exact.field, parseExpression(text), exact.field.symbol);
  const numbers = givenManifoldAt(given, { x: rational(1), y: rational(1) });
  const jet = (text: string) =>
    evaluateExpression(numbers.field, parseExpression(text), (name) =>
      numbers.field.coordinate(['x', 'y'].indexOf(name), 1),
    );

  it('functions that do not change in its null directions have the bound of a pseudo-inverse', () => {
    // On the line z = x + 2y the metric is dz^2: the bound of z^2 is 4 z^2.
    const { bound, nullDirections } = exactCramerRao(exact, [form('(x + 2*y)^2')], ['(x + 2*y)^2']);
    expect(exact.field.equals(bound[0][0], form('4*(x + 2*y)^2'))).toBe(true);
    expect(nullDirections).toEqual(['2*d_x - d_y']);
    const at = cramerRaoAt(numbers, [jet('(x + 2*y)^2')], ['f']);
    expect(numbers.field.value(at.bound[0][0])).toBeCloseTo(36, 12);
    expect(at.nullDirections).toEqual(['2*d_x - d_y']);
  });

  it('others are refused, with the direction', () => {
    const message = 'no unbiased estimator of x has a finite variance: it changes along 2*d_x - d_y';
    for (const run of [
      () => exactCramerRao(exact, [form('x')], ['x']),
      () => cramerRaoAt(numbers, [jet('x')], ['x']),
    ]) {
      expect(run).toThrow(DomainError);
      expect(run).toThrow(message);
    }
  });
});
