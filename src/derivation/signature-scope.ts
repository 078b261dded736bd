import { NotationError } from '../errors.ts';
import { namesInSpace } from './free-variables.ts';
import { variableNatural } from './natural.ts';
import { isFiniteSpace, measureOf, type Parameter, type SampleSpace } from './space.ts';
import type { DefinedFunction, UndeterminedFunction } from './term.ts';

/** What a name in scope denotes. */
export type Meaning = { readonly sort: 'natural' } | { readonly sort: 'point'; readonly space: SampleSpace };

/** What names in scope denote. */
export type Scope = ReadonlyMap<string, Meaning>;

/** The spaces of real arguments must be finite, and depend on the function's parameters only. */
export function checkInputs({ name, parameters, inputs = [] }: UndeterminedFunction): void {
  const known = scopeOf(parameters);
  for (const space of inputs) {
    if (!isFiniteSpace(space)) throw new NotationError(`${name} would have infinitely many arguments`);
    const stranger = namesInSpace(space).find((variable) => known.get(variable)?.sort !== 'natural');
    if (stranger !== undefined) throw new NotationError(`the arguments of ${name} depend on ${stranger}, no parameter`);
  }
}

/** The last observation, a parameter of the second clause of a recursion over samples. */
export function lastOf(definition: Extract<DefinedFunction, { kind: 'recursive' }>): readonly Parameter[] {
  const index = variableNatural(definition.count, 1);
  const space: SampleSpace = { kind: 'base', name: definition.space, index, ...measureOf(definition) };
  return [{ sort: 'point', name: definition.last, space }];
}

/** The names of parameters. Throws {@link NotationError} where a space depends on what is no natural parameter before it. */
export function scopeOf(parameters: readonly Parameter[]): Scope {
  const scope = new Map<string, Meaning>();
  for (const parameter of parameters) {
    if (parameter.sort === 'point') {
      const stranger = namesInSpace(parameter.space).find((name) => scope.get(name)?.sort !== 'natural');
      if (stranger !== undefined) {
        throw new NotationError(
          `the space of ${parameter.name} depends on ${stranger}, which is no parameter before it`,
        );
      }
    }
    scope.set(parameter.name, parameter);
  }
  return scope;
}
