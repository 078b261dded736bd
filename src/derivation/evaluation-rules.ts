import { rationalFunctions as field, type RationalFunction } from '../algebra/index.ts';
import type { Assumption, Uses } from './assumption.ts';
import { monomialsOf } from './atoms.ts';
import { bind, opened } from './binder.ts';
import { inBothCases } from './case-rules.ts';
import type { Forms } from './forms.ts';
import { keyOfPoint } from './identity.ts';
import type { Regularity } from './judgement.ts';
import { united } from './power-rules.ts';
import type { SamplePoint } from './space.ts';
import { partsOf, type Term, withParts } from './term.ts';

/**
 * A value in canonical form at another value θ0 of the parameter. By the law `evaluation` this goes to the atoms: it
 * commutes with sums, products, quotients and logarithms, with sums over points and integrals, with functions of real
 * arguments and determinants; what does not depend on θ stays itself, and so does what has been evaluated already. It does
 * not commute with derivatives: ∂u at θ0 is an atom, whereas the derivative of u at θ0 is zero.
 */
export function evaluated(forms: Forms, at: SamplePoint, value: RationalFunction, depth: number): RationalFunction {
  if (!forms.laws.has('evaluation')) {
    return forms.atom({ kind: 'at', parameter: at, of: forms.atoms.toTerm(value) }, depth);
  }
  const polynomial = (p: RationalFunction['numerator']): RationalFunction =>
    field.sum(
      monomialsOf(p).map(({ coefficient, powers }) =>
        powers
          .map(({ atom, exponent }) => field.integerPower(evaluatedAtom(forms, at, atom, depth), exponent))
          .reduce(field.multiply, coefficient),
      ),
    );
  const whole = field.divide(polynomial(value.numerator), polynomial(value.denominator));
  return forms.rewritten(united(forms, whole, depth), depth);
}

function evaluatedAtom(forms: Forms, at: SamplePoint, atom: number, depth: number): RationalFunction {
  const term = forms.atoms.term(atom);
  const constant = forms.regularity.constant(term);
  if (constant !== null) {
    forms.note(constant);
    return field.generator(atom);
  }
  const inside = (of: Term): Term => ({ kind: 'at', parameter: at, of });
  switch (term.kind) {
    case 'log':
    case 'power':
    case 'compose':
    case 'determinant':
      return forms.value(withParts(term, partsOf(term).map(inside)), depth);
    case 'cases':
      return forms.value(inBothCases(term, '#case', inside), depth);
    case 'sum':
    case 'range': {
      // The atom may come from another depth, where its variable had the name of another one that is free here.
      const { binder, body } = opened(term, '#at');
      return forms.value(bind(binder, inside(body)), depth);
    }
    default:
      return forms.atom(inside(term), depth);
  }
}

/**
 * The term of which this one is the value at θ0, if it is written as such a value of one θ0 throughout: by the law
 * `evaluation` a term whose other parts do not depend on θ and stand under no derivative.
 */
export function unevaluated(term: Term, regularity: Regularity): { readonly of: Term; readonly uses: Uses } | null {
  const points = new Map<string, SamplePoint>();
  const uses: Assumption[] = [];
  const lifted = (part: Term): Term | null => {
    if (part.kind === 'at') {
      points.set(keyOfPoint(part.parameter), part.parameter);
      return part.of;
    }
    if (part.kind === 'derivative' || part.kind === 'defined' || part.kind === 'recurrence') return null;
    if (part.kind === 'apply') {
      const constant = regularity.constant(part);
      uses.push(...(constant ?? []));
      return constant === null ? null : part;
    }
    const parts = partsOf(part).map(lifted);
    return parts.some((inner) => inner === null) ? null : withParts(part, parts as readonly Term[]);
  };
  const of = lifted(term);
  return of === null || points.size !== 1 ? null : { of, uses };
}
