import type { Natural } from './natural.ts';
import type { SamplePoint, SampleSpace } from './space.ts';
import { type Argument, partsOf, type Term } from './term.ts';

/** What a free variable is: a natural, or a point of a space. */
export type Sort = 'natural' | SampleSpace;

/** The names of the free variables of a term: naturals and points, those in spaces included. */
export function freeVariables(term: Term): ReadonlySet<string> {
  const names = new Set<string>();
  visitFree(term, [], (_, name) => names.add(name));
  return names;
}

/** Calls `visit` with every occurrence of a free variable. */
export function visitFree(term: Term, bound: readonly string[], visit: (sort: Sort, name: string) => void): void {
  const note = (sort: Sort, name: string): void => {
    if (!bound.includes(name)) visit(sort, name);
  };
  const noteNatural = ({ variables }: Natural): void => {
    for (const name of variables) note('natural', name);
  };
  const noteSpace = (space: SampleSpace): void => {
    for (const name of namesInSpace(space)) note('natural', name);
  };
  const notePoint = (point: SamplePoint): void => {
    if (point.kind === 'coordinate') noteArguments(point.arguments);
    if (point.kind === 'pair') {
      notePoint(point.left);
      notePoint(point.right);
    } else if (point.kind === 'variable') {
      note(point.space, point.name);
      noteSpace(point.space);
    }
  };
  const noteArguments = (values: readonly Argument[]): void => {
    for (const argument of values) {
      if (argument.sort === 'natural') noteNatural(argument.value);
      else notePoint(argument.value);
    }
  };
  if (term.kind === 'derivative') notePoint(term.along);
  if (term.kind === 'at') notePoint(term.parameter);
  if (term.kind === 'range') noteNatural(term.to);
  if (term.kind === 'cases') {
    noteNatural(term.on);
    visitFree(term.zero, bound, visit);
    visitFree(term.successor, [...bound, term.index], visit);
    return;
  }
  if (term.kind === 'sum') noteSpace(term.over.space);
  if (term.kind === 'determinant') for (const { space } of [term.rows, term.columns]) noteSpace(space);
  if (term.kind === 'delta') for (const side of [term.left, term.right]) notePoint(side);
  if (term.kind === 'compose') {
    for (const point of term.along.flat()) notePoint(point);
    for (const { space } of term.over) noteSpace(space);
  }
  if ('arguments' in term) noteArguments(term.arguments);
  for (const part of partsOf(term)) visitFree(part, [...bound, ...boundBy(term)], visit);
}

/** The names that the term itself binds in its parts. */
export function boundBy(term: Term): readonly string[] {
  if (term.kind === 'sum') return [term.over.name];
  if (term.kind === 'range' || term.kind === 'cases') return [term.index];
  if (term.kind === 'determinant') return [term.rows.name, term.columns.name];
  return term.kind === 'compose' ? term.over.map(({ name }) => name) : [];
}

/** The names of the variables in a point and in the spaces of its variables. */
export function namesInPoint(point: SamplePoint): readonly string[] {
  if (point.kind === 'empty') return [];
  if (point.kind === 'coordinate') {
    return point.arguments.flatMap(({ value }) => ('variables' in value ? value.variables : namesInPoint(value)));
  }
  if (point.kind === 'variable') return [point.name, ...namesInSpace(point.space)];
  return [...namesInPoint(point.left), ...namesInPoint(point.right)];
}

/** The names of the natural variables in a space. */
export function namesInSpace(space: SampleSpace): readonly string[] {
  if (space.kind === 'pairs') return [...namesInSpace(space.left), ...namesInSpace(space.right)];
  const natural = space.kind === 'base' ? space.index : space.kind === 'power' ? space.length : null;
  return natural === null ? [] : natural.variables;
}
