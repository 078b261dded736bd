import { inverseMatrix } from '../algebra/index.ts';
import { type ClosedForm, evaluator, realNumbers } from '../calculus/index.ts';
import type { Coordinate } from '../families/index.ts';
import type { ExactField, Manifold } from '../interpret/index.ts';
import { flatSpace } from './flat-space.ts';
import { halfSpace } from './half-space.ts';
import { arcLine, evenLine, exponentialLine, geometricLine, type Line, lineSpace, powerLine } from './line.ts';
import { type Block, type ModelSpace, productSpace } from './model-space.ts';
import { positiveDefiniteSpace, type SymmetricPlaces } from './positive-definite.ts';
import { isPositiveDefinite } from './quadratic.ts';
import { simplexSpace } from './simplex.ts';
import type { GeodesicSpace } from './space.ts';

/** What recognition asks of a metric in closed form. */
interface Question {
  readonly field: ExactField;
  readonly entry: (i: number, j: number) => ClosedForm;
  readonly coordinates: readonly Coordinate[];
  /** A point inside, at which constants are evaluated; coordinates positive in all points that matter may have roots. */
  readonly base: readonly number[];
  readonly positive: readonly boolean[];
  readonly value: (form: ClosedForm) => number;
}

/**
 * The product of model spaces that a metric is, where its closed form shows one: coordinates that fall apart into blocks,
 * each a line with a known arc length, flat, a simplex of probabilities, positive definite matrices, or hyperbolic.
 * `null` where a block is none of these. Every answer rests on identities that are decided in closed form; `points` only
 * give constants their values, and the first must lie inside.
 */
export function recognisedSpace(
  { field, geometry }: Manifold<ClosedForm> & { readonly field: ExactField },
  { coordinates, constant }: Pick<GeodesicSpace, 'coordinates' | 'constant'>,
  points: readonly (readonly number[])[],
): ModelSpace | null {
  const [base] = points;
  const names = coordinates.map(({ name }) => name);
  const question: Question = {
    field,
    entry: (i, j) => geometry.metric.at([i, j]),
    coordinates,
    base,
    positive: coordinates.map((_, i) => points.every((point) => point[i] > 0)),
    value: evaluator(field, realNumbers, (name) => (names.includes(name) ? base[names.indexOf(name)] : constant(name))),
  };
  const blocks: Block[] = [];
  for (const places of separateBlocks(question)) {
    const block = recognisedBlock(question, places);
    if (block === null) return null;
    blocks.push(block);
  }
  return productSpace(blocks);
}

/** The finest partition of the coordinates such that the metric is a sum of metrics, each on one part alone. */
function separateBlocks({ field, entry, coordinates }: Question): number[][] {
  const names = coordinates.map(({ name }) => name);
  const blockOf = names.map((_, i) => i);
  const join = (a: number, b: number): void => {
    const [from, to] = [blockOf[a], blockOf[b]];
    blockOf.forEach((block, i) => {
      if (block === from) blockOf[i] = to;
    });
  };
  for (let i = 0; i < names.length; i++) {
    for (let j = 0; j <= i; j++) {
      const form = entry(i, j);
      if (field.isZero(form)) continue;
      join(i, j);
      for (const name of field.symbolsOf(form)) if (names.includes(name)) join(i, names.indexOf(name));
    }
  }
  return [...new Set(blockOf)].map((block) => blockOf.flatMap((other, i) => (other === block ? [i] : [])));
}

function recognisedBlock(question: Question, places: readonly number[]): Block | null {
  const kinds = places.length === 1 ? [line] : [flat, simplex, positiveDefinite, hyperbolic];
  for (const recognise of kinds) {
    const block = recognise(question, places);
    if (block !== null) return block;
  }
  return null;
}

function dependsOnlyOn({ field, coordinates }: Question, form: ClosedForm, places: readonly number[]): boolean {
  const allowed = places.map((i) => coordinates[i].name);
  const names = coordinates.map(({ name }) => name);
  return field.symbolsOf(form).every((name) => !names.includes(name) || allowed.includes(name));
}

function isConstant(question: Question, form: ClosedForm): boolean {
  return dependsOnlyOn(question, form, []);
}

function logDerivative({ field }: Question, form: ClosedForm, place: number): ClosedForm {
  return field.divide(field.partial(form, place), form);
}

function line(question: Question, places: readonly number[]): Block | null {
  const [place] = places;
  const metric = question.entry(place, place);
  const amplitude = Math.sqrt(question.value(metric));
  if (!(amplitude > 0)) return null;
  const found = lineOf(question, place, logDerivative(question, metric, place), amplitude);
  return found === null ? null : { places, space: lineSpace(found) };
}

