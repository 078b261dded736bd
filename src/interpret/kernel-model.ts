import {
  integerContent,
  leadingCoefficient,
  type Polynomial,
  rational,
  rationalFunctionKey,
  termsOf,
} from '../algebra/index.ts';
import { type ClosedForm, closedFormToTex, evaluator, printClosedForm } from '../calculus/index.ts';
import type { Family } from '../families/index.ts';
import { amariChentsov, fisherMetric } from '../geometry/index.ts';
import type { Definition } from '../notation/index.ts';
import { type AffineGroup, affineGroup } from './affine-group.ts';
import { type Components, kept } from './components.ts';
import { type DensityInField, densityInField } from './density-field.ts';
import type { ExactModel } from './exact-field.ts';
import { reduction, type SampleSum } from './expectation-kernels.ts';
import type { ExpectationKernel } from './manifold.ts';
import type { RecognisedIntegral } from './recognised-integral.ts';
import { recogniseJointIntegral } from './recognised-joint.ts';
import { apart, involves, monomialForm, withoutZeros } from './sufficient-statistics.ts';

/** A family in closed form up to expectations that stay undetermined functions. */
export interface KernelModel extends ExactModel {
  /** The expectations that have been asked for so far, in order. */
  readonly kernels: readonly ExpectationKernel[];
  /** What was recognised, for people. */
  readonly remarks: readonly string[];
  /** No kernels are to be expected: the integral of the density is known with all its derivatives. */
  readonly recognised: boolean;
}

/** How the density is understood: what the kernels are expectations of. */
interface Setting extends DensityInField {
  readonly family: Family;
  readonly group: AffineGroup | null;
  /** A kernel for the expectation of a function of the sample, up to its sign and rational factor. */
  readonly kernel: (f: ClosedForm, label?: string) => ClosedForm;
}

/**
 * The family with its metric and Amari-Chentsov tensor in closed form up to expectations that no rule gives. For regular
 * families g_ij = -E[d_i d_j l] and T_ijk = d_i g_jk + d_j g_ik + d_k g_ij + 2 E[d_i d_j d_k l], which contain the fewest
 * functions of the sample; others go through E[score score]. Known moments, E[score] = 0 and an affine group are used up
 * first; then the kernels are the open functions of the sample or the open parts of the components, whichever are fewer.
 */
export function kernelModel(family: Family): KernelModel {
  const declared = [...family.coordinates, ...family.constants].map(({ name }) => name);
  const used = [...declared, ...family.sampleSpace.variables];
  const stem = ['E', 'K', 'M', 'Expectation'].find((letter) =>
    used.every((name) => !name.startsWith(letter)),
  ) as string;
  const standard = ['z', 't', 'w', 'standardised'].find((name) => !used.includes(name)) as string;
  const numbers = Array.from({ length: mostNumbers }, (_, k) => `${stem}${k + 1}`);
  const raw = densityInField(family, [...numbers, standard]);
  const { forms } = raw;
  const integral = recogniseJointIntegral(forms, raw.logDensity, family.sampleSpace);
  const group = integral === null ? affineGroup(family, raw) : null;
  const open = family.constants.filter(({ value }) => value === undefined).map(({ name }) => name);
  const logIntegral = (): ClosedForm => {
    if (integral !== null) return integral.logIntegral;
    if (group !== null) return family.normalised ? forms.zero : group.logScale;
    return family.normalised || family.constantIntegral === true
      ? forms.zero
      : forms.unknown('logZ', [...raw.coordinates, ...open].map(forms.symbol));
  };
  const density: DensityInField = { ...raw, logDensity: forms.subtract(raw.logDensity, logIntegral()) };
  const kernels: ExpectationKernel[] = [];
  if (integral === null && group === null && !family.normalised && family.constantIntegral !== true) {
    const total = isDiscrete(family.sampleSpace) ? 'sum' : 'integral';
    const text = `the logarithm of the ${total} of the density as it was given`;
    kernels.push({ name: 'logZ', arguments: [...raw.coordinates, ...open], text, tex: `\\text{${text}}` });
  }
  const shapes = raw.coordinates.filter((name) => group === null || !group.moving.includes(name));
  const names = [...shapes, ...open];
  const rename =
    group === null
      ? (f: ClosedForm): ClosedForm => f
      : evaluator(forms, forms, (name) => forms.symbol(name === raw.variables[0] ? standard : name));
  const known = new Map<string, ClosedForm>();
  const kernel = (f: ClosedForm, label?: string): ClosedForm => {
    const key = rationalFunctionKey(f);
    const found = known.get(key);
    if (found !== undefined) return found;
    const name = `${stem}${known.size + 1}`;
    const shown = rename(f);
    const text = printClosedForm(forms, shown);
    const long = text.length > longestText && label !== undefined;
    kernels.push({
      name,
      arguments: names,
      text: long ? `${label}, l the log-density` : `E[${text}]`,
      tex: long ? `\\text{${label}, l the log-density}` : `\\mathbb{E}\\left[${closedFormToTex(forms, shown)}\\right]`,
    });
    const value = names.length > 0 ? forms.unknown(name, names.map(forms.symbol)) : forms.symbol(name);
    known.set(key, value);
    return value;
  };
  const setting: Setting = { ...density, family, group, kernel };
  const expectation = group === null ? byReduction(setting, integral) : byGroup(setting, group);
  return {
    family,
    field: forms,
    expectation: (integrand) => expectation([integrand(density.logDensity)], () => undefined)[0],
    known: tensors(setting, expectation),
    kernels,
    recognised: integral !== null,
    remarks: remarksOn(setting, integral?.name, standard),
  };
}

