import fc from 'fast-check';
import {
  declare,
  type Natural,
  next,
  type PointVariable,
  pairOf,
  type Term,
  term,
} from '../../src/derivation/index.ts';
import { f, family, i, j, joint, n, p, q, X, Y } from './setting.ts';

/** What is in scope where a term is written. */
interface Place {
  readonly depth: number;
  readonly ofX: readonly PointVariable[];
  readonly ofY: readonly PointVariable[];
  /** An index with a point of its space. */
  readonly observed: readonly { readonly index: Natural; readonly point: PointVariable }[];
}

const everywhere: Place = {
  depth: 0,
  ofX: [declare.point('a', X)],
  ofY: [declare.point('b', Y)],
  observed: [{ index: n, point: declare.point('c', family(n)) }],
};

/** A positive term built from p, q, f and positive numbers. */
function positiveTerm(place: Place, size: number): fc.Arbitrary<Term> {
  const number = fc.integer({ min: 1, max: 4 }).map((k) => term.fraction(k, 1));
  const atoms = fc.oneof(number, ...calls(place).map((call) => fc.constant(call)));
  if (size === 0) return atoms;
  const inner = positiveTerm(place, size - 1);
  return fc.oneof(
    atoms,
    fc.tuple(inner, inner).map(([a, b]) => term.multiply(a, b)),
    fc.tuple(inner, inner).map(([a, b]) => term.add(a, b)),
    fc.tuple(inner, inner).map(([a, b]) => term.divide(a, b)),
  );
}

function calls({ ofX, ofY, observed }: Place): readonly Term[] {
  return [...ofX.map((x) => p(x)), ...ofY.map((y) => q(y)), ...observed.map(({ index, point }) => f(index, point))];
}

/** A term that has a meaning where p, q, f are positive and three times differentiable; few derivatives are nested. */
export function arbitraryTerm(
  size: number = 4,
  derivatives: number = 2,
  place: Place = everywhere,
): fc.Arbitrary<Term> {
  if (size === 0) return positiveTerm(place, 0);
  const inner = arbitraryTerm(size - 1, derivatives, place);
  const name = `v${place.depth}`;
  const deeper = { ...place, depth: place.depth + 1 };
  const [x, y] = [declare.point(name, X), declare.point(name, Y)];
  const index = declare.natural(name);
  const last = declare.point(name, family(next(n)));
  const w = declare.point(name, family.first(next(n)));
  const pair = declare.point(name, { kind: 'pairs', left: X, right: Y });
  const choices: fc.Arbitrary<Term>[] = [
    positiveTerm(place, 1),
    positiveTerm(place, 1).map(term.log),
    fc.tuple(inner, inner).map(([a, b]) => term.add(a, b)),
    fc.tuple(inner, inner).map(([a, b]) => term.subtract(a, b)),
    fc.tuple(inner, inner).map(([a, b]) => term.multiply(a, b)),
    fc.tuple(inner, positiveTerm(place, 1)).map(([a, b]) => term.divide(a, b)),
    arbitraryTerm(size - 1, derivatives, { ...deeper, ofX: [...place.ofX, x] }).map((of) => term.sum(x, of)),
    arbitraryTerm(size - 1, derivatives, { ...deeper, ofY: [...place.ofY, y] }).map((of) => term.sum(y, of)),
    arbitraryTerm(size - 1, derivatives, {
      ...deeper,
      observed: [...place.observed, { index: next(n), point: last }],
    }).map((of) => term.sum(last, of)),
    arbitraryTerm(size - 1, derivatives, deeper).map((of) => term.sum(w, term.multiply(joint(next(n), w), of))),
    arbitraryTerm(size - 1, derivatives, deeper).map((of) => term.sum(pair, of)),
    overObservations(size, derivatives, deeper, index),
  ];
  if (derivatives > 0) {
    const along = fc.constantFrom(i, j);
    const of = arbitraryTerm(size - 1, derivatives - 1, place);
    const derivative = fc.tuple(along, of).map(([direction, body]) => term.derivative(direction, body));
    choices.push(derivative, derivative, derivative);
  }
  return fc.oneof(...choices);
}

/** Σ_{α=1}^{n+1} Σ_{z ∈ F_α} of a term. */
function overObservations(size: number, derivatives: number, place: Place, index: Natural): fc.Arbitrary<Term> {
  const z = declare.point(`z${place.depth}`, family(index));
  const inner = { ...place, observed: [...place.observed, { index, point: z }] };
  return arbitraryTerm(Math.max(0, size - 2), derivatives, inner).map((of) =>
    term.sumUpTo(index, next(n), term.sum(z, of)),
  );
}

/** The pair of two points, in a term that no generator above writes. */
export const pairTerm = (left: PointVariable, right: PointVariable): Term => {
  const r = declare.function('r', { kind: 'pairs', left: left.space, right: right.space });
  return r(pairOf(left, right));
};
