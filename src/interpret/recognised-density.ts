import { rational } from '../algebra/index.ts';
import {
  type Expression,
  evaluateExpression,
  laurentTerms,
  parseExpression,
  printClosedForm,
  printExpression,
  realNumbers,
} from '../calculus/index.ts';
import { DomainError, InputError, UnsupportedError } from '../errors.ts';
import type { Family, TypedFamily } from '../families/index.ts';
import { affineGroup } from './affine-group.ts';
import { type CutFamily, distanceText, recogniseCut } from './cut-density.ts';
import { type DensityInField, densityInField } from './density-field.ts';
import { exactModel } from './exact.ts';
import { densityIntegral, shownPoint } from './numeric/density-at.ts';
import { logDensityAt } from './numeric/line-points.ts';
import { samplePoints } from './numeric/sample-points.ts';
import { fractions, valueIn } from './random-declared.ts';
import { type RecognisedCircle, recogniseVonMises } from './recognised-circle.ts';
import { type RecognisedIntegral, unlessRefused } from './recognised-integral.ts';
import { recogniseJointIntegral } from './recognised-joint.ts';
import { recognisePower } from './recognised-pivot.ts';
import { finiteExpectation, finiteLogDensities, hasFiniteSampleSpace } from './statistical-model.ts';
import { exponentialStructure, involves } from './sufficient-statistics.ts';

/** How it is known that a density integrates to one, or by what it is divided. */
export type Normalisation =
  /** The integral is one in closed form. */
  | { readonly kind: 'exact' }
  /** The integral is one at random points, within the error of quadrature or summation. */
  | { readonly kind: 'numeric'; readonly points: number }
  /** The density is divided by its integral, which is known in closed form, or else is a finite sum. */
  | { readonly kind: 'divided'; readonly integral: string }
  /** The density is divided by its integral, which is a number that does not depend on the parameters, by random points. */
  | { readonly kind: 'constant'; readonly integral: number; readonly points: number }
  /** The density is divided by its integral, which is known at a point by quadrature or summation only. */
  | { readonly kind: 'open'; readonly examples: readonly { readonly at: string; readonly integral: number }[] };

/** A typed density as a family whose expectations can be taken, and what was recognised about it. */
export interface RecognisedDensity {
  readonly family: Family;
  readonly normalisation: Normalisation;
  /** Minimal sufficient statistics as text, where the score is a linear combination of functions of the sample. */
  readonly statistics?: readonly string[];
  /** Sentences for people, one for each thing recognised. */
  readonly remarks: readonly string[];
}

/** Random points at which the integral is taken where no closed form of it is known; where one is, it is confirmed at one. */
const points = 3;

/**
 * Recognises a typed density: its integral (a standard integral, a finite sum, or by numbers at random points), and the
 * structure of an exponential family, which makes its geometry exact. A density that is not normalised is divided by its
 * integral. Throws {@link DomainError} where the integral diverges or the density is negative, {@link UnsupportedError}
 * where nothing can take its integral.
 */
export function recogniseDensity(typed: TypedFamily): RecognisedDensity {
  const { family } = typed;
  if (isCut(family)) return onCutLine(typed, family);
  return hasFiniteSampleSpace(family) ? onFiniteSpace(typed) : onInfiniteSpace(typed);
}

function isCut(family: Family): family is CutFamily {
  return family.sampleSpace.kind === 'cut-line';
}

function onCutLine(typed: TypedFamily, given: CutFamily): RecognisedDensity {
  const [point] = randomPoints(typed, 1);
  const { family, integral, conditions } = recogniseCut(given);
  for (const condition of conditions) {
    const value = evaluateExpression(realNumbers, condition, point.value);
    if (value > 0) continue;
    throw new DomainError(
      `the integral of the density diverges at ${point.text}: ${printExpression(condition)} must be positive, and is ${value}`,
    );
  }
  confirmOnCutLine(typed, family as CutFamily, point);
  const pivot = `recognised: ${distanceText(given)} is a power of a gamma variable on either side of ${printExpression(given.sampleSpace.cut)}`;
  if (integral === undefined) {
    return { family, normalisation: { kind: 'exact' }, remarks: [pivot, 'normalised: its integral is recognised'] };
  }
  const remarks = [pivot, `not normalised: divided by its integral ${shortened(integral)}`];
  return { family, normalisation: { kind: 'divided', integral: shortened(integral) }, remarks };
}