function isDiscrete(space: Family['sampleSpace']): boolean {
  return space.kind === 'product'
    ? space.factors.every(isDiscrete)
    : ['finite', 'counts', 'integers'].includes(space.kind);
}

/** Kernels that are numbers are symbols, which a field must know beforehand. */
const mostNumbers = 60;
const longestText = 160;

function remarksOn({ forms, group, variables }: Setting, integral: string | undefined, standard: string): string[] {
  if (integral !== undefined) return [`its integral is recognised: ${integral}`];
  if (group === null) return [];
  const { location, scale } = group;
  const scaled = scale === null ? standard : `${printFactor(printClosedForm(forms, scale))} * ${standard}`;
  const image = location === null ? scaled : `${printClosedForm(forms, location)} + ${scaled}`;
  return [`${variables[0]} = ${image}, where the distribution of ${standard} is free of ${group.moving.join(', ')}`];
}

function printFactor(text: string): string {
  return /[+\- ]/.test(text) ? `(${text})` : text;
}

/** Expectations of several functions together, so that they share kernels; labels say what the functions are. */
type Expectations = (functions: readonly ClosedForm[], label: (place: number) => string | undefined) => ClosedForm[];

function tensors(setting: Setting, expectation: Expectations) {
  const { forms, logDensity, family, coordinates } = setting;
  const range = coordinates.map((_, index) => index);
  const score = range.map((i) => forms.partial(logDensity, i));
  const regular = family.nonRegular === undefined;
  const pairs = range.flatMap((i) => range.filter((j) => j >= i).map((j) => [i, j] as const));
  const product = (places: readonly number[]): ClosedForm => places.map((i) => score[i]).reduce(forms.multiply);
  const labelled = (places: readonly number[]): string =>
    regular
      ? `E[-d_${places.map((i) => coordinates[i]).join(' d_')} l]`
      : `E[${places.map((i) => `d_${coordinates[i]} l`).join(' * ')}]`;
  let metric: readonly ClosedForm[] | undefined;
  const metricAt = (i: number, j: number): ClosedForm => {
    metric ??= expectation(
      pairs.map(([k, l]) => (regular ? forms.negate(forms.partial(score[k], l)) : product([k, l]))),
      (place) => labelled(pairs[place]),
    );
    return metric[pairs.findIndex(([k, l]) => (k === i && l === j) || (k === j && l === i))];
  };
  const third = (places: readonly number[]): ClosedForm => {
    const [i, j, k] = places;
    if (!regular) return expectation([product(places)], () => labelled(places))[0];
    const derivative = forms.partial(forms.partial(score[i], j), k);
    const [mean] = expectation([derivative], () => labelled(places));
    return forms.sum([
      forms.partial(metricAt(j, k), i),
      forms.partial(metricAt(i, k), j),
      forms.partial(metricAt(i, j), k),
      forms.multiply(forms.fromInteger(2), mean),
    ]);
  };
  return (definition: Definition): Components<ClosedForm> | undefined => {
    if (definition === fisherMetric) return kept(forms, 2, definition.symmetries, ([i, j]) => metricAt(i, j));
    return definition === amariChentsov ? kept(forms, 3, definition.symmetries, third) : undefined;
  };
}

function byReduction(setting: Setting, integral: RecognisedIntegral | null): Expectations {
  const { forms, kernel, family } = setting;
  const { reduce } = reduction(setting, family.nonRegular === undefined ? integral : null);
  return (functions, label) => {
    const reduced = functions.map(reduce);
    const basics = new Map(reduced.flatMap(({ open }) => [...open].map(([key, { basic }]) => [key, basic] as const)));
    const rows = independentRows(
      setting,
      reduced.map(({ open }) => open),
      [...basics.keys()],
    );
    const short = [...basics.values()].every((basic) => printClosedForm(forms, basic).length <= longestText);
    if (rows.chosen.length >= basics.size && short) {
      return reduced.map(({ exact, open }) =>
        forms.sum([
          exact,
          ...[...open.values()].map(({ basic, coefficient }) => forms.multiply(coefficient, kernel(basic))),
        ]),
      );
    }
    const values = rows.chosen.map((row) => {
      const terms = [...reduced[row].open.values()].map(({ basic, coefficient }) => forms.multiply(coefficient, basic));
      return kernel(forms.sum(terms), label(row));
    });
    return reduced.map(({ exact }, row) =>
      forms.add(exact, forms.sum(rows.combinations[row].map((factor, k) => forms.multiply(factor, values[k])))),
    );
  };
}

