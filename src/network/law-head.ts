import { evaluateExpression } from '../calculus/index.ts';
import { InputError } from '../errors.ts';
import type { Coordinate, Family } from '../families/index.ts';
import { constantOf, programField } from '../interpret/index.ts';
import {
  type Builder,
  buildProgram,
  type Dtype,
  type Program,
  type Shape,
  tensorType,
  type Variable,
} from '../program/index.ts';
import type { Head } from './head.ts';
import type { RandomSource } from './random.ts';

/** The names z1, ..., z<size> of the outputs in a group, which are the coordinates of a head's law: any reals. */
export function outputCoordinates(size: number): readonly Coordinate[] {
  return Array.from({ length: size }, (_, i) => ({ name: `z${i + 1}`, domain: 'real' as const }));
}

/** What makes a head of a regular exponential family. */
export interface LawHead {
  /** The family of one variable in coordinates z1, z2, ...: any reals, no two of them redundant. */
  readonly law: Family;
  readonly description: string;
  /** A draw of one variable, given the outputs of its group. */
  readonly draw: (z: readonly number[], random: RandomSource) => number;
  /** A flat isometric embedding, where one is known; see {@link Head}. */
  readonly embedding?: Head['embedding'];
}

/**
 * A head whose likelihood, metric and cumulants all come from the log-density of its law: nothing about the family is
 * stated twice.
 *
 * @throws InputError unless the law is a full exponential family of one variable without open constants.
 */
export function lawHead({ law, description, draw, embedding }: LawHead): Head {
  const { name, coordinates, sampleSpace, statistics, constants } = law;
  const open = constants.filter(({ value }) => value === undefined).map((constant) => constant.name);
  if (statistics?.length !== coordinates.length || open.length > 0) {
    const problem =
      open.length > 0 ? `without a value for ${open.join(', ')}` : `with ${statistics?.length ?? 0} statistics`;
    throw new InputError(
      `A head needs a full exponential family, as many statistics as coordinates and all constants given; ${name} came ` +
        `in ${coordinates.length} coordinates ${problem}.`,
    );
  }
  const group = coordinates.length;
  return {
    family: name,
    description,
    group,
    targets: 'one',
    law: () => law,
    ...(embedding ? { embedding } : {}),
    negativeLogLikelihood: (b, h, y) => {
      const [samples, variables] = y.type.shape as readonly [number, number];
      const outputs = groupColumns(b, h, group).map((column, i) => [coordinates[i]!.name, column] as const);
      const [x, complement] = sampleSpace.variables;
      const target = { [x!]: y, ...(complement ? { [complement]: b.subtract(1, y) } : {}) };
      const program = likelihoodProgram(law, [samples, variables], y.type.dtype);
      const { log } = b.inline(program, { ...Object.fromEntries(outputs), ...target });
      return b.negate(b.reduceSum(log!, [1]));
    },
    sample: (h, random) => {
      const groupOf = (i: number): number[] => Array.from({ length: group }, (_, j) => h[i * group + j]!);
      return Float64Array.from({ length: h.length / group }, (_, i) => draw(groupOf(i), random));
    },
  };
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

/** The log-density as a program of outputs and sample. */
function likelihoodProgram(law: Family, shape: Shape, dtype: Dtype): Program {
  const names = [...law.coordinates.map((coordinate) => coordinate.name), ...law.sampleSpace.variables];
  const types = Object.fromEntries(names.map((name) => [name, tensorType(dtype, shape)]));
  return buildProgram(`log-density of ${law.name}`, types, (b, variables) => {
    const field = programField(b, dtype);
    const meaning = (name: string): Variable => {
      const constant = constantOf(law, name);
      if (constant !== undefined) return field.fromRational(constant);
      return name === 'pi' ? b.full({ dtype, shape: [] }, Math.PI) : variables[name]!;
    };
    return { log: b.broadcast(evaluateExpression(field, law.logDensity, meaning), shape) };
  });
}
