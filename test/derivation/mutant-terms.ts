import {
  declare,
  type PointVariable,
  type SamplePoint,
  type SampleSpace,
  type Term,
  term,
} from '../../src/derivation/index.ts';
import { type Argument, partsOf, withParts } from '../../src/derivation/term.ts';

/** A term with one thing changed in it; long ones have thousands, so that it is made on demand. */
export interface MutantTerm {
  readonly change: string;
  readonly term: () => Term;
}

/**
 * Every term that differs from a term in one place: a sign, a factor, a number, an index, a dropped or squared part, other
 * or exchanged arguments, another function, another variable bound, another range, another operation. What a definition
 * says is no part of a term that uses it.
 */
export function mutantTerms(whole: Term): readonly MutantTerm[] {
  const parts = partsOf(whole);
  const inside = parts.flatMap((part, place) =>
    mutantTerms(part).map(({ change, term: changed }) => ({
      change,
      term: () => withParts(whole, parts.with(place, changed())),
    })),
  );
  const here = [...changesOfAll(whole), ...changesOf(whole)];
  return [...here.map(({ change, term: changed }) => ({ change, term: () => changed })), ...inside];
}

interface Change {
  readonly change: string;
  readonly term: Term;
}

function changesOfAll(whole: Term): readonly Change[] {
  return [
    { change: 'sign', term: term.negate(whole) },
    { change: 'factor 2', term: term.multiply(2, whole) },
  ];
}

function changesOf(whole: Term): readonly Change[] {
  switch (whole.kind) {
    case 'rational':
      return [{ change: 'number', term: term.add(whole, 1) }];
    case 'add':
    case 'multiply':
      return changesOfList(whole);
    case 'divide':
      return [{ change: 'turned over', term: withParts(whole, [whole.denominator, whole.numerator]) }];
    case 'power':
      return [
        { change: 'power dropped', term: whole.of },
        { change: 'other power', term: { ...whole, exponent: term.add(whole.exponent, 1) } },
        { change: 'base and exponent exchanged', term: { ...whole, of: whole.exponent, exponent: whole.of } },
      ];
    case 'log':
      return [{ change: 'log dropped', term: whole.of }];
    case 'derivative':
      return [
        ...indices(whole.along).map((along) => ({ change: 'index', term: { ...whole, along } })),
        { change: 'derivative dropped', term: whole.of },
        ...pointsBeside(whole.along).map((along) => ({ change: 'coordinate', term: { ...whole, along } })),
      ];
    case 'at':
      return changesOfEvaluation(whole);
    case 'cases':
      return [
        { change: 'case of zero', term: whole.zero },
        { change: 'one later', term: { ...whole, on: { ...whole.on, offset: whole.on.offset + 1 } } },
        { change: 'other number before', term: { ...whole, index: `${whole.index}'` } },
      ];
    case 'sum':
      return [
        { change: 'other variable bound', term: { ...whole, over: renamed(whole.over) } },
        { change: 'sum dropped', term: whole.of },
        ...spacesBeside(whole.over.space).map((space) => ({
          change: 'another space',
          term: { ...whole, over: { ...whole.over, space } },
        })),
      ];
    case 'range':
      return [
        { change: 'one term more', term: { ...whole, to: { ...whole.to, offset: whole.to.offset + 1 } } },
        { change: 'other range', term: { ...whole, operation: whole.operation === 'sum' ? 'product' : 'sum' } },
        { change: 'other variable bound', term: { ...whole, index: `${whole.index}'` } },
      ];
    case 'apply':
      return [
        { change: 'another function', term: { ...whole, function: renamed(whole.function) } },
        ...changesOfCall(whole),
      ];
    case 'defined':
    case 'recurrence':
      return changesOfCall(whole);
    case 'compose':
      return [
        { change: 'another function', term: { ...whole, function: renamed(whole.function) } },
        ...changesOfCall(whole),
        ...changesOfComposition(whole),
      ];
    case 'delta':
      return [
        { change: 'delta dropped', term: term.fraction(1, 1) },
        ...pointsBeside(whole.left).map((left) => ({ change: 'other point', term: { ...whole, left } })),
        ...pointsBeside(whole.right).map((right) => ({ change: 'other point', term: { ...whole, right } })),
      ];
    case 'determinant': {
      const { rows, columns, of } = whole;
      return [
        { change: 'sum for determinant', term: term.sum(rows, term.sum(columns, of)) },
        { change: 'other row bound', term: { ...whole, rows: renamed(rows) } },
        { change: 'other column bound', term: { ...whole, columns: renamed(columns) } },
        { change: 'rows for columns', term: { ...whole, rows: columns, columns: rows } },
      ];
    }
  }
}