/** Rows of which all are combinations, and how. */
function independentRows({ forms }: Setting, rows: readonly SampleSum[], keys: readonly string[]) {
  const chosen: number[] = [];
  const reduced: { readonly vector: ClosedForm[]; readonly pivot: number; readonly from: ClosedForm[] }[] = [];
  const combinations = rows.map((row, number) => {
    let vector = keys.map((key) => row.get(key)?.coefficient ?? forms.zero);
    let factors: ClosedForm[] = [];
    for (const { vector: other, pivot, from } of reduced) {
      const factor = vector[pivot];
      if (forms.isZero(factor)) continue;
      vector = vector.map((e, k) => forms.subtract(e, forms.multiply(factor, other[k])));
      factors = Array.from({ length: Math.max(factors.length, from.length) }, (_, k) =>
        forms.add(factors[k] ?? forms.zero, forms.multiply(factor, from[k] ?? forms.zero)),
      );
    }
    const pivot = vector.findIndex((e) => !forms.isZero(e));
    if (pivot < 0) return factors;
    const lead = vector[pivot];
    const own = chosen.push(number) - 1;
    const before = Array.from({ length: own }, (_, k) => forms.negate(factors[k] ?? forms.zero));
    reduced.push({
      pivot,
      vector: vector.map((e) => forms.divide(e, lead)),
      from: [...before, forms.one].map((e) => forms.divide(e, lead)),
    });
    return [...Array.from({ length: own }, () => forms.zero), forms.one];
  });
  return { chosen, combinations };
}

/** Expectations over z: functions of the sample in z, taken apart by what they contain of the coordinates. */
function byGroup(setting: Setting, group: AffineGroup): Expectations {
  const { forms, variables, logDensity, kernel } = setting;
  const [variable] = variables;
  const reflect = evaluator(forms, forms, (name) =>
    name === variable ? forms.negate(forms.symbol(name)) : forms.symbol(name),
  );
  const base = group.inStandard(logDensity);
  const even = setting.family.sampleSpace.kind === 'line' && forms.equals(reflect(base), base);
  const mean = (h: ClosedForm): ClosedForm => {
    if (!involves(forms, h, variables)) return h;
    if (even && forms.equals(reflect(h), forms.negate(h))) return forms.zero;
    const content = signedContent(setting, h);
    return forms.multiply(content, kernel(forms.divide(h, content)));
  };
  return (functions) =>
    functions.map((f) =>
      forms.sum(
        partsByCoordinates({ ...setting, coordinates: group.moving }, group.inStandard(f)).map(({ factor, h }) =>
          forms.multiply(factor, mean(h)),
        ),
      ),
    );
}

function signedContent({ forms }: Setting, h: ClosedForm): ClosedForm {
  const size = forms.divide(
    forms.fromInteger(integerContent(h.numerator)),
    forms.fromInteger(integerContent(h.denominator)),
  );
  return leadingCoefficient(h.numerator) < 0 ? forms.negate(size) : size;
}

/** f(z, theta) as a sum of monomials in kernels of theta times functions of z; whole where the denominator mixes them. */
function partsByCoordinates({ forms, coordinates, variables }: Setting, f: ClosedForm) {
  const polynomial = (p: Polynomial): ClosedForm => ({ numerator: p, denominator: forms.one.numerator });
  const groups = new Map<string, { factor: ClosedForm; terms: ClosedForm[] }>();
  const depends = (index: number): boolean => involves(forms, forms.generator(index), coordinates);
  for (const { coefficient, monomial } of termsOf(f.numerator)) {
    const exponents = Array.from(monomial.exponents);
    const outer = exponents.map((exponent, index) => (depends(index) ? exponent : 0));
    const inner = exponents.map((exponent, index) => (depends(index) ? 0 : exponent));
    const key = withoutZeros(outer).join();
    const group = groups.get(key) ?? { factor: monomialForm(forms, outer), terms: [] };
    groups.set(key, group);
    group.terms.push(forms.multiply(forms.fromInteger(coefficient), monomialForm(forms, inner)));
  }
  // The denominator is a product of one of coordinates and one of z, wherever a group carries the family along.
  const below = polynomial(f.denominator);
  const [outer, rest] = apart(forms, below, (index) => depends(index));
  const somewhere = (name: string): ClosedForm =>
    variables.includes(name) ? forms.fromRational(rational(22, 7)) : forms.symbol(name);
  const mixed = involves(forms, rest, coordinates) && involves(forms, rest, variables);
  const factor = mixed ? evaluator(forms, forms, somewhere)(rest) : forms.one;
  const alone = !mixed && involves(forms, rest, coordinates);
  const ofCoordinates = forms.multiply(outer, alone ? rest : factor);
  const ofSample = forms.divide(below, ofCoordinates);
  if (involves(forms, ofSample, coordinates)) return [{ factor: forms.one, h: f }];
  return [...groups.values()].map(({ factor, terms }) => ({
    factor: forms.divide(factor, ofCoordinates),
    h: forms.divide(forms.sum(terms), ofSample),
  }));
}
