import { NotationError } from '../errors.ts';
import {
  admitDefinition,
  admitFunction,
  admitNatural,
  admitParameters,
  admitPoint,
  admitSpace,
  admitTerm,
  identifier,
  list,
  record,
} from './admission.ts';
import { type Assumption, admitAssumption } from './assumption.ts';
import { type Law, laws } from './law.ts';
import type { Natural } from './natural.ts';
import type { Abstraction } from './replacements.ts';
import { checkDefinition, checkScopes } from './scope.ts';
import type { SamplePoint, SampleSpace } from './space.ts';
import type { Claim, DefinedFunction, Parameter, Term, UndeterminedFunction } from './term.ts';

/** What has been proved: the content of a theorem. */
export interface Proved {
  readonly claim: Claim;
  /** What the proof rests on. */
  readonly assumptions: readonly Assumption[];
}

/**
 * What to put for what in a theorem: for its free variables, base spaces and undetermined functions. Variables that
 * are not mentioned stay general; functions and spaces that are not mentioned stay themselves.
 */
export interface Instance {
  readonly naturals?: Readonly<Record<string, Natural>>;
  readonly points?: Readonly<Record<string, SamplePoint>>;
  readonly spaces?: Readonly<Record<string, SampleSpace>>;
  readonly functions?: readonly { readonly replace: UndeterminedFunction; readonly by: Abstraction }[];
}

/**
 * Why two terms are equal, or one at most the other. Field algebra and the renaming of bound variables may always be used; `algebra` says that
 * nothing else is. A step may have several justifications.
 */
export type Justification<T extends Proved = Proved> =
  | { readonly kind: 'algebra' }
  | { readonly kind: 'law'; readonly law: Law }
  | { readonly kind: 'definition'; readonly definition: DefinedFunction }
  /** An equation that the derivation has declared as an assumption. */
  | { readonly kind: 'assumption'; readonly assumption: Assumption }
  /** An earlier theorem; `discharging` are theorems by which equations that it assumes hold in the instance. */
  | {
      readonly kind: 'theorem';
      readonly theorem: T;
      readonly instance: Instance;
      readonly discharging: readonly T[];
    }
  /** In a step with <=: right less left is this, which is >= 0 as it is written. */
  | { readonly kind: 'difference'; readonly term: Term }
  /** The step holds in every case: for 0 and n + 1 in the place of a natural n, for pairs as points, at every value θ0. */
  | { readonly kind: 'cases'; readonly on: Parameter }
  /** In the step of an induction: the claim for n itself. */
  | { readonly kind: 'inductionHypothesis' };

/** A private, frozen and checked copy of a justification. `isTheorem` decides what may be used as one. */
export function admitJustification<T extends Proved>(
  value: unknown,
  isTheorem: (candidate: unknown) => candidate is T,
): Justification<T> {
  const source = record(value, 'a justification');
  const kind: unknown = source['kind'];
  const theorem = (candidate: unknown): T => {
    if (isTheorem(candidate)) return candidate;
    throw new NotationError('only a theorem that this kernel proved can be applied; got something that resembles one');
  };
  switch (kind) {
    case 'algebra':
    case 'inductionHypothesis':
      return Object.freeze({ kind });
    case 'law': {
      const law = laws.find((known) => known === source['law']);
      if (law === undefined)
        throw new NotationError(`there is no law ${String(source['law'])}; laws: ${laws.join(', ')}`);
      return Object.freeze({ kind, law });
    }
    case 'definition': {
      const definition = admitDefinition(source['definition']);
      checkDefinition(definition);
      return Object.freeze({ kind, definition });
    }
    case 'cases': {
      const [on] = admitParameters([source['on']]);
      return Object.freeze({ kind, on });
    }
    case 'difference':
      return Object.freeze({ kind, term: admitTerm(source['term']) });
    case 'assumption':
      return Object.freeze({ kind, assumption: admitAssumption(source['assumption']) });
    case 'theorem': {
      const discharging = Object.freeze(list(source['discharging'], 'theorems').map(theorem));
      const instance = admitInstance(source['instance']);
      return Object.freeze({ kind, theorem: theorem(source['theorem']), instance, discharging });
    }
    default:
      throw new NotationError(`there is no justification of kind ${JSON.stringify(kind)}`);
  }
}

function admitInstance(value: unknown): Instance {
  const source = record(value, 'an instance');
  return Object.freeze({
    naturals: admitMap(source['naturals'], admitNatural),
    points: admitMap(source['points'], admitPoint),
    spaces: admitMap(source['spaces'], admitSpace),
    functions: Object.freeze(list(source['functions'] ?? [], 'functions').map(admitReplacement)),
  });
}

function admitReplacement(value: unknown): { readonly replace: UndeterminedFunction; readonly by: Abstraction } {
  const source = record(value, 'a replacement of a function');
  const by = record(source['by'], 'an abstraction');
  const parameters = admitParameters(by['parameters']);
  const body = admitTerm(by['body']);
  checkScopes([body], parameters);
  return Object.freeze({ replace: admitFunction(source['replace']), by: Object.freeze({ parameters, body }) });
}

function admitMap<V>(value: unknown, admit: (entry: unknown) => V): Readonly<Record<string, V>> {
  const entries = Object.entries(record(value ?? {}, 'names and what to put for them'));
  return Object.freeze(Object.fromEntries(entries.map(([name, entry]) => [identifier(name), admit(entry)])));
}
