import { describe, expect, it } from 'vitest';
import { rational, rationalFunctions } from '../../src/algebra/index.ts';
import { exponentUnit, isPositiveKernel, type Kernel, kernelTower, symbolForm } from '../../src/calculus/kernel.ts';
import { InputError } from '../../src/errors.ts';

describe('a tower of kernels', () => {
  it('numbers each kernel once, symbols first', () => {
    const tower = kernelTower([{ name: 'x' }, { name: 's', positive: true, order: 3 }]);
    const exp: Kernel = { kind: 'exp', argument: rationalFunctions.generator(0) };
    expect(tower.known(exp)).toBeUndefined();
    expect(tower.numberOf(exp)).toBe(2);
    expect(tower.numberOf({ ...exp })).toBe(2);
    expect(tower.known(exp)).toBe(2);
    expect([tower.find('s'), tower.find('t')]).toEqual([1, undefined]);
    expect(tower.kernels).toHaveLength(3);
  });

  it('refuses names declared twice and unknown names', () => {
    expect(() => kernelTower([{ name: 'x' }, { name: 'x' }])).toThrow('the name "x" is declared twice');
    expect(() => kernelTower([{ name: 'x' }]).symbolNumber('y')).toThrow(InputError);
  });

  it('holds the root of a symbol, of which the symbol is a power', () => {
    const tower = kernelTower([{ name: 's', positive: true, order: 3 }]);
    expect(symbolForm(tower, 's')).toEqual(rationalFunctions.integerPower(rationalFunctions.generator(0), 3));
    expect(exponentUnit(tower.kernels[0])).toEqual(rational(1, 3));
  });

  it('takes exponentials and symbols declared so for positive', () => {
    const argument = rationalFunctions.one;
    const positive = [
      { kind: 'exp', argument } as const,
      { kind: 'log', argument } as const,
      { kind: 'symbol', name: 'x', positive: false, order: 1 } as const,
      { kind: 'symbol', name: 's', positive: true, order: 1 } as const,
    ].map(isPositiveKernel);
    expect(positive).toEqual([true, false, false, true]);
  });
});
