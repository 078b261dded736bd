import { isZeroNatural, predecessor, variableNatural } from './natural.ts';
import { matchParameters } from './replacements.ts';
import { measureOf, type SamplePoint } from './space.ts';
import { substitute } from './substitution.ts';
import {
  type Argument,
  type DefinedFunction,
  type Parameter,
  parametersOf,
  partsOf,
  type Term,
  withParts,
} from './term.ts';

/** The value of a plain definition, or of a recursive one at 0 or at n + 1 and a pair; `null` where it does not unfold. */
export function unfolded(definition: DefinedFunction, values: readonly Argument[]): Term | null {
  if (definition.kind === 'plain') return substitute(definition.body, matchParameters(definition.parameters, values));
  if (definition.kind === 'sequence') return unfoldedSequence(definition, values);
  const [count, point, ...rest] = values;
  if (count?.sort !== 'natural' || point?.sort !== 'point') return null;
  if (isZeroNatural(count.value)) return substitute(definition.zero, matchParameters(definition.parameters, rest));
  const before = predecessor(count.value);
  if (before === null || point.value.kind !== 'pair') return null;
  const earlier: readonly Argument[] = [
    { sort: 'natural', value: before },
    { sort: 'point', value: point.value.left },
  ];
  const parameters = [...parametersOf(definition), lastParameter(definition)];
  const body = substitute(
    definition.successor,
    matchParameters(parameters, [...earlier, ...rest, pointArgument(point.value.right)]),
  );
  return withRecurrence(body, (own) => ({ kind: 'defined', definition, arguments: [...earlier, ...own] }));
}

function unfoldedSequence(
  definition: Extract<DefinedFunction, { kind: 'sequence' }>,
  [count, ...rest]: readonly Argument[],
): Term | null {
  if (count?.sort !== 'natural') return null;
  const { parameters, zero, successor } = definition;
  if (isZeroNatural(count.value)) return substitute(zero, matchParameters(parameters, rest));
  const before = predecessor(count.value);
  if (before === null) return null;
  const earlier: Argument = { sort: 'natural', value: before };
  const body = substitute(successor, matchParameters(parametersOf(definition), [earlier, ...rest]));
  return withRecurrence(body, (values) => ({ kind: 'defined', definition, arguments: [earlier, ...values] }));
}

function lastParameter(definition: Extract<DefinedFunction, { kind: 'recursive' }>): Parameter {
  const index = variableNatural(definition.count, 1);
  return {
    sort: 'point',
    name: definition.last,
    space: { kind: 'base', name: definition.space, index, ...measureOf(definition) },
  };
}

function pointArgument(value: SamplePoint): Argument {
  return { sort: 'point', value };
}

/**
 * The body of a recursion with the earlier value in the place of `recurrence`. What the value brings in must not be a
 * name that the body binds; after a substitution of the same names it is not.
 */
export function withRecurrence(body: Term, value: (values: readonly Argument[]) => Term): Term {
  if (body.kind === 'recurrence') return value(body.arguments);
  const parts = partsOf(body);
  return parts.length === 0
    ? body
    : withParts(
        body,
        parts.map((part) => withRecurrence(part, value)),
      );
}
