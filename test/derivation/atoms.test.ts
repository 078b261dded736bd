import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rationalFunctions } from '../../src/algebra/index.ts';
import { Atoms, monomialsOf } from '../../src/derivation/atoms.ts';
import { isSameTerm } from '../../src/derivation/identity.ts';
import { printTerm, term } from '../../src/derivation/index.ts';
import { p, q, x, x2, y } from './setting.ts';

const { add, divide, generator, multiply, subtract } = rationalFunctions;

describe('atoms', () => {
  it('are one where they differ in bound names only', () => {
    const atoms = new Atoms();
    expect(atoms.value(term.sum(x, p(x)))).toEqual(atoms.value(term.sum(x2, p(x2))));
    expect(atoms.value(p(x))).not.toEqual(atoms.value(p(x2)));
    expect(isSameTerm(atoms.term(0), term.sum(x2, p(x2)))).toBe(true);
  });

  it('come back in an order that does not depend on which was met first', () => {
    const print = (first: typeof p, second: typeof q): string => {
      const atoms = new Atoms();
      for (const written of [first === p ? p(x) : q(y), second === q ? q(y) : p(x)]) atoms.value(written);
      const [a, b] = [atoms.value(p(x)), atoms.value(q(y))];
      return printTerm(atoms.toTerm(divide(add(multiply(a, b), subtract(a, b)), b)));
    };
    expect(print(p, q)).toBe(print(q as typeof p, p as typeof q));
  });

  it('are recognised when they stand alone', () => {
    const atoms = new Atoms();
    const a = atoms.value(p(x));
    expect(atoms.asAtom(a)).toBe(0);
    for (const other of [multiply(a, a), add(a, a), divide(rationalFunctions.one, a), rationalFunctions.one]) {
      expect(atoms.asAtom(other)).toBeNull();
    }
  });

  it('make up polynomials by monomials', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: 0, max: 2 })), { maxLength: 5 }),
        (list) => {
          const parts = list.map(([c, g]) => multiply(rationalFunctions.fromInteger(c), generator(g)));
          const whole = rationalFunctions.sum(parts);
          const rebuilt = monomialsOf(whole.numerator).map(({ coefficient, powers }) =>
            powers.reduce(
              (product, { atom, exponent }) =>
                multiply(product, rationalFunctions.integerPower(generator(atom), exponent)),
              coefficient,
            ),
          );
          expect(rationalFunctions.equals(rationalFunctions.sum(rebuilt), whole)).toBe(true);
        },
      ),
    );
  });
});
