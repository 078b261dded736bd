import { rationalFunctions as field, generatorsOf, type RationalFunction } from '../algebra/index.ts';
import type { Uses } from './assumption.ts';
import { bind, opened } from './binder.ts';
import { inBothCases } from './case-rules.ts';
import type { Forms } from './forms.ts';
import { keyOfPoint } from './identity.ts';
import { derivativeOfPower, united } from './power-rules.ts';
import type { SamplePoint } from './space.ts';
import { substitute } from './substitution.ts';
import type { Term } from './term.ts';

/** The derivative of a value in canonical form, by the laws that may be used. */
export function derivative(forms: Forms, along: SamplePoint, value: RationalFunction, depth: number): RationalFunction {
  const whole = forms.atoms.toTerm(value);
  const single = forms.atoms.asAtom(value);
  if (single !== null) return derivativeOfAtom(forms, along, single, depth);
  const inside = generatorsOf(value);
  const smooth = inside.map((atom) => forms.regularity.smoothness(forms.atoms.term(atom)));
  if (!forms.laws.has('differentiation') || smooth.some(({ order }) => order < 1)) {
    return forms.atom({ kind: 'derivative', along, of: whole }, depth);
  }
  for (const { uses } of smooth) forms.note(uses);
  return forms.rewritten(
    united(
      forms,
      field.derivation(value, (atom) => derivativeOfAtom(forms, along, atom, depth)),
      depth,
    ),
    depth,
  );
}

/** Partial derivatives in a fixed order, for they are continuous; the arguments in canonical form. */
export function composed(forms: Forms, term: Extract<Term, { kind: 'compose' }>, depth: number): RationalFunction {
  const over = term.over.map((variable, place) => ({ ...variable, name: `#${depth + place}` }));
  const points = new Map(term.over.map(({ name }, place) => [name, over[place]]));
  const of = forms.atoms.toTerm(forms.value(substitute(term.of, { points }), depth + over.length));
  const keyed = term.along.map((tuple) => ({ tuple, key: tuple.map((point) => keyOfPoint(point)).join(' ') }));
  const along = keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ tuple }) => tuple);
  return forms.atom({ ...term, along, over, of }, depth);
}

function derivativeOfAtom(forms: Forms, along: SamplePoint, atom: number, depth: number): RationalFunction {
  const term = forms.atoms.term(atom);
  const constant = forms.laws.has('differentiation') ? forms.regularity.constant(term) : null;
  if (constant !== null) {
    forms.note(constant);
    return field.zero;
  }
  if (term.kind === 'compose' && forms.laws.has('chainRule')) {
    const { order, uses } = forms.regularity.smoothness(term);
    if (order >= 1) {
      forms.note(uses);
      return forms.value(chainRule(along, term), depth);
    }
  }
  const isSum = term.kind === 'sum' || (term.kind === 'range' && term.operation === 'sum');
  if (term.kind === 'log' && forms.laws.has('logarithmicDerivative')) {
    const positive = forms.regularity.positive(term.of);
    const { order, uses } = forms.regularity.smoothness(term.of);
    if (positive !== null && order >= 1) {
      forms.note([...positive, ...uses]);
      const inner = forms.value(term.of, depth);
      return forms.rewritten(field.divide(derivative(forms, along, inner, depth), inner), depth);
    }
  }
  if (isSum && forms.laws.has('derivativeOfSum')) {
    const uses = differentiable(forms, term);
    if (uses !== null) {
      forms.note(uses);
      // The atom may come from another depth, where its variable had the name that `along` has here.
      const { binder, body } = opened(term, '#sum');
      return forms.value(bind(binder, { kind: 'derivative', along, of: body }), depth);
    }
  }
  if (term.kind === 'power' && forms.laws.has('powers')) {
    const { order, uses } = forms.regularity.smoothness(term);
    const positive = forms.regularity.positive(term);
    if (positive !== null && order >= 1) {
      forms.note([...positive, ...uses]);
      return derivativeOfPower(forms, along, term, depth);
    }
  }
  if (term.kind === 'cases' && forms.laws.has('differentiation')) {
    return forms.value(
      inBothCases(term, '#case', (of) => ({ kind: 'derivative', along, of })),
      depth,
    );
  }
  return forms.atom(inOrder(forms, { kind: 'derivative', along, of: term }), depth);
}

/** Why the derivative of the sum is the sum of the derivatives, or `null`. */
function differentiable(forms: Forms, term: Extract<Term, { kind: 'sum' | 'range' }>): Uses | null {
  if (term.kind === 'sum') return forms.regularity.integrable([term.over], term.of, 1);
  const { order, uses } = forms.regularity.smoothness(term.of);
  return order >= 1 ? uses : null;
}

/** Repeated derivatives in the order of their directions, where they may be exchanged. */
function inOrder(forms: Forms, term: Extract<Term, { kind: 'derivative' }>): Term {
  if (!forms.laws.has('symmetryOfDerivatives')) return term;
  const directions: SamplePoint[] = [];
  let of: Term = term;
  for (; of.kind === 'derivative'; of = of.of) directions.push(of.along);
  const { order, uses } = forms.regularity.smoothness(of);
  if (directions.length < 2 || order < directions.length) return term;
  forms.note(uses);
  const sorted = directions.map((along) => ({ along, key: keyOfPoint(along) }));
  sorted.sort((a, b) => (a.key < b.key ? 1 : a.key > b.key ? -1 : 0));
  return sorted.reduce<Term>((inner, { along }) => ({ kind: 'derivative', along, of: inner }), of);
}

/** ∂ F((u_i)_i) = Σ_i F_{,i}((u_i)_i) ∂u_i; for a function of one argument without the sum. */
function chainRule(direction: SamplePoint, term: Extract<Term, { kind: 'compose' }>): Term {
  const place = term.over.map((variable, index) => ({ ...variable, name: `#chain${index}` }));
  const points = new Map(term.over.map(({ name }, index) => [name, place[index]]));
  const inner: Term = { kind: 'derivative', along: direction, of: substitute(term.of, { points }) };
  const outer: Term = { ...term, along: [...term.along, place] };
  const product: Term = { kind: 'multiply', factors: [outer, inner] };
  return place.reduceRight<Term>((of, over) => ({ kind: 'sum', over, of }), product);
}
