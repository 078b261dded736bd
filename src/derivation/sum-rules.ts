import { rationalFunctions as field, type RationalFunction } from '../algebra/index.ts';
import type { Uses } from './assumption.ts';
import { monomialsOf } from './atoms.ts';
import { type Binder, bind, interchanged, isFiniteBinder, withLevel } from './binder.ts';
import { singleTerm } from './delta-rules.ts';
import type { Forms } from './forms.ts';
import { isZeroNatural, predecessor } from './natural.ts';
import { expandedSpace, isFiniteSpace, type PointVariable } from './space.ts';
import { substitute } from './substitution.ts';
import { openedSums, split, splitPowers } from './summands.ts';
import type { Term } from './term.ts';

/** A sum over a space in canonical form. */
export function sum(forms: Forms, term: Extract<Term, { kind: 'sum' }>, depth: number): RationalFunction {
  const space = expandedSpace(term.over.space);
  const name = term.over.name;
  if (forms.laws.has('sumOverPairs') && space.kind === 'unit') {
    return forms.value(substitute(term.of, { points: new Map([[name, { kind: 'empty' }]]) }), depth);
  }
  if (forms.laws.has('sumOverPairs') && space.kind === 'pairs') {
    const left: PointVariable = { kind: 'variable', name: `#${depth}`, space: space.left };
    const right: PointVariable = { kind: 'variable', name: `#${depth + 1}`, space: space.right };
    const body = substitute(term.of, { points: new Map([[name, { kind: 'pair', left, right }]]) });
    const uses = areIntegrable(forms, [left, right], body);
    if (uses !== null) {
      forms.note(uses);
      return forms.value({ kind: 'sum', over: left, of: { kind: 'sum', over: right, of: body } }, depth);
    }
  }
  const { binder, body } = withLevel(term, depth);
  return bound(forms, binder, forms.value(body, depth + 1), depth);
}

/** A sum or product over 1, ..., n in canonical form. */
export function range(forms: Forms, term: Extract<Term, { kind: 'range' }>, depth: number): RationalFunction {
  const isSum = term.operation === 'sum';
  if (forms.laws.has('lastTerm') && isZeroNatural(term.to)) return isSum ? field.zero : field.one;
  const fewer = predecessor(term.to);
  if (forms.laws.has('lastTerm') && fewer !== null) {
    const before = forms.value({ ...term, to: fewer }, depth);
    const last = forms.value(substitute(term.of, { naturals: new Map([[term.index, term.to]]) }), depth);
    return forms.rewritten(isSum ? field.add(before, last) : field.multiply(before, last), depth);
  }
  const { binder, body } = withLevel(term, depth);
  return bound(forms, binder, forms.value(body, depth + 1), depth);
}

/** The sum (or product) of a canonical body. */
function bound(forms: Forms, binder: Binder, body: RationalFunction, depth: number): RationalFunction {
  const isSum = binder.kind === 'sum' || binder.operation === 'sum';
  const single = singleTerm(forms, binder, body, depth);
  if (single !== null) return single;
  const rearranged = forms.laws.has('rearrangement');
  if (!isSum || !(rearranged || forms.laws.has('linearity'))) return boundAtom(forms, binder, body, depth);
  const [outerDenominator, innerDenominator] = split(forms.atoms, body.denominator, binder.name);
  let joint = field.zero;
  const parts = monomialsOf(body.numerator).flatMap(({ coefficient, powers }) => {
    const [outer, inner] = splitPowers(forms.atoms, powers, binder.name);
    const part = field.divide(inner, innerDenominator);
    const factor = field.multiply(coefficient, outer);
    const single = singleTerm(forms, binder, part, depth);
    if (single !== null) return [field.multiply(factor, single)];
    const uses = integrable(forms, binder, part);
    if (uses === null) {
      joint = field.add(joint, field.multiply(factor, part));
      return [];
    }
    forms.note(uses);
    const total = rearranged ? contracted(forms, binder, part, depth) : boundAtom(forms, binder, part, depth);
    return [field.multiply(factor, total)];
  });
  // What is not seen to be integrable by itself stays under one integral: the whole less what is.
  if (!field.isZero(joint)) parts.push(boundAtom(forms, binder, joint, depth));
  return forms.rewritten(field.divide(field.sum(parts), outerDenominator), depth);
}

function integrable(forms: Forms, binder: Binder, body: RationalFunction): Uses | null {
  if (binder.kind === 'range') return [];
  return areIntegrable(forms, [pointOf(binder)], forms.atoms.toTerm(body));
}

/** Nothing has to be shown of finite sums. */
function areIntegrable(forms: Forms, over: readonly PointVariable[], body: Term): Uses | null {
  return over.every(({ space }) => isFiniteSpace(space)) ? [] : forms.regularity.integrable(over, body, 0);
}

function contracted(forms: Forms, binder: Binder, part: RationalFunction, depth: number): RationalFunction {
  if (isFiniteBinder(binder)) return contraction(forms, binder, part, depth);
  return sumsOutside(forms, binder, part, depth) ?? boundAtom(forms, binder, part, depth);
}

/**
 * The sum of a product that depends on the variable as a whole: sums among its factors are opened into one block, so
 * that sums stand apart only where no index connects them.
 */
function contraction(forms: Forms, binder: Binder, body: RationalFunction, depth: number): RationalFunction {
  const { sums, product } = openedSums(body, forms.atoms);
  const block = [binder, ...sums];
  const nested = block.reduceRight<Term>((inner, outer) => bind(outer, inner), product);
  return forms.atom(
    interchanged(
      nested,
      depth,
      () => false,
      (inner, level) => forms.bare(inner, level),
    ),
    depth,
  );
}

/**
 * The integral of a product with finite sums among its factors: these sums are taken out of the integral, where each
 * of their terms is integrable. `null` where there is none, or where this does not show.
 */
function sumsOutside(forms: Forms, binder: Binder, body: RationalFunction, depth: number): RationalFunction | null {
  const { sums, product } = openedSums(body, forms.atoms);
  const over = binder.kind === 'sum' ? areIntegrable(forms, [pointOf(binder)], product) : null;
  if (sums.length === 0 || over === null) return null;
  forms.note(over);
  const nested = [...sums, binder].reduceRight<Term>((inner, outer) => bind(outer, inner), product);
  return forms.value(nested, depth);
}

function boundAtom(forms: Forms, binder: Binder, body: RationalFunction, depth: number): RationalFunction {
  const term = bind(binder, forms.atoms.toTerm(body));
  if (!forms.laws.has('interchange')) return forms.atom(term, depth);
  const mayChange = (over: readonly PointVariable[], inner: Term): boolean => {
    const uses = areIntegrable(forms, over, inner);
    forms.note(uses ?? []);
    return uses !== null;
  };
  return forms.atom(
    interchanged(term, depth, mayChange, (inner, level) => forms.bare(inner, level)),
    depth,
  );
}

function pointOf({ name, space }: Extract<Binder, { kind: 'sum' }>): PointVariable {
  return { kind: 'variable', name, space };
}