/** The recognised density integrates to one at a random point, by quadrature on both sides, and is not negative there. */
function confirmOnCutLine(typed: TypedFamily, family: CutFamily, point: RandomPoint): void {
  const names = [...family.coordinates, ...family.constants].map(({ name }) => name);
  const values = Object.fromEntries(names.map((name) => [name, approximately(point.value(name))]));
  const { fine } = samplePoints(family, values);
  const [variable, sign] = family.sampleSpace.variables;
  const cut = evaluateExpression(realNumbers, family.sampleSpace.cut, point.value);
  const meaning = (k: number) => (name: string) =>
    name === variable ? cut + fine.variables[variable][k] : name === sign ? fine.variables[sign][k] : undefined;
  let total = 0;
  fine.weights.forEach((weight, k) => {
    refuseNegative(typed, point, meaning(k), () => `${variable} = ${meaning(k)(variable)}`);
    total += weight * Math.exp(logDensityAt({ family, point: values }, meaning(k)));
  });
  if (!(Math.abs(total - 1) < 1e-5))
    throw new DomainError(
      `the density, divided by its recognised integral, has the integral ${total} at ${point.text}`,
    );
}

function onFiniteSpace(typed: TypedFamily): RecognisedDensity {
  const family = typed.family as Family & { readonly sampleSpace: { readonly kind: 'finite' } };
  const { states, variables } = family.sampleSpace;
  for (const point of randomPoints(typed, points)) {
    states.forEach((state) => {
      const values = new Map(variables.map((name, k) => [name, realNumbers.fromRational(state[k])]));
      refuseNegative(
        typed,
        point,
        (name) => values.get(name),
        () => `${variables.map((name) => `${name} = ${values.get(name)}`).join(', ')}`,
      );
    });
  }
  const total = unlessRefused(() => {
    const { field } = exactModel({ ...family, normalised: true });
    const meaning = (name: string) => {
      const value = family.constants.find((constant) => constant.name === name)?.value;
      return value === undefined ? field.symbol(name) : field.fromRational(value);
    };
    const expectation = finiteExpectation(field, finiteLogDensities(field, { ...family, normalised: true }, meaning));
    const sum = expectation(() => field.one);
    return { field, sum };
  });
  const outcomes = `a finite sample space of ${states.length} outcomes: expectations are sums`;
  if (total?.field.equals(total.sum, total.field.one)) {
    return {
      family,
      normalisation: { kind: 'exact' },
      remarks: [outcomes, 'normalised: the sum over the outcomes is one'],
    };
  }
  const numeric = randomPoints(typed, points).map((point) => finiteSum(typed, point));
  if (numeric.every((sum) => Math.abs(sum - 1) < 1e-9)) {
    const remark = `normalised: the sum over the outcomes is one at ${points} random points`;
    return { family, normalisation: { kind: 'numeric', points }, remarks: [outcomes, remark] };
  }
  const integral = total === null ? 'the sum over the outcomes' : shortened(printClosedForm(total.field, total.sum));
  return {
    family: { ...family, normalised: false },
    normalisation: { kind: 'divided', integral },
    remarks: [outcomes, `not normalised: divided by its sum, ${integral}`],
  };
}

function finiteSum({ family }: TypedFamily, point: RandomPoint): number {
  const space = family.sampleSpace;
  if (space.kind !== 'finite') return Number.NaN;
  return space.states.reduce((sum, state) => {
    const value = (name: string): number => {
      const variable = space.variables.indexOf(name);
      return variable < 0 ? point.value(name) : realNumbers.fromRational(state[variable]);
    };
    return (
      sum +
      Math.exp(evaluateExpression({ ...realNumbers, log: (a) => Math.log(Math.abs(a)) }, family.logDensity, value))
    );
  }, 0);
}

function onInfiniteSpace(typed: TypedFamily): RecognisedDensity {
  const { family } = typed;
  const density = densityInField(family);
  const integral = recogniseJointIntegral(density.forms, density.logDensity, family.sampleSpace);
  if (integral !== null) return withStatistics(inClosedForm(typed, density, integral));
  const power = recognisePower(family, density);
  if (power !== null) {
    return withStatistics(inClosedForm({ ...typed, family: power.family }, density, power.integral));
  }
  const circle = recogniseVonMises(family, density);
  if (circle !== null) return onCircle(typed, density, circle);
  const asTyped = numerically(typed, density);
  const factor = asTyped.normalisation.kind === 'open' ? freeTerm(density) : null;
  if (factor === null) return withStatistics(asTyped);
  // A factor of the density that is free of the sample only complicates its integral.
  const logDensity: Expression = { kind: 'add', terms: [family.logDensity, { kind: 'negate', of: factor }] };
  const reduced = { ...typed, family: { ...family, logDensity } };
  return withStatistics(numerically(reduced, densityInField(reduced.family)));
}