/** The line whose metric has the given logarithmic derivative, and its root the given value at the base point. */
function lineOf(question: Question, place: number, slope: ClosedForm, amplitude: number): Line | null {
  const { field, coordinates, base, positive, value } = question;
  const { name, domain } = coordinates[place];
  const x0 = base[place];
  if (field.isZero(slope)) return evenLine(amplitude);
  if (isConstant(question, slope)) {
    const rate = value(slope) / 2;
    return exponentialLine(amplitude / Math.exp(rate * x0), rate);
  }
  const x = field.symbol(name);
  const power = field.multiply(slope, x);
  if (isConstant(question, power)) {
    const half = value(power) / 2;
    return positive[place] ? powerLine(amplitude / x0 ** half, half) : null;
  }
  if (domain !== 'unit') return null;
  // The logarithmic derivative of x^a (1 - x)^b is a/x - b/(1 - x).
  const rest = field.subtract(field.one, x);
  const of = (a: number, b: number): ClosedForm =>
    field.subtract(field.divide(field.fromInteger(a), x), field.divide(field.fromInteger(b), rest));
  if (field.equals(slope, of(-1, -1))) return arcLine(amplitude * Math.sqrt(x0 * (1 - x0)));
  if (field.equals(slope, of(-2, -1))) return geometricLine(amplitude * x0 * Math.sqrt(1 - x0));
  return null;
}

function flat(question: Question, places: readonly number[]): Block | null {
  const { entry, value } = question;
  if (!places.every((i) => places.every((j) => isConstant(question, entry(i, j))))) return null;
  const metric = places.map((i) => places.map((j) => value(entry(i, j))));
  return isPositiveDefinite(metric) ? { places, space: flatSpace(metric) } : null;
}

function simplex(question: Question, places: readonly number[]): Block | null {
  const { field, entry, coordinates, value } = question;
  const [first, second] = places;
  const shared = entry(first, second);
  const p = places.map((i) => field.symbol(coordinates[i].name));
  const factor = field.multiply(shared, field.subtract(field.one, field.sum(p)));
  if (!isConstant(question, factor)) return null;
  const holds = places.every((i, a) =>
    places.every((j, b) => field.equals(entry(i, j), a === b ? field.add(shared, field.divide(factor, p[a])) : shared)),
  );
  const scale = Math.sqrt(value(factor));
  return holds && scale > 0 ? { places, space: simplexSpace(scale) } : null;
}

function positiveDefinite(question: Question, places: readonly number[]): Block | null {
  const n = (Math.sqrt(8 * places.length + 1) - 1) / 2;
  if (!Number.isInteger(n)) return null;
  const orders = new Map([byRows(n), byColumns(n)].map((order) => [order.join(';'), order]));
  for (const order of orders.values()) {
    const factor = affineInvariantFactor(question, places, order);
    if (factor !== null) return { places, space: positiveDefiniteSpace(Math.sqrt(question.value(factor)), order) };
  }
  return null;
}

function byRows(n: number): SymmetricPlaces {
  return Array.from({ length: n }, (_, i) => Array.from({ length: n - i }, (_, k) => [i, i + k] as const)).flat();
}

function byColumns(n: number): SymmetricPlaces {
  return Array.from({ length: n }, (_, j) => Array.from({ length: j + 1 }, (_, i) => [i, j] as const)).flat();
}

/** The constant c with g = c/2 tr(S^-1 dS S^-1 dS), or `null`. */
function affineInvariantFactor(
  { field, entry, coordinates, ...rest }: Question,
  places: readonly number[],
  order: SymmetricPlaces,
): ClosedForm | null {
  const n = Math.max(...order.map(([, column]) => column)) + 1;
  const matrix: ClosedForm[][] = Array.from({ length: n }, () => []);
  order.forEach(([i, j], k) => {
    matrix[i][j] = field.symbol(coordinates[places[k]].name);
    matrix[j][i] = matrix[i][j];
  });
  const inverted = inverseMatrix(field, matrix);
  /** tr(P E P F)/2 for E = e_i e_j^T + e_j e_i^T (once where i = j), F alike. */
  const reference = (a: number, b: number): ClosedForm => {
    const [i, j] = order[a];
    const [k, l] = order[b];
    const sum = field.add(
      field.multiply(inverted[i][k], inverted[j][l]),
      field.multiply(inverted[i][l], inverted[j][k]),
    );
    return field.divide(sum, field.fromInteger((i === j ? 2 : 1) * (k === l ? 2 : 1)));
  };
  const factor = field.divide(entry(places[0], places[0]), reference(0, 0));
  const question = { field, entry, coordinates, ...rest };
  if (!isConstant(question, factor) || !(question.value(factor) > 0)) return null;
  const holds = places.every((i, a) =>
    places.slice(0, a + 1).every((j, b) => field.equals(entry(i, j), field.multiply(factor, reference(a, b)))),
  );
  return holds ? factor : null;
}

