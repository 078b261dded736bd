import { type Expression, substitute } from '../calculus/index.ts';
import type { Family, SampleSpace } from './family.ts';
import type { Pivot } from './pivot.ts';
import { symbol } from './symmetric-matrix.ts';

/** The same family with other names of coordinates, constants, sample variables and pivot; the others stay. */
export function renameFamily(family: Family, names: ReadonlyMap<string, string>): Family {
  const rename = (name: string): string => names.get(name) ?? name;
  const replacements = new Map([...names].map(([from, to]) => [from, symbol(to)]));
  const renamed = substituteInFamily(family, (e) => substitute(e, replacements));
  const { pivot, interior } = renamed;
  return {
    ...renamed,
    coordinates: family.coordinates.map((coordinate) => ({ ...coordinate, name: rename(coordinate.name) })),
    constants: family.constants.map((constant) => ({ ...constant, name: rename(constant.name) })),
    sampleSpace: withVariables(renamed.sampleSpace, rename),
    ...(pivot === undefined
      ? {}
      : {
          pivot: renamedPivot(
            pivot,
            family.constants.map((constant) => constant.name),
            names,
          ),
        }),
    ...(interior === undefined
      ? {}
      : { interior: Object.fromEntries(Object.entries(interior).map(([name, value]) => [rename(name), value])) }),
    ...(family.factors === undefined ? {} : { factors: family.factors.map((factor) => renameFamily(factor, names)) }),
  };
}

/** The family with every expression in it replaced. */
export function substituteInFamily(family: Family, replace: (e: Expression) => Expression): Family {
  const { pivot, gaussian, statistics, factors } = family;
  return {
    ...family,
    conditions: family.conditions.map(replace),
    logDensity: replace(family.logDensity),
    sampleSpace: substituteInSpace(family.sampleSpace, replace),
    ...(statistics === undefined ? {} : { statistics: statistics.map(replace) }),
    ...(factors === undefined ? {} : { factors: factors.map((factor) => substituteInFamily(factor, replace)) }),
    ...(gaussian === undefined
      ? {}
      : {
          gaussian: {
            mean: gaussian.mean.map(replace),
            covariance: gaussian.covariance.map((row) => row.map(replace)),
          },
        }),
    ...(pivot === undefined ? {} : { pivot: substituteInPivot(pivot, replace) }),
  };
}

function substituteInSpace(space: SampleSpace, replace: (e: Expression) => Expression): SampleSpace {
  switch (space.kind) {
    case 'interval':
      return { ...space, low: space.low && replace(space.low), high: space.high && replace(space.high) };
    case 'cut-line':
      return { ...space, cut: replace(space.cut) };
    case 'product':
      return { ...space, factors: space.factors.map((factor) => substituteInSpace(factor, replace)) };
    default:
      return space;
  }
}

/** The moment rule of a pivot is in exponents and constants, with names of its own: it stays. */
function substituteInPivot(pivot: Pivot, replace: (e: Expression) => Expression): Pivot {
  return {
    ...pivot,
    sample: Object.fromEntries(Object.entries(pivot.sample).map(([name, e]) => [name, replace(e)])),
    ...(pivot.probability === undefined ? {} : { probability: replace(pivot.probability) }),
  };
}

function renamedPivot(pivot: Pivot, constants: readonly string[], names: ReadonlyMap<string, string>): Pivot {
  const rename = (name: string): string => names.get(name) ?? name;
  const inRule = [...constants, pivot.variable, ...(pivot.sign === undefined ? [] : [pivot.sign])];
  const replacements = new Map(inRule.map((name) => [name, symbol(rename(name))]));
  const replace = (e: Expression): Expression => substitute(e, replacements);
  const { above, below, scale } = pivot.rule;
  return {
    variable: rename(pivot.variable),
    ...(pivot.sign === undefined ? {} : { sign: rename(pivot.sign) }),
    sample: Object.fromEntries(Object.entries(pivot.sample).map(([name, e]) => [rename(name), e])),
    ...(pivot.probability === undefined ? {} : { probability: pivot.probability }),
    factors: pivot.factors.map(({ base, exponent }) => ({ base: replace(base), exponent })),
    rule: {
      above: above.map(replace),
      below: below.map(replace),
      ...(scale === undefined ? {} : { scale: { base: replace(scale.base), exponent: replace(scale.exponent) } }),
    },
  };
}

function withVariables(space: SampleSpace, rename: (name: string) => string): SampleSpace {
  const variables = space.variables.map(rename);
  return space.kind === 'product'
    ? { ...space, variables, factors: space.factors.map((factor) => withVariables(factor, rename)) }
    : ({ ...space, variables } as SampleSpace);
}