/** Over unit vectors, where the statistics are the components; over angles where these are more than the coordinates. */
function onCircle(
  typed: TypedFamily,
  density: DensityInField,
  { integral, onVectors, components }: RecognisedCircle,
): RecognisedDensity {
  const divided = inClosedForm(typed, density, integral);
  const { family, statistics, remarks } = withStatistics({ ...divided, family: onVectors });
  const [variable] = density.variables;
  const shown = (text: string): string =>
    components.reduce(
      (t, name, k) => t.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), `${['cos', 'sin'][k]}(${variable})`),
      text,
    );
  return {
    ...divided,
    family: family.statistics === undefined ? divided.family : family,
    ...(statistics === undefined ? {} : { statistics: statistics.map(shown) }),
    remarks: remarks.map(shown),
  };
}

/** The part of the log-density that is free of the sample, if it depends on the coordinates. */
function freeTerm({ forms, coordinates, variables, logDensity }: DensityInField): Expression | null {
  const terms = unlessRefused(() => laurentTerms(forms, logDensity, variables)) ?? [];
  const free = terms.find(({ exponents }) => exponents.length === 0)?.coefficient;
  if (free === undefined || !involves(forms, free, coordinates)) return null;
  return parseExpression(printClosedForm(forms, free));
}

function inClosedForm(typed: TypedFamily, density: DensityInField, integral: RecognisedIntegral): RecognisedDensity {
  const { family } = typed;
  const { forms } = density;
  const [point] = randomPoints(typed, 1);
  const meaning = (name: string): number => point.value(name);
  for (const condition of integral.conditions) {
    const text = printClosedForm(forms, condition);
    const value = evaluateExpression(realNumbers, parseExpression(text), meaning);
    if (value <= 0)
      throw new DomainError(
        `the integral of the density diverges at ${point.text}: ${text} must be positive, and is ${value}`,
      );
  }
  confirm(typed, point);
  if (forms.isZero(integral.logIntegral)) {
    const remarks = [`normalised: its integral is recognised (${integral.name})`];
    return { family, normalisation: { kind: 'exact' }, remarks };
  }
  const log = parseExpression(printClosedForm(forms, integral.logIntegral));
  const value = shortened(
    unlessRefused(() => printClosedForm(forms, forms.exp(integral.logIntegral))) ??
      `exp(${printClosedForm(forms, integral.logIntegral)})`,
  );
  return {
    family: { ...family, logDensity: { kind: 'add', terms: [family.logDensity, { kind: 'negate', of: log }] } },
    normalisation: { kind: 'divided', integral: value },
    remarks: [`not normalised: divided by its integral ${value} (${integral.name})`],
  };
}

/** Sample points at which the sign of a density is looked at where rules for its integral do not reach. */
const lookedAt = 20;

/** Refuses a density that is negative, and confirms that its integral is finite where rules reach: over two variables. */
function confirm(typed: TypedFamily, point: RandomPoint): void {
  const { sampleSpace } = typed.family;
  const factors = sampleSpace.kind === 'product' ? sampleSpace.factors : [sampleSpace];
  if (factors.filter(({ kind }) => kind !== 'finite').length <= 2) {
    integralAt(typed, point);
    return;
  }
  const fraction = fractions(20);
  for (let k = 0; k < lookedAt; k++) {
    const sample = new Map(typed.variables.map(({ name, domain }) => [name, valueIn(domain, fraction)]));
    const shown = (): string => [...sample].map(([name, value]) => `${name} = ${value}`).join(', ');
    refuseNegative(typed, point, (name) => sample.get(name), shown);
  }
}

/** Constants whose log stays below this are one: the error of the rules is smaller. */
const unity = 1e-8;

function numerically(typed: TypedFamily, density: DensityInField): RecognisedDensity {
  const { family } = typed;
  const integrals = randomPoints(typed, points).map((point) => ({ at: point.text, ...integralAt(typed, point) }));
  const tolerance = Math.max(unity, ...integrals.map(({ doubt }) => 10 * doubt));
  const remark = affineRemark(family, density);
  if (integrals.every(({ log }) => Math.abs(log) < tolerance)) {
    const remarks = [...remark, `normalised: its integral is one at ${points} random points, numerically`];
    return { family, normalisation: { kind: 'numeric', points }, remarks };
  }
  const [first] = integrals;
  if (integrals.every(({ log }) => Math.abs(log - first.log) < tolerance)) {
    const integral = Math.exp(first.log);
    return {
      family: { ...family, normalised: false, constantIntegral: true },
      normalisation: { kind: 'constant', integral, points },
      remarks: [
        ...remark,
        `not normalised: divided by its integral ${digits(integral)}, the same at ${points} random points`,
      ],
    };
  }
  const examples = integrals.map(({ at, log }) => ({ at, integral: Math.exp(log) }));
  const shown = examples.map(({ at, integral }) => `${digits(integral)} at ${at}`).join('; ');
  return {
    family: { ...family, normalised: false },
    normalisation: { kind: 'open', examples },
    remarks: [
      ...remark,
      `not normalised: divided by its integral, a function of the parameters without closed form here (${shown})`,
    ],
  };
}

