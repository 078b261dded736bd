/**
 * Networks as undetermined functions h1, h2, ... of the parameters a, b, c, d, in front of the heads of this package. All
 * expectations are derived from the log-density. Derivatives along the four parameters are in general position: where
 * indices agree, compose h with a map of fewer parameters.
 */
import { type Calculation, calculation, calculus, type Family, productFamily } from 'fisher-rao';
import { bernoulliHead, categoricalHead, normalHead, poissonHead } from 'fisher-rao/network';
import { range } from './lists.ts';

/** A family of labels in its natural parameters, with its sufficient statistics. */
export interface SymbolicHead {
  readonly name: string;
  readonly family: Family;
  /** Undetermined functions in its log-density. */
  readonly functions: readonly string[];
  readonly natural: readonly string[];
  readonly statistics: readonly string[];
}

/** Any exponential family with this many statistics t1(y), t2(y), ..., a base measure k(y) and a log-partition F. */
export function exponentialFamily(size: number): SymbolicHead {
  const places = range(size).map((place) => place + 1);
  const natural = places.map((place) => `z${place}`);
  const statistics = places.map((place) => `t${place}(y)`);
  const functions = [...places.map((place) => `t${place}`), 'k', 'F'];
  const parsed = (text: string) => calculus.parseWithFunctions(text, functions);
  return {
    name: 'exponential-family',
    family: {
      name: 'exponential family',
      summary: 'exponential family with undetermined statistics, base measure and log-partition',
      coordinates: natural.map((name) => ({ name, domain: 'real' })),
      constants: [],
      conditions: [],
      sampleSpace: { kind: 'line', variables: ['y'] },
      logDensity: parsed(
        `${sumOf(natural.map((name, place) => `${statistics[place]}*${name}`))} + log(k(y)) - ${logPartition(size)}`,
      ),
      normalised: true,
      statistics: statistics.map(parsed),
    },
    functions,
    natural,
    statistics,
  };
}

/** F(z1, ..., zn). */
export function logPartition(size: number): string {
  return `F(${range(size)
    .map((place) => `z${place + 1}`)
    .join(', ')})`;
}

/** Two independent outputs of a head with one output a variable. */
const twoOf = (name: string, law: Family): SymbolicHead => ({
  name,
  family: productFamily([law, law]),
  functions: [],
  natural: ['z1_1', 'z1_2'],
  statistics: ['x_1', 'x_2'],
});

export const symbolicHeads: readonly SymbolicHead[] = [
  twoOf('bernoulli', bernoulliHead().law(1)),
  {
    name: 'categorical',
    family: categoricalHead().law(3),
    functions: [],
    natural: ['z1', 'z2', 'z3'],
    statistics: ['e1', 'e2', 'e3'],
  },
  twoOf('normal', normalHead().law(1)),
  twoOf('poisson', poissonHead().law(1)),
];

const parameters = ['a', 'b', 'c', 'd'];
const centre = (place: number): string => `m${place + 1}`;

/** The output with this number as a function of the parameters. */
export const output = (place: number): string => `h${place + 1}(${parameters.join(', ')})`;

/** The derivative of an expression along these names. */
export const along = (text: string, ...names: readonly string[]): string =>
  names.reduce((inner, name) => `D(${inner}, ${name})`, text);

/** An expression in the natural parameters at the outputs of the network. */
export const atOutputs = ({ natural }: SymbolicHead, text: string): string =>
  natural.reduce((inner, name, place) => `at(${inner}, ${name}, ${output(place)})`, text);

/** The mean of a quantity of the labels over their law. The quantity may contain {@link deviation}. */
export const mean = ({ statistics }: SymbolicHead, text: string): string =>
  statistics.reduce((inner, statistic, place) => `at(${inner}, ${centre(place)}, E(${statistic}))`, `E(${text})`);

/** The statistic with this number less its mean. */
export const deviation = ({ statistics }: SymbolicHead, place: number): string =>
  `(${statistics[place]} - ${centre(place)})`;

/** The central moment of the statistics with these numbers. */
export const moment = (head: SymbolicHead, places: readonly number[]): string =>
  mean(head, places.map((place) => deviation(head, place)).join('*'));

/** The mean over the labels of a network of a quantity, in which l is the log-likelihood as a function of a, b, c, d. */
export const networkMean = (head: SymbolicHead, text: string): string => atOutputs(head, mean(head, text));

/** The numbers of the outputs of a head, and all tuples of them. */
export const tuples = ({ natural }: SymbolicHead, length: number): readonly (readonly number[])[] =>
  range(length).reduce<readonly (readonly number[])[]>(
    (shorter) => shorter.flatMap((tuple) => natural.map((_, place) => [...tuple, place])),
    [[]],
  );

/** A sum of expressions. */
export function sumOf(terms: readonly string[]): string {
  return terms.join(' + ');
}

/** The claim that all of these vanish. */
export function allVanish(differences: readonly string[]): string {
  return ['0', ...differences].join(' = ');
}

/** J^T I J along two parameters, I being the Fisher metric of the outputs. */
export const pulledBackMetric = (head: SymbolicHead, first: string, second: string): string =>
  sumOf(
    tuples(head, 2).map(
      ([p, q]) =>
        `${along(output(p), first)}*${along(output(q), second)}*${atOutputs(head, `metric(${head.natural[p]}, ${head.natural[q]})`)}`,
    ),
  );

/** One calculation for each head, with labels such as V-T4/poisson; l is the log-likelihood of the network. */
export function forEachHead(
  label: string,
  title: string,
  claim: (head: SymbolicHead) => string,
): readonly Calculation[] {
  return symbolicHeads.map((head) =>
    calculation({
      label: `${label}/${head.name}`,
      title: `${title}; ${head.family.name} labels, ${head.natural.length} outputs`,
      family: head.family,
      functions: head.natural.map((_, place) => `h${place + 1}`),
      symbols: Object.fromEntries(
        [...parameters, ...head.natural.map((_, place) => centre(place))].map((name) => [name, 'real'] as const),
      ),
      definitions: { l: atOutputs(head, 'logdensity') },
      claim: claim(head),
      expected: 'proved',
    }),
  );
}
