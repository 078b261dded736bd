import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { primeField } from '../../src/algebra/modular.ts';
import { isIrreducibleModulo, rootModulo } from '../../src/algebra/modular-roots.ts';
import { evaluateUnivariate, multiplyUnivariate, type Univariate } from '../../src/algebra/modular-univariate.ts';

const p = 31;
const field = primeField(p);
const residues = fc.integer({ min: 0, max: p - 1 });
const monic = (degree: number): fc.Arbitrary<Univariate> =>
  fc.array(residues, { minLength: degree, maxLength: degree }).map((below) => Float64Array.from([...below, 1]));
const hasRoot = (f: Univariate): boolean =>
  Array.from({ length: p }, (_, point) => point).some((point) => evaluateUnivariate(f, point, field) === 0);

describe('roots modulo a prime', () => {
  it('are found exactly where trying all residues finds one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }).chain(monic), (f) => {
        const root = rootModulo(f, field);
        expect(root !== null).toBe(hasRoot(f));
        if (root !== null) expect(evaluateUnivariate(f, root, field)).toBe(0);
      }),
    );
  });

  it('are found in products of all linear factors, repeated ones included', () => {
    const lines = Array.from({ length: p }, (_, r): Univariate => Float64Array.of(r, 1));
    const all = lines.reduce((a, b) => multiplyUnivariate(a, b, field));
    expect(evaluateUnivariate(all, rootModulo(all, field)!, field)).toBe(0);
    expect(rootModulo(Float64Array.of(9, 25, 1), field)).toBe(3); // (x - 3)^2
  });
});

describe('irreducibility modulo a prime', () => {
  it('is the absence of roots in degrees 2 and 3', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 3 }).chain(monic), (f) => {
        expect(isIrreducibleModulo(f, field)).toBe(!hasRoot(f));
      }),
    );
  });

  it('fails for products, with or without roots', () => {
    fc.assert(
      fc.property(monic(2), monic(3), (f, g) => {
        expect(isIrreducibleModulo(multiplyUnivariate(f, g, field), field)).toBe(false);
      }),
    );
  });
});