function changesOfList(whole: Extract<Term, { kind: 'add' | 'multiply' }>): readonly Change[] {
  const parts = partsOf(whole);
  const change = whole.kind === 'add' ? 'term dropped' : 'factor dropped';
  const other: Term = whole.kind === 'add' ? { kind: 'multiply', factors: parts } : { kind: 'add', terms: parts };
  return [
    ...parts.map((_, place) => ({ change, term: withParts(whole, parts.toSpliced(place, 1)) })),
    { change: 'sum for product', term: other },
  ];
}

function changesOfEvaluation(whole: Extract<Term, { kind: 'at' }>): readonly Change[] {
  const { parameter, of } = whole;
  const other = declare.parameter(parameter.kind === 'variable' ? `${parameter.name}'` : 'θ1');
  const isThrough = of.kind === 'derivative' || of.kind === 'sum';
  return [
    { change: 'evaluation dropped', term: of },
    { change: 'other value of the parameter', term: { ...whole, parameter: other } },
    ...(isThrough ? [{ change: 'evaluated inside', term: withParts(of, [term.at(of.of, parameter)]) }] : []),
  ];
}

function changesOfCall(whole: Extract<Term, { arguments: readonly Argument[] }>): readonly Change[] {
  return [
    ...argumentsBeside(whole.arguments).map((values) => ({
      change: 'argument',
      term: { ...whole, arguments: values },
    })),
    { change: 'squared', term: term.square(whole) },
  ];
}

function changesOfComposition(whole: Extract<Term, { kind: 'compose' }>): readonly Change[] {
  const { along, over } = whole;
  const more = over.length === 0 ? [[]] : along.slice(0, 1);
  return [
    ...more.map((points) => ({ change: 'derivative added', term: { ...whole, along: [...along, points] } })),
    ...(along.length === 0 ? [] : [{ change: 'derivative dropped', term: { ...whole, along: along.slice(1) } }]),
    ...along.flatMap((points, place) =>
      tuplesBeside(points).map((others) => ({
        change: 'partial derivative',
        term: { ...whole, along: along.with(place, others) },
      })),
    ),
    ...over.map((variable, place) => ({
      change: 'other argument bound',
      term: { ...whole, over: over.with(place, renamed(variable)) },
    })),
  ];
}

function renamed<V extends { readonly name: string }>(named: V): V {
  return { ...named, name: `${named.name}'` };
}

/** Another index than that of a derivative: i and j are those of most proofs. */
function indices(along: SamplePoint): readonly PointVariable[] {
  return [declare.direction(along.kind === 'variable' && along.name === 'i' ? 'j' : 'i')];
}

/** Arguments with one natural number one higher, or one point another, or two points exchanged. */
export function argumentsBeside(values: readonly Argument[]): readonly (readonly Argument[])[] {
  const changed = values.flatMap((argument, place) => {
    const others: readonly Argument[] =
      argument.sort === 'natural'
        ? [{ sort: 'natural', value: { ...argument.value, offset: argument.value.offset + 1 } }]
        : pointsBeside(argument.value).map((value) => ({ sort: 'point', value }));
    return others.map((other) => values.with(place, other));
  });
  const points = values.flatMap((argument, place) => (argument.sort === 'point' ? [place] : []));
  const exchanged = points
    .slice(1)
    .map((place, at) => values.with(place, values[points[at]]).with(points[at], values[place]));
  return [...changed, ...exchanged];
}

/** A variable of another name in the same space; a pair with another part, or turned round; a coordinate with other numbers. */
export function pointsBeside(point: SamplePoint): readonly SamplePoint[] {
  switch (point.kind) {
    case 'variable':
      return [renamed(point)];
    case 'empty':
      return [];
    case 'coordinate':
      return argumentsBeside(point.arguments).map((values) => ({ ...point, arguments: values }));
    case 'pair': {
      const { left, right } = point;
      return [
        { ...point, left: right, right: left },
        ...pointsBeside(left).map((other) => ({ ...point, left: other })),
        ...pointsBeside(right).map((other) => ({ ...point, right: other })),
      ];
    }
  }
}

function tuplesBeside(points: readonly SamplePoint[]): readonly (readonly SamplePoint[])[] {
  return points.flatMap((point, place) => pointsBeside(point).map((other) => points.with(place, other)));
}

/** The space of the next layer, or of one observation more. */
function spacesBeside(space: SampleSpace): readonly SampleSpace[] {
  if (space.kind === 'base' && space.index !== null)
    return [{ ...space, index: { ...space.index, offset: space.index.offset + 1 } }];
  if (space.kind === 'power') return [{ ...space, length: { ...space.length, offset: space.length.offset + 1 } }];
  return [];
}
