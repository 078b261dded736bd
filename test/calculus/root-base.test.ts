import { describe, expect, it } from 'vitest';
import { closedForms, evaluateExpression, parseExpression } from '../../src/calculus/index.ts';
import { kernelTower } from '../../src/calculus/kernel.ts';
import { rootBase } from '../../src/calculus/root-base.ts';
import { UnsupportedError } from '../../src/errors.ts';

const names = [{ name: 'x' }, { name: 'y' }];
const polynomial = (text: string) => {
  const forms = closedForms(names);
  return evaluateExpression(forms, parseExpression(text), forms.symbol).numerator;
};
const form = (text: string) => ({ numerator: polynomial(text), denominator: polynomial('1') });

describe('the radicands of a tower', () => {
  it('are split where a new one shares a factor; the root of the quotient is a quotient of roots', () => {
    const tower = kernelTower(names);
    const base = rootBase(tower);
    const [product] = base.radicandsOf(polynomial('x*y + x'));
    const whole = base.rootOf(product, 2);
    const [x] = base.radicandsOf(polynomial('x'));
    const parts = base.radicandsOf(polynomial('x*y + x'));
    expect(parts.map((radicand) => radicand.polynomial)).toEqual([polynomial('x'), polynomial('y + 1')]);
    const [first, second] = parts.map((radicand) => base.rootOf(radicand, 2));
    expect(parts[0]).toBe(x);
    expect(tower.field.multiply(first, second)).toEqual(whole);
    expect(tower.field.multiply(second, second)).toEqual(form('y + 1'));
    expect(tower.kernels.filter(({ kind }) => kind === 'root').length).toBe(2);
  });

  it('have finer roots as roots of the roots before', () => {
    const tower = kernelTower(names);
    const base = rootBase(tower);
    const [x] = base.radicandsOf(polynomial('x'));
    const square = base.rootOf(x, 2);
    const cube = base.rootOf(x, 3);
    expect(tower.field.multiply(square, cube)).toEqual(tower.field.integerPower(base.rootOf(x, 6), 5));
    expect(tower.field.integerPower(cube, 3)).toEqual(form('x'));
    expect(base.rootOf(x, 2)).not.toEqual(cube);
  });

  it('know products of themselves, and keep integers coprime', () => {
    const base = rootBase(kernelTower(names));
    base.radicandsOf(polynomial('x'));
    base.radicandsOf(polynomial('y'));
    expect(base.knows(polynomial('x*y'))).toBe(true);
    expect(base.knows(polynomial('x + y'))).toBe(false);
    base.radicandsOf(polynomial('6'));
    expect(base.radicandsOf(polynomial('10')).map((radicand) => radicand.polynomial)).toEqual([
      polynomial('2'),
      polynomial('5'),
    ]);
  });

  it('refuse factors of which it is not known which is positive', () => {
    const base = rootBase(kernelTower(names));
    base.radicandsOf(polynomial('x'));
    expect(() => base.radicandsOf(polynomial('-x'))).toThrow(UnsupportedError);
  });
});
