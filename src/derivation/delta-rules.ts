import { rationalFunctions as field, type RationalFunction } from '../algebra/index.ts';
import { monomialsOf } from './atoms.ts';
import type { Binder } from './binder.ts';
import type { Forms } from './forms.ts';
import { namesInPoint } from './free-variables.ts';
import { keyOfPoint } from './identity.ts';
import { expandedSpace, type PointVariable, type SamplePoint, spaceOf } from './space.ts';
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

/** δ(a, b) u(b) = δ(a, b) u(a): beside δ only one of two variables is left, in other δ as well. */
export function identified(forms: Forms, value: RationalFunction, depth: number): RationalFunction {
  if (!forms.laws.has('delta')) return value;
  const parts = monomialsOf(value.numerator).map(({ coefficient, powers }) => {
    const terms = powers.map(({ atom }) => forms.atoms.term(atom));
    if (!terms.some(({ kind }) => kind === 'delta')) {
      return powers.reduce((all, { atom, exponent }) => field.multiply(all, powerOf(atom, exponent)), coefficient);
    }
    const same = alike(terms);
    const identities = terms.flatMap((term) => {
      const identity = comparesVariables(term) ? null : identityOf(term);
      return identity === null ? [] : [identity];
    });
    let product = coefficient;
    powers.forEach(({ atom, exponent }, place) => {
      const term = terms[place];
      if (comparesVariables(term)) return;
      const renamed = same.size === 0 ? term : substitute(term, { points: same });
      const changed =
        term.kind === 'delta'
          ? renamed
          : identities.reduce<Term>(
              (of, [name, point]) => substitute(of, { points: new Map([[name, point]]) }),
              renamed,
            );
      const factor = changed === term ? field.generator(atom) : forms.value(changed, depth);
      product = field.multiply(product, field.integerPower(factor, exponent));
    });
    // What is the same as several others is compared with each of them once.
    for (const [name, first] of same) {
      const other = variablesIn(terms).find((variable) => variable.name === name)!;
      product = field.multiply(product, deltaForm(forms, first, other, depth));
    }
    return product;
  });
  return field.divide(field.sum(parts), field.fromPolynomials(value.denominator, field.one.numerator));
}

function powerOf(atom: number, exponent: number): RationalFunction {
  return field.integerPower(field.generator(atom), exponent);
}

type Comparison = Extract<Term, { kind: 'delta' }> & { readonly left: PointVariable; readonly right: PointVariable };

function comparesVariables(term: Term): term is Comparison {
  return term.kind === 'delta' && term.left.kind === 'variable' && term.right.kind === 'variable';
}

function variablesIn(terms: readonly Term[]): readonly PointVariable[] {
  return terms.flatMap((term) => (comparesVariables(term) ? [term.left, term.right] : []));
}

/** For each variable that δ compare with others, directly or by way of others, the first of these, if it is not that. */
function alike(terms: readonly Term[]): ReadonlyMap<string, PointVariable> {
  const keyed = variablesIn(terms).map((variable) => ({ variable, key: keyOfPoint(variable) }));
  const first = new Map(keyed.map(({ variable, key }) => [key, { variable, key }]));
  const pairs = terms.filter(comparesVariables).map((term) => [keyOfPoint(term.left), keyOfPoint(term.right)] as const);
  for (const [left, right] of pairs) {
    const [one, other] = [first.get(left)!, first.get(right)!];
    const [least, more] = one.key < other.key ? [one, other] : [other, one];
    for (const [key, known] of first) if (known.key === more.key) first.set(key, least);
  }
  return new Map(
    keyed.flatMap(({ variable, key }) => {
      const known = first.get(key)!;
      return known.key === key ? [] : [[variable.name, known.variable] as const];
    }),
  );
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
