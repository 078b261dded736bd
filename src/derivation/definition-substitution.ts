import { UnsupportedError } from '../errors.ts';
import { freeVariables } from './free-variables.ts';
import { type Abstraction, renaming, type Substitution } from './replacements.ts';
import {
  foreignSign,
  foreignSpaces,
  refuseFamily,
  substituteInParameters,
  withoutForeignSign,
} from './space-substitution.ts';
import { bodiesOf, type DefinedFunction, parametersOf, type Term } from './term.ts';

/**
 * The definition with undetermined functions and base spaces replaced; it is closed, so that nothing else can change in
 * it. `substitute` does so in terms. Throws {@link UnsupportedError} where a body would come to depend on variables that
 * are not its parameters: the definition must be unfolded first.
 */
export function substituteInDefinition(
  definition: DefinedFunction,
  given: Substitution,
  substitute: (term: Term, substitution: Substitution) => Term,
): DefinedFunction {
  if ((given.functions?.size ?? 0) === 0 && (given.spaces?.size ?? 0) === 0) return definition;
  const foreign = { functions: foreignFunctions(given, substitute), spaces: foreignSpaces(given) };
  const bodies = bodiesOf(definition).map((body) => substitute(body, foreign));
  const changed = withBodies(definition, bodies, given);
  checkClosed(changed);
  return changed;
}

function withBodies(definition: DefinedFunction, bodies: readonly Term[], given: Substitution): DefinedFunction {
  switch (definition.kind) {
    case 'recursive':
      refuseFamily(definition.space, given);
      return {
        ...definition,
        parameters: substituteInParameters(definition.parameters, definition.name, given),
        zero: bodies[0],
        successor: bodies[1],
      };
    case 'sequence': {
      const all = substituteInParameters(parametersOf(definition), definition.name, given);
      return { ...definition, parameters: all.slice(1), zero: bodies[0], successor: bodies[1] };
    }
    case 'plain': {
      const parameters = substituteInParameters(definition.parameters, definition.name, given);
      return { ...definition, parameters, body: bodies[0] };
    }
  }
}

function checkClosed(definition: DefinedFunction): void {
  const own = parametersOf(definition).map(({ name }) => name);
  if (definition.kind === 'recursive') own.push(definition.last);
  for (const body of bodiesOf(definition)) {
    const stranger = [...freeVariables(body)].find((name) => !own.includes(name));
    if (stranger === undefined) continue;
    throw new UnsupportedError(
      `the definition of ${definition.name} would depend on ${withoutForeignSign(stranger)}, which is not its parameter: unfold it first`,
    );
  }
}

/** The functions that come in, the variables that are not their parameters signed: own ones would capture them. */
function foreignFunctions(
  { functions }: Substitution,
  substitute: (term: Term, substitution: Substitution) => Term,
): ReadonlyMap<string, Abstraction> {
  return new Map(
    [...(functions ?? [])].map(([key, { parameters, body }]) => {
      const signed = renaming([body], foreignSign);
      const [naturals, points] = [new Map(signed.naturals), new Map(signed.points)];
      for (const { name } of parameters) {
        naturals.delete(name);
        points.delete(name);
      }
      return [key, { parameters, body: substitute(body, { naturals, points }) }];
    }),
  );
}
