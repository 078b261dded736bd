import { rationalFunctions as field, type RationalFunction } from '../algebra/index.ts';
import { monomialsOf } from './atoms.ts';
import type { Binder } from './binder.ts';
import type { Forms } from './forms.ts';
import { namesInPoint } from './free-variables.ts';
import { keyOfPoint } from './identity.ts';
import { expandedSpace, type SamplePoint, spaceOf } from './space.ts';
import { substitute } from './substitution.ts';
import type { Term } from './term.ts';

/** δ(a, b) = δ(b, a), δ(a, a) = 1, and δ of pairs is the product; these hold without being cited. */
export function deltaForm(forms: Forms, left: SamplePoint, right: SamplePoint, depth: number): RationalFunction {
  if (left.kind === 'pair' && right.kind === 'pair') {
    return field.multiply(
      deltaForm(forms, left.left, right.left, depth),
      deltaForm(forms, left.right, right.right, depth),
    );
  }
  const [first, second] = [keyOfPoint(left), keyOfPoint(right)];
  if (first === second || expandedSpace(spaceOf(left)).kind === 'unit') return field.one;
  const term: Term = first < second ? { kind: 'delta', left, right } : { kind: 'delta', left: right, right: left };
  return forms.atom(term, depth);
}

/** δ(a, b) u(b) = δ(a, b) u(a): beside δ only one of two variables is left. */
export function identified(forms: Forms, value: RationalFunction, depth: number): RationalFunction {
  if (!forms.laws.has('delta')) return value;
  const parts = monomialsOf(value.numerator).map(({ coefficient, powers }) => {
    let product = coefficient;
    const identities = powers.map(({ atom }) => identityOf(forms.atoms.term(atom)));
    for (const { atom, exponent } of powers) {
      const term = forms.atoms.term(atom);
      const changed =
        term.kind === 'delta'
          ? term
          : identities.reduce<Term>(
              (of, identity) => (identity === null ? of : substitute(of, { points: new Map([identity]) })),
              term,
            );
      const factor = changed === term ? field.generator(atom) : forms.value(changed, depth);
      product = field.multiply(product, field.integerPower(factor, exponent));
    }
    return product;
  });
  return field.divide(field.sum(parts), field.fromPolynomials(value.denominator, field.one.numerator));
}

/** u(y) for the sum over x of δ(x, y) u(x); `null` where the body is not a product with such a factor. */
export function singleTerm(
  forms: Forms,
  binder: Binder,
  body: RationalFunction,
  depth: number,
): RationalFunction | null {
  if (!forms.laws.has('delta') || binder.kind !== 'sum' || body.numerator.coefficients.length !== 1) return null;
  for (const { atom } of monomialsOf(body.numerator)[0].powers) {
    const value = otherSide(forms.atoms.term(atom), binder.name);
    if (value === null) continue;
    // Of δ itself δ(y, y) = 1 is left.
    return forms.value(substitute(forms.atoms.toTerm(body), { points: new Map([[binder.name, value]]) }), depth);
  }
  return null;
}

/** The variable that may be replaced beside δ, and by what. */
function identityOf(term: Term): readonly [string, SamplePoint] | null {
  if (term.kind !== 'delta') return null;
  for (const [x, y] of [
    [term.right, term.left],
    [term.left, term.right],
  ]) {
    if (x.kind === 'variable' && !namesInPoint(y).includes(x.name)) return [x.name, y];
  }
  return null;
}

/** The y of δ(x, y), if the term is one and y does not depend on the variable x of this name. */
function otherSide(term: Term, name: string): SamplePoint | null {
  if (term.kind !== 'delta') return null;
  for (const [x, y] of [
    [term.left, term.right],
    [term.right, term.left],
  ]) {
    if (x.kind === 'variable' && x.name === name && !namesInPoint(y).includes(name)) return y;
  }
  return null;
}
