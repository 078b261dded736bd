import { describe, expect, it } from 'vitest';
import { DomainError } from '../../src/errors.ts';
import { type TypedDensity, typedFamily } from '../../src/families/index.ts';
import {
  confirmIntegral,
  finiteSum,
  integralAt,
  randomPoints,
  refuseNegative,
} from '../../src/interpret/density-check.ts';

const exponential: TypedDensity = { density: 'exp(-t*x)', variables: 'x positive', parameters: 't positive' };

describe('the integral of a typed density at a random point', () => {
  const typed = typedFamily(exponential);
  const [point] = randomPoints(typed, 1);
  const exact = -Math.log(point.value('t'));

  it('is that of a textbook: 1/t for exp(-t x)', () => {
    expect(integralAt(typed, point).log).toBeCloseTo(exact, 9);
  });

  it('confirms the closed form, and refuses one that is off by a tenth of a percent', () => {
    expect(() => confirmIntegral(typed, point, exact)).not.toThrow();
    expect(() => confirmIntegral(typed, point, exact + 1e-3)).toThrow(DomainError);
    expect(() => confirmIntegral(typed, point, exact + 1e-3)).toThrow(/by quadrature, but .* recognised/);
  });

  it('over three variables only the sign is looked at, and told with a sample', () => {
    const many = typedFamily({
      density: '-exp(-m*(x+y+z))',
      variables: 'x positive, y positive, z positive',
      parameters: 'm positive',
    });
    expect(() => confirmIntegral(many, randomPoints(many, 1)[0], 0)).toThrow(/negative: .* at x = .*, y = .*, z = /);
  });
});

describe('points of the domain', () => {
  it('are the same in every run, and those of the constants keep given values', () => {
    const typed = typedFamily({ ...exponential, density: 'exp(-t*x)*a', constants: 'a = 3' });
    const texts = (): string[] => randomPoints(typed, 3).map(({ text }) => text);
    expect(texts()).toEqual(texts());
    expect(new Set(texts()).size).toBe(3);
    for (const { value } of randomPoints(typed, 3)) {
      expect(value('a')).toBe(3);
      expect(value('t')).toBeGreaterThan(0);
      expect(() => value('u')).toThrow('the name u has no value');
    }
  });
});

it('the sum over a finite space is that over its outcomes', () => {
  const typed = typedFamily({ density: 'p^x*2', variables: 'x {0,1,2}', parameters: 'p unit' });
  const [point] = randomPoints(typed, 1);
  const p = point.value('p');
  expect(finiteSum(typed, point)).toBeCloseTo(2 + 2 * p + 2 * p * p, 12);
});

it('a logarithm that was typed cannot be of a negative density', () => {
  const typed = typedFamily({ logDensity: '-t*x', variables: 'x positive', parameters: 't positive' });
  const [point] = randomPoints(typed, 1);
  const refuse = (of: typeof typed): void =>
    refuseNegative(
      of,
      point,
      () => 1,
      () => 'x = 1',
    );
  expect(() => refuse(typed)).not.toThrow();
  expect(() => refuse(typedFamily({ ...exponential, density: '-exp(-t*x)' }))).toThrow('negative');
});
