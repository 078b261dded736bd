import { inverseMatrix, nullSpace } from '../algebra/index.ts';
import {
  type ClosedForm,
  type ClosedForms,
  type Jet,
  type Jets,
  printClosedForm,
  realNumbers,
} from '../calculus/index.ts';
import { DomainError } from '../errors.ts';

/**
 * Inverts a metric of closed forms. Throws {@link DomainError} with the rank and the null directions, as combinations of
 * the coordinate vector fields d_x, where its determinant vanishes identically.
 */
export function exactInverse(forms: ClosedForms, coordinates: readonly string[]) {
  return (matrix: ClosedForm[][]): ClosedForm[][] => {
    try {
      return inverseMatrix(forms, matrix);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      throw singular(coordinates, exactNullDirections(forms, coordinates, nullSpace(forms, matrix)), '');
    }
  };
}

/** Null vectors of closed forms as texts such as `2*d_x - d_y`, without denominators. */
export function exactNullDirections(
  forms: ClosedForms,
  coordinates: readonly string[],
  vectors: readonly ClosedForm[][],
): string[] {
  return vectors.map((vector) => {
    const whole = vector.reduce((v, _, k) => {
      const denominator = forms.fromPolynomials(v[k].denominator, forms.one.denominator);
      return v.map((e) => forms.multiply(e, denominator));
    }, vector);
    return combination(
      coordinates,
      whole.map((e) => printClosedForm(forms, e)),
    );
  });
}

/** Units of rounding in an entry of the metric that elimination may gather for each coordinate. */
const roundings = 64;

/**
 * Inverts a metric of jets. Throws {@link DomainError} with the rank and the null directions where it is singular at the
 * point to double precision: judged with coordinates scaled so that entries are of size one, since a mere difference of
 * units makes no metric singular.
 */
export function numericInverse(field: Jets, coordinates: readonly string[]) {
  return (matrix: Jet[][]): Jet[][] => {
    const directions = nullDirections(matrix.map((row) => row.map(field.value)));
    if (directions.length === 0) return inverseMatrix(field, matrix);
    const shown = numericNullDirections(coordinates, directions);
    throw singular(coordinates, shown, ' at this point, to double precision');
  };
}

/** Null vectors of numbers as texts, to twelve digits. */
export function numericNullDirections(coordinates: readonly string[], vectors: readonly number[][]): string[] {
  return vectors.map((vector) => {
    const size = Math.max(...vector.map(Math.abs));
    const digits = vector.map((e) => (Math.abs(e) < 1e-12 * size ? '0' : String(Number(e.toPrecision(12)))));
    return combination(coordinates, digits);
  });
}

/**
 * A basis of the directions in which a matrix of numbers is singular to double precision, each with a coordinate of its
 * own, the last in which it is one; none where the matrix is regular.
 */
export function nullDirections(matrix: readonly (readonly number[])[]): number[][] {
  if (!matrix.flat().every(Number.isFinite)) return []; // reported where components are read
  const scale = scaleOf(matrix);
  const scaled = matrix.map((row, i) => row.map((e, j) => e / scale[i] / scale[j]));
  const least = roundings * matrix.length * 2 ** -52;
  return nullSpace(realNumbers, scaled, least).map((vector) => {
    const last = vector.lastIndexOf(1); // the column of its own that a basis vector has
    return vector.map((e, i) => (i === last ? 1 : (e / scale[i]) * scale[last]));
  });
}

function scaleOf(matrix: readonly (readonly number[])[]): number[] {
  const definite = matrix.every((row, i) => row[i] > 0);
  return matrix.map((row, i) => Math.sqrt(definite ? row[i] : Math.max(...row.map(Math.abs))) || 1);
}

function singular(coordinates: readonly string[], directions: readonly string[], where: string): DomainError {
  const n = coordinates.length;
  const list = directions.join('; ');
  const advice = 'leave out coordinates on which nothing depends, or only through others';
  return new DomainError(
    `the metric is singular${where}: rank ${n - directions.length} of ${n}; null directions: ${list} (d_x: along x). It has no connection or curvature here: ${advice}`,
  );
}

/** A tangent vector such as `2*d_x - d_y`, from the texts of its components. */
function combination(coordinates: readonly string[], components: readonly string[]): string {
  const signed = components.some((text) => text !== '0') && components.find((text) => text !== '0')?.startsWith('-');
  const terms = components.flatMap((text, k) =>
    text === '0' ? [] : [term(signed ? negated(text) : text, coordinates[k])],
  );
  return terms.map((text, k) => (k === 0 ? text : text.startsWith('-') ? `- ${text.slice(1)}` : `+ ${text}`)).join(' ');
}

function term(text: string, name: string): string {
  if (text === '1') return `d_${name}`;
  if (text === '-1') return `-d_${name}`;
  return `${isAtom(text) ? text : `(${text})`}*d_${name}`;
}

/** A number, a name, or either with a minus sign: needs no brackets as a factor. */
function isAtom(text: string): boolean {
  return /^-?[\w.]+(e[+-]?\d+)?$/.test(text);
}

function negated(text: string): string {
  if (text.startsWith('-') && isAtom(text)) return text.slice(1);
  return isAtom(text) ? `-${text}` : `-(${text})`;
}