function affineRemark(family: Family, density: DensityInField): string[] {
  const group = affineGroup(family, density);
  if (group === null) return [];
  const shapes = density.coordinates.filter((name) => !group.moving.includes(name));
  return [`recognised: a location-scale family${shapes.length === 0 ? '' : ` with shape ${shapes.join(', ')}`}`];
}

function integralAt(typed: TypedFamily, point: RandomPoint): { readonly log: number; readonly doubt: number } {
  const { family } = typed;
  const fixed: Family = {
    ...family,
    constants: family.constants.map((constant) =>
      constant.value === undefined ? { ...constant, value: approximately(point.value(constant.name)) } : constant,
    ),
  };
  try {
    const { log, doubt, rule } = densityIntegral(
      fixed,
      family.coordinates.map(({ name }) => point.value(name)),
    );
    for (const { point: sample } of rule) {
      if (sample.some(({ from }) => from !== 'origin')) continue;
      refuseNegative(
        typed,
        point,
        (name) => {
          const variable = family.sampleSpace.variables.indexOf(name);
          return variable < 0 ? undefined : sample[variable].gap;
        },
        () => shownPoint(family, sample),
      );
    }
    return { log, doubt };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new DomainError(`at ${point.text}: ${error.message}`, { cause: error });
  }
}

function refuseNegative(
  { density }: TypedFamily,
  point: RandomPoint,
  sample: (name: string) => number | undefined,
  shown: () => string,
): void {
  if (density === undefined) return;
  const value = unlessRefused(() =>
    evaluateExpression(realNumbers, density, (name) => sample(name) ?? point.value(name)),
  );
  if (value !== null && value < 0)
    throw new DomainError(`the density is negative: ${value.toPrecision(3)} at ${shown()}, ${point.text}`);
}

/** A point of the domain, constants without a value included. */
interface RandomPoint {
  readonly value: (name: string) => number;
  readonly text: string;
}

function randomPoints({ family, parameters, constants }: TypedFamily, count: number): RandomPoint[] {
  const fraction = fractions(20);
  return Array.from({ length: count }, () => {
    const drawn = [...parameters, ...constants].map(
      ({ name, domain, value }) =>
        [
          name,
          value === undefined ? Number(valueIn(domain, fraction).toPrecision(3)) : realNumbers.fromRational(value),
        ] as const,
    );
    const values = new Map(drawn);
    return {
      value: (name: string): number => {
        const value = values.get(name) ?? (name === 'pi' ? Math.PI : undefined);
        if (value !== undefined) return value;
        throw new InputError(`the name ${name} has no value`);
      },
      text: drawn.map(([name, value]) => `${name} = ${value}`).join(', ') || family.name,
    };
  });
}

function approximately(value: number) {
  return rational(Math.round(value * 2 ** 20), 2 ** 20);
}

/** The family with its statistics declared, where they are as many as the coordinates and their means determined. */
function withStatistics(recognised: RecognisedDensity): RecognisedDensity {
  const { family } = recognised;
  const density = densityInField(family);
  const structure = exponentialStructure(density);
  if (structure === null || structure.statistics.length === 0) return recognised;
  const texts = structure.statistics.map((statistic) => printClosedForm(density.forms, statistic));
  const list = texts.join(', ');
  const full = texts.length === family.coordinates.length && family.normalised;
  const kind = texts.length > family.coordinates.length ? 'a curved exponential family' : 'an exponential family';
  const remarks = [`recognised: ${kind} with sufficient statistics ${list}`, ...recognised.remarks];
  const declared = full
    ? unlessRefused(() =>
        confirmed(
          family,
          texts.map((text) => parseExpression(text)),
        ),
      )
    : null;
  return { ...recognised, family: declared ?? family, statistics: texts, remarks };
}

/** Throws where the means of the statistics do not follow. */
function confirmed(family: Family, statistics: readonly Expression[]): Family {
  const declared = { ...family, statistics };
  const model = exactModel(declared);
  if (model.known === undefined) throw new UnsupportedError(`${printExpression(statistics[0])} has no mean`);
  return declared;
}

const longestText = 200;

function shortened(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText)}...`;
}

function digits(value: number): string {
  return String(Number(value.toPrecision(8)));
}
