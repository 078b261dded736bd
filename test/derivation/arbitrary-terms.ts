import fc from 'fast-check';
import {
  declare,
  type Natural,
  next,
  type PointVariable,
  pairOf,
  type SamplePoint,
  type Term,
  term,
} from '../../src/derivation/index.ts';
import { f, family, h, i, j, joint, loss, N, n, neuron, p, q, sigma, X, Y } from './setting.ts';

/** A function of neurons. */
export const g = declare.functions('g', N);

/** A coordinate for every point of X. */
const weight = declare.coordinates('w', [declare.point('x', X)]);

/** Values of θ. */
const parameterValues = ['θ0', 'θ1'].map((name) => declare.parameter(name));

/** What is in scope where a term is written. */
interface Place {
  readonly depth: number;
  readonly ofX: readonly PointVariable[];
  readonly ofY: readonly PointVariable[];
  /** An index with a point of its space. */
  readonly observed: readonly { readonly index: Natural; readonly point: PointVariable }[];
  readonly coordinates: readonly SamplePoint[];
  /** Neurons of layers. */
  readonly neurons: readonly { readonly layer: Natural; readonly point: PointVariable }[];
}

const everywhere: Place = {
  depth: 0,
  ofX: [declare.point('a', X)],
  ofY: [declare.point('b', Y)],
  observed: [{ index: n, point: declare.point('c', family(n)) }],
  coordinates: [i, j],
  neurons: [],
};

/** Real exponents: whole, broken, and undetermined. */
const exponents = fc.constantFrom<Term[]>(
  term.fraction(2, 1),
  term.fraction(-1, 1),
  term.fraction(1, 2),
  term.fraction(-3, 2),
  q(declare.point('b', Y)),
  term.subtract(1, q(declare.point('b', Y))),
);

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
    fc.tuple(inner, exponents).map(([a, r]) => term.power(a, r)),
  );
}

function calls({ ofX, ofY, observed, neurons }: Place): readonly Term[] {
  return [
    ...neurons.map(({ layer, point }) => g(layer, point)),
    ...ofX.map((x) => p(x)),
    ...ofY.map((y) => q(y)),
    ...observed.map(({ index, point }) => f(index, point)),
  ];
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
    overCoordinates(size, derivatives, deeper),
    overNeurons(size, derivatives, deeper),
    compared(size, derivatives, place),
    ofMatrix(size, derivatives, deeper),
    composed(size, derivatives, place, deeper),
    byCases(size, derivatives, place),
    fc.tuple(inner, fc.constantFrom(...parameterValues)).map(([of, at]) => term.at(of, at)),
  ];
  if (derivatives > 0) {
    const along = fc.constantFrom(...coordinatesIn(place));
    const of = arbitraryTerm(size - 1, derivatives - 1, place);
    const derivative = fc.tuple(along, of).map(([direction, body]) => term.derivative(direction, body));
    choices.push(derivative, derivative, derivative);
  }
  return fc.oneof(...choices);
}

/** One term for n = 0, and another one for n = m + 1, which may speak of m. */
function byCases(size: number, derivatives: number, place: Place): fc.Arbitrary<Term> {
  const name = `k${place.depth}`;
  const number = next(declare.natural(name));
  const point = declare.point(`o${place.depth}`, family(number));
  const after = { ...place, depth: place.depth + 1, observed: [...place.observed, { index: number, point }] };
  const successor = arbitraryTerm(size - 1, derivatives, after).map((of) => term.sum(point, of));
  return fc
    .tuple(arbitraryTerm(size - 1, derivatives, place), successor)
    .map(([zero, of]) => term.cases(n, zero, () => of, name));
}

/** Coordinates in scope, some of them numbered by points. */
function coordinatesIn({ coordinates, ofX }: Place): readonly SamplePoint[] {
  return [...coordinates, ...ofX.map((x) => weight(x))];
}

/** Σ over the coordinates of θ of a term in which derivatives may be taken along it. */
function overCoordinates(size: number, derivatives: number, place: Place): fc.Arbitrary<Term> {
  const along = declare.direction(`c${place.depth}`);
  const inner = { ...place, coordinates: [along, along, ...place.coordinates] };
  return arbitraryTerm(size - 1, derivatives, inner).map((of) => term.sum(along, of));
}

/** Σ over the neurons of layer n + 1 of the activation times a term. */
function overNeurons(size: number, derivatives: number, place: Place): fc.Arbitrary<Term> {
  const at = neuron(`m${place.depth}`, next(n));
  const inner = { ...place, neurons: [...place.neurons, { layer: next(n), point: at }] };
  const body = arbitraryTerm(Math.max(0, size - 2), derivatives, inner);
  return fc
    .tuple(fc.boolean(), body)
    .map(([isActive, of]) => term.sum(at, isActive ? term.multiply(h(next(n), at), of) : of));
}

/** A function of real arguments, or a derivative of one, at a term. */
function composed(size: number, derivatives: number, place: Place, deeper: Place): fc.Arbitrary<Term> {
  const inside = Math.min(size - 1, 2);
  const over = declare.point(`r${deeper.depth}`, X);
  const single = fc.tuple(fc.constantFrom(sigma, sigma.prime), arbitraryTerm(inside, derivatives, place));
  const each = arbitraryTerm(inside, derivatives, { ...deeper, ofX: [...place.ofX, over] });
  const several = fc.tuple(fc.constantFrom(null, ...place.ofX), each);
  return fc.oneof(
    single.map(([activation, of]) => activation(of)),
    several.map(([at, of]) => (at === null ? loss : loss.partial(at))(over, of)),
  );
}

/** The determinant of a matrix numbered by the points of X. */
function ofMatrix(size: number, derivatives: number, place: Place): fc.Arbitrary<Term> {
  const [row, column] = ['r', 'c'].map((name) => declare.point(`${name}${place.depth}`, X));
  const inner = { ...place, ofX: [...place.ofX, row, column] };
  return arbitraryTerm(Math.max(0, size - 2), derivatives, inner).map((of) =>
    term.determinant(row, column, term.add(term.multiply(p(row), p(column), p(column)), of)),
  );
}

/** A term times a δ of two points of one space in scope. */
function compared(size: number, derivatives: number, place: Place): fc.Arbitrary<Term> {
  const groups: readonly SamplePoint[][] = [
    [...place.ofX],
    [...place.ofY],
    [...coordinatesIn(place)],
    place.neurons.map(({ point }) => point),
  ].filter(({ length }) => length > 0);
  const deltas = fc
    .constantFrom(...groups)
    .chain((points) => fc.tuple(fc.constantFrom(...points), fc.constantFrom(...points)));
  return fc
    .tuple(deltas, arbitraryTerm(size - 1, derivatives, place))
    .map(([[left, right], of]) => term.multiply(term.delta(left, right), of));
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
