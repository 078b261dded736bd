import { visitFree } from './free-variables.ts';
import { type Natural, variableNatural } from './natural.ts';
import type { SamplePoint } from './space.ts';
import { type SpaceSubstitution, substituteInSpace } from './space-substitution.ts';
import type { Argument, Parameter, Term } from './term.ts';

/** A function given by a term: what replaces an undetermined function. */
export interface Abstraction {
  readonly parameters: readonly Parameter[];
  readonly body: Term;
}

/** What to put for what, all at once. Functions by `keyOfFunction`; base spaces by name. */
export interface Substitution extends SpaceSubstitution {
  readonly points?: ReadonlyMap<string, SamplePoint>;
  readonly functions?: ReadonlyMap<string, Abstraction>;
}

/** The substitution that puts a sign before the name of every free variable of the terms but the `fixed` one. */
export function renaming(terms: readonly Term[], sign: string, fixed: string | null = null): Substitution {
  const naturals = new Map<string, Natural>();
  const points = new Map<string, SamplePoint>();
  for (const term of terms) {
    visitFree(term, [], (sort, name) => {
      if (name === fixed) return;
      if (sort === 'natural') naturals.set(name, variableNatural(`${sign}${name}`));
      else points.set(name, { kind: 'variable', name: `${sign}${name}`, space: sort });
    });
  }
  for (const [name, point] of points) {
    if (point.kind === 'variable') points.set(name, { ...point, space: substituteInSpace(point.space, { naturals }) });
  }
  return { naturals, points };
}

/** The substitution of arguments for the parameters of a function, which the caller knows to fit. */
export function matchParameters(parameters: readonly Parameter[], values: readonly Argument[]): Substitution {
  const naturals = new Map<string, Natural>();
  const points = new Map<string, SamplePoint>();
  parameters.forEach(({ name }, place) => {
    const argument = values[place];
    if (argument.sort === 'natural') naturals.set(name, argument.value);
    else points.set(name, argument.value);
  });
  return { naturals, points };
}
