import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { evaluateExpression, parseExpression } from '../../src/calculus/index.ts';
import { curieWeiss, idealGas, isingChain, pottsChain } from '../../src/families/index.ts';
import { exactGeometry, exactModel, familyGeometryAt } from '../../src/interpret/index.ts';

const tenth = (n: number) => rational(n, 10);

describe('the scalar curvature of models of statistical mechanics is that of the literature:', () => {
  it('1 + cosh h/sqrt(sinh^2 h + exp(-4 beta)) for the Ising chain [Janyszek, Mrugala 1989, Phys. Rev. A 39]', () => {
    const part = fc.integer({ min: -12, max: 12 });
    fc.assert(
      fc.property(part, part, (b, k) => {
        const [beta, h] = [b / 10, k / 10];
        const expected = 1 + Math.cosh(h) / Math.sqrt(Math.sinh(h) ** 2 + Math.exp(-4 * beta));
        const { scalar } = familyGeometryAt(isingChain(), { beta: tenth(b), h: tenth(k) });
        expect(Math.abs(scalar - expected)).toBeLessThan(1e-7 * expected);
      }),
      { numRuns: 30 },
    );
    const { scalar } = familyGeometryAt(isingChain(), { beta: tenth(3), h: tenth(2) });
    expect(scalar).toBeCloseTo(2.74496527101117, 12);
  });

  it('of the Ising chain also in closed form', () => {
    const model = exactModel(isingChain());
    const { field } = model;
    const text = '1 + (exp(h) + exp(-h))/(2*sqrt((exp(h) - exp(-h))^2/4 + exp(-4*beta)))';
    const expected = evaluateExpression(field, parseExpression(text), field.symbol);
    expect(field.equals(exactGeometry(model).scalar.at([]), expected)).toBe(true);
  });

  it('1.72394264801118 for the Potts chain of 3 colours at beta = 1, h = 0, by an independent program', () => {
    const { scalar } = familyGeometryAt(pottsChain(rational(3)), { beta: rational(1), h: rational(0) });
    expect(scalar).toBeCloseTo(1.72394264801118, 11);
  });

  it('of the Potts chain of 2 colours that of the Ising chain, whose coordinates are half of its own', () => {
    const potts = familyGeometryAt(pottsChain(rational(2)), { beta: tenth(6), h: tenth(4) });
    expect(potts.scalar).toBeCloseTo(2.74496527101117, 11);
  });

  it('1/2 for two Curie-Weiss spins, everywhere, and the number of an independent program for ten', () => {
    const two = exactModel(curieWeiss(rational(2)));
    expect(exactGeometry(two).scalar.at([])).toEqual(two.field.fromRational(rational(1, 2)));
    const ten = familyGeometryAt(curieWeiss(rational(10)), { beta: rational(1), h: tenth(1) });
    expect(ten.scalar).toBeCloseTo(-0.02209049211986759, 11);
  });

  it('0 for the ideal gas, whatever the degrees of freedom of its particles', () => {
    for (const f of [1, 3, 5]) {
      const model = exactModel(idealGas(rational(f)));
      expect(model.field.isZero(exactGeometry(model).scalar.at([]))).toBe(true);
    }
  });
});
