import { evaluateExpression } from '../calculus/index.ts';
import { InputError } from '../errors.ts';
import type { Coordinate, Family } from '../families/index.ts';
import { constantOf, programField } from '../interpret/index.ts';
import type { Builder, Variable } from '../program/index.ts';
import type { Head } from './head.ts';
import type { RandomSource } from './random.ts';

/** The names z1, ..., z<size> of the outputs in a group, which are the coordinates of a head's law: any reals. */
export function outputCoordinates(size: number): readonly Coordinate[] {
  return Array.from({ length: size }, (_, i) => ({ name: `z${i + 1}`, domain: 'real' as const }));
}

/** What makes a head of a regular family. */
export interface LawHead {
  /** The family of one variable in coordinates z1, z2, ...: any reals. Without an embedding no two of them redundant. */
  readonly law: Family;
  readonly description: string;
  /** A draw of one variable, given the outputs of its group: its numbers, or the one that it has. */
  readonly draw: (z: readonly number[], random: RandomSource) => number | readonly number[];
  /** A flat isometric embedding, where one is known; see {@link Head}. */
  readonly embedding?: Head['embedding'];
  /** The logarithm of the integral of the density, where that is not one: a number, or a program of the outputs. */
  readonly logIntegral?: number | ((b: Builder, outputs: readonly Variable[]) => Variable);
  /** How many numbers one variable has, and the sample of the law from them; by the sample space unless told. */
  readonly observed?: {
    readonly targets: number;
    readonly sample: (b: Builder, y: readonly Variable[]) => Readonly<Record<string, Variable>>;
  };
}

/**
 * A head whose likelihood, metric and curvature all come from the log-density of its law: nothing about the family is
 * stated twice.
 *
 * @throws InputError where the law has other coordinates or open constants, or is not regular.
 */
export function lawHead(given: LawHead): Head {
  const { law, description, draw, embedding } = given;
  checkLaw(law);
  const group = law.coordinates.length;
  const { targets, sample } = given.observed ?? observedOf(law);
  return {
    family: law.name,
    description,
    group,
    targets,
    law: () => law,
    ...(embedding ? { embedding } : {}),
    negativeLogLikelihood: (b, h, y) => {
      const outputs = groupColumns(b, h, group);
      const log = logDensity(b, law, outputs, sample(b, groupColumns(b, y, targets)));
      return b.reduceSum(b.subtract(logIntegralOf(b, given, outputs), log), [1]);
    },
    sample: (h, random) => {
      const groupOf = (i: number): number[] => Array.from({ length: group }, (_, j) => h[i * group + j]!);
      return Float64Array.from(Array.from({ length: h.length / group }, (_, i) => draw(groupOf(i), random)).flat());
    },
  };
}

function checkLaw({ name, coordinates, constants, nonRegular }: Family): void {
  const open = constants.filter(({ value }) => value === undefined).map((constant) => constant.name);
  if (open.length > 0)
    throw new InputError(`A head of ${name} needs values for ${open.join(', ')}, which do not depend on the outputs.`);
  if (nonRegular !== undefined)
    throw new InputError(`A head needs a regular family, and ${name} is none: ${nonRegular}.`);
  if (coordinates.some((coordinate, i) => coordinate.name !== `z${i + 1}`))
    throw new InputError(
      `A head needs its law in the outputs z1, z2, ... as coordinates; ${name} came in ${coordinates.map((coordinate) => coordinate.name).join(', ')}.`,
    );
}

/** The variables of the sample from as many numbers; of two proportions the second is what the first leaves. */
function observedOf({ sampleSpace: { kind, variables } }: Family): NonNullable<LawHead['observed']> {
  const named = (values: readonly Variable[]) => Object.fromEntries(variables.map((name, k) => [name, values[k]!]));
  if (kind === 'simplex' && variables.length === 2)
    return { targets: 1, sample: (b, [y]) => named([y!, b.subtract(1, y!)]) };
  return { targets: variables.length, sample: (_, y) => named(y) };
}

/**
 * The columns of h: [samples, C] by their place in the group: `size` variables [samples, C / size], the first with the
 * first output of every group.
 */
export function groupColumns(b: Builder, h: Variable, size: number): readonly Variable[] {
  const [samples, outputs] = h.type.shape as readonly [number, number];
  if (size === 1) return [h];
  const groups = outputs / size;
  const split = b.reshape(h, [samples, groups, size]);
  return Array.from({ length: size }, (_, i) =>
    b.reshape(b.slice(split, [0, 0, i], [samples, groups, i + 1]), [samples, groups]),
  );
}

/** The log-density of a law as it stands, at outputs and samples of one shape. */
function logDensity(
  b: Builder,
  law: Family,
  outputs: readonly Variable[],
  sample: Readonly<Record<string, Variable>>,
): Variable {
  const { shape, dtype } = outputs[0]!.type;
  const meaning = meaningOfOutputs(b, law, outputs);
  const value = evaluateExpression(programField(b, dtype), law.logDensity, (name) => sample[name] ?? meaning(name));
  return b.broadcast(value, shape);
}

/** What the names in the log-density of a law mean in a program, but for its sample: outputs, constants and pi. */
export function meaningOfOutputs(b: Builder, law: Family, outputs: readonly Variable[]): (name: string) => Variable {
  const { dtype } = outputs[0]!.type;
  const field = programField(b, dtype);
  return (name) => {
    const constant = constantOf(law, name);
    if (constant !== undefined) return field.fromRational(constant);
    const place = law.coordinates.findIndex((coordinate) => coordinate.name === name);
    return place < 0 ? b.full({ dtype, shape: [] }, Math.PI) : outputs[place]!;
  };
}

function logIntegralOf(b: Builder, { logIntegral = 0 }: LawHead, outputs: readonly Variable[]): Variable | number {
  return typeof logIntegral === 'number' ? logIntegral : logIntegral(b, outputs);
}
