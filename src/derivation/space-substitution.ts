import { NotationError, UnsupportedError } from '../errors.ts';
import { namesInSpace } from './free-variables.ts';
import { type Natural, replaceVariables, variableNatural } from './natural.ts';
import { isFiniteSpace, isMeasured, type Parameter, type SampleSpace } from './space.ts';

/** What to put for natural variables and for base spaces, by name. */
export interface SpaceSubstitution {
  readonly naturals?: ReadonlyMap<string, Natural>;
  readonly spaces?: ReadonlyMap<string, SampleSpace>;
}

/** Starts the names of variables that are foreign to a definition or signature; no user's name begins so. */
export const foreignSign = '*';

/** A foreign variable's name as its user wrote it. */
export function withoutForeignSign(name: string): string {
  return name.startsWith(foreignSign) ? name.slice(foreignSign.length) : name;
}

/** The space with naturals and base spaces replaced. Throws {@link UnsupportedError} for a family of spaces X_α. */
export function substituteInSpace(space: SampleSpace, given: SpaceSubstitution): SampleSpace {
  switch (space.kind) {
    case 'unit':
    case 'coordinates':
    case 'parameters':
      return space;
    case 'pairs':
      return {
        kind: 'pairs',
        left: substituteInSpace(space.left, given),
        right: substituteInSpace(space.right, given),
      };
    case 'base':
      if (space.index === null) return replaced(space, given);
      refuseFamily(space.name, given);
      return { ...space, index: substituteInNatural(space.index, given) };
    case 'power':
      refuseFamily(space.name, given);
      return { ...space, length: substituteInNatural(space.length, given) };
  }
}

/** The natural with its variables replaced. */
export function substituteInNatural(natural: Natural, { naturals }: SpaceSubstitution): Natural {
  return naturals === undefined ? natural : replaceVariables(natural, naturals);
}

/** What holds for finite spaces need not hold for others: a finite space is replaced by finite ones only. */
function replaced(space: Extract<SampleSpace, { kind: 'base' }>, { spaces }: SpaceSubstitution): SampleSpace {
  const by = spaces?.get(space.name) ?? space;
  if (!isMeasured(by)) throw new UnsupportedError(`${space.name} has a measure, and the values of θ have none`);
  if (isFiniteSpace(by) || !isFiniteSpace(space)) return by;
  throw new UnsupportedError(`${space.name} is a finite space: it cannot be replaced by one that need not be finite`);
}

/** Throws {@link UnsupportedError} where a family of spaces of this name would have to be replaced. */
export function refuseFamily(name: string, { spaces }: SpaceSubstitution): void {
  if (spaces?.has(name) !== true) return;
  throw new UnsupportedError(`${name} is a family of spaces ${name}_α: only a single space can be replaced`);
}

/**
 * The parameters of a function with base spaces replaced; naturals in them are the parameters' own. Throws
 * {@link NotationError} where a space would come to depend on a variable that is no parameter.
 */
export function substituteInParameters(
  parameters: readonly Parameter[],
  owner: string,
  given: SpaceSubstitution,
): readonly Parameter[] {
  return parameters.map((parameter) =>
    parameter.sort === 'point'
      ? { ...parameter, space: substituteInSignature(parameter.space, parameters, owner, given) }
      : parameter,
  );
}

/** A space that belongs to the signature of `owner` with these parameters; as {@link substituteInParameters}. */
export function substituteInSignature(
  space: SampleSpace,
  parameters: readonly Parameter[],
  owner: string,
  given: SpaceSubstitution,
): SampleSpace {
  const changed = substituteInSpace(space, { spaces: foreignSpaces(given) });
  const stranger = namesInSpace(changed).find((name) => !parameters.some((own) => own.name === name));
  if (stranger === undefined) return changed;
  throw new NotationError(
    `${owner} would live on a space that depends on ${withoutForeignSign(stranger)}: say what takes its place`,
  );
}

/** The spaces that come in, their variables signed: a parameter of the same name would capture them. */
export function foreignSpaces({ spaces }: SpaceSubstitution): ReadonlyMap<string, SampleSpace> {
  return new Map(
    [...(spaces ?? [])].map(([name, space]) => {
      const naturals = new Map(namesInSpace(space).map((own) => [own, variableNatural(`${foreignSign}${own}`)]));
      return [name, substituteInSpace(space, { naturals })];
    }),
  );
}