function hyperbolic(question: Question, places: readonly number[]): Block | null {
  for (const vertical of places) {
    const space = hyperbolicOver(
      question,
      places.filter((i) => i !== vertical),
      vertical,
    );
    if (space !== null) return { places: [...places.filter((i) => i !== vertical), vertical], space };
  }
  return null;
}

/**
 * With f(y) b(x) the horizontal part of the metric (b constant unless there is one x only) and p = f'/f, the metric is
 * that of a half-space of height f^(-1/2) exactly where g_yy/p^2 and g_iy^2/(g_ii p^2) are constant: then dY/Y = -p dy/2,
 * and z_i = x_i + c_i Y completes the square.
 */
function hyperbolicOver(question: Question, across: readonly number[], vertical: number): ModelSpace | null {
  const { field, entry, value, base } = question;
  const [first] = across;
  const slope = logDerivative(question, entry(first, first), vertical);
  const height = heightOf(question, vertical, slope);
  if (height === null) return null;
  const over = (form: ClosedForm, divisor: ClosedForm): ClosedForm => field.divide(form, divisor);
  const squared = field.multiply(slope, slope);
  if (!isConstant(question, over(entry(vertical, vertical), squared))) return null;
  const mixed = (i: number): ClosedForm => entry(i, vertical);
  const even = across.every((i) =>
    isConstant(question, over(field.multiply(mixed(i), mixed(i)), field.multiply(entry(i, i), squared))),
  );
  const lines = even ? horizontalLines(question, across) : null;
  if (lines === null) return null;

  const [Y, density] = [height.height(base[vertical]), height.heightDensity(base[vertical])];
  const horizontal = across.map((i) => across.map((j) => value(entry(i, j)) * Y * Y));
  if (!isPositiveDefinite(horizontal)) return null;
  const pull = across.map((i) => (value(mixed(i)) * Y * Y) / density);
  const shear = inverseMatrix(realNumbers, horizontal).map((row) =>
    row.reduce((sum, entryOfInverse, j) => sum + entryOfInverse * pull[j], 0),
  );
  const slopeHere = value(slope);
  const radius2 =
    (4 * value(entry(vertical, vertical))) / (slopeHere * slopeHere) -
    shear.reduce((sum, c, i) => sum + c * pull[i], 0);
  return radius2 > 0 ? halfSpace({ horizontal, lines, ...height, shear, curvature: -1 / radius2 }) : null;
}

/** Lines of unit density at the base point for the horizontal coordinates, if their part of the metric factors. */
function horizontalLines(question: Question, across: readonly number[]): Line[] | null {
  const { field, entry } = question;
  const [first] = across;
  if (across.length === 1) {
    const slope = logDerivative(question, entry(first, first), first);
    const found = dependsOnlyOn(question, slope, [first]) ? lineOf(question, first, slope, 1) : null;
    return found === null ? null : [found];
  }
  const proportional = across.every((i) =>
    across.every(
      (j) =>
        isConstant(question, field.divide(entry(i, j), entry(first, first))) &&
        across.every((k) => field.isZero(field.partial(entry(i, j), k))),
    ),
  );
  return proportional ? across.map(() => evenLine(1)) : null;
}

/** Y = f^(-1/2) up to a factor for f a power or an exponential function of y, from its logarithmic derivative. */
function heightOf(question: Question, vertical: number, slope: ClosedForm) {
  const { field, coordinates, positive, value } = question;
  if (field.isZero(slope) || !dependsOnlyOn(question, slope, [vertical])) return null;
  if (isConstant(question, slope)) {
    const rate = -value(slope) / 2;
    return {
      height: (y: number) => Math.exp(rate * y),
      heightDensity: (y: number) => rate * Math.exp(rate * y),
      vertical: (Y: number) => Math.log(Y) / rate,
    };
  }
  const power = field.multiply(slope, field.symbol(coordinates[vertical].name));
  if (!isConstant(question, power) || !positive[vertical]) return null;
  const exponent = -value(power) / 2;
  return {
    height: (y: number) => y ** exponent,
    heightDensity: (y: number) => exponent * y ** (exponent - 1),
    vertical: (Y: number) => Y ** (1 / exponent),
  };
}
