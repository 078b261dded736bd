import {
  type Expression,
  evaluateExpression,
  evaluator,
  laurentTerms,
  parseExpression,
  printClosedForm,
  printExpression,
  realNumbers,
} from '../calculus/index.ts';
import { DomainError, UnsupportedError } from '../errors.ts';
import type { Family, TypedFamily } from '../families/index.ts';
import { affineGroup } from './affine-group.ts';
import { type CutFamily, distanceText, recogniseCut } from './cut-density.ts';
import { declareStatistics } from './declared-statistics.ts';
import {
  confirmIntegral,
  confirmOnCutLine,
  finiteSum,
  integralAt,
  randomPoints,
  refuseNegative,
} from './density-check.ts';
import { type DensityInField, densityInField } from './density-field.ts';
import { exactModel } from './exact.ts';
import { type RecognisedCircle, recogniseVonMises } from './recognised-circle.ts';
import { type RecognisedIntegral, unlessRefused } from './recognised-integral.ts';
import { recogniseJointIntegral } from './recognised-joint.ts';
import { recognisePower } from './recognised-pivot.ts';
import { finiteExpectation, finiteLogDensities, hasFiniteSampleSpace } from './statistical-model.ts';
import { involves } from './sufficient-statistics.ts';

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
  const evaluate = evaluator(forms, realNumbers, meaning);
  for (const condition of integral.conditions) {
    const value = evaluate(condition);
    if (value > 0) continue;
    throw new DomainError(
      `the integral of the density diverges at ${point.text}: ${printClosedForm(forms, condition)} must be positive, and is ${value}`,
    );
  }
  confirmIntegral(typed, point, evaluate(integral.logIntegral));
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

function withStatistics(recognised: RecognisedDensity): RecognisedDensity {
  const declared = declareStatistics(recognised.family);
  if (declared === null) return recognised;
  const { family, statistics, remark } = declared;
  return { ...recognised, family, statistics, remarks: [remark, ...recognised.remarks] };
}

const longestText = 200;

function shortened(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText)}...`;
}

function digits(value: number): string {
  return String(Number(value.toPrecision(8)));
}
