import { integerRatioToNumber, rationalToNumber } from '../../algebra/index.ts';
import { DomainError, UnsupportedError } from '../../errors.ts';
import type { Family, Point } from '../../families/index.ts';
import type { Dtype } from '../../program/index.ts';
import { onCircle } from './circle-points.ts';
import { aroundCut, exponential, identity, logDensityAt, logistic, onInterval, onLine } from './line-points.ts';
import type { SampleSpaceRule } from './sample-space-rule.ts';
import { onSphere } from './sphere-points.ts';

/**
 * Points for the expectations of a family near a parameter point, for a program in the given number format. Throws {@link UnsupportedError} for a sample space that
 * depends on a constant without a value, {@link DomainError} where quadrature does not settle.
 */
export function samplePoints(family: Family, point: Point, dtype: Dtype = 'float64'): SampleSpaceRule {
  const placement = { family, point, dtype };
  const { sampleSpace } = family;
  switch (sampleSpace.kind) {
    case 'finite': {
      const columns = sampleSpace.variables.map((name, k) => [
        name,
        Float64Array.from(sampleSpace.states, (state) => rationalToNumber(state[k]!)),
      ]);
      const weights = Float64Array.from(sampleSpace.states, (_, k) =>
        integerRatioToNumber(sampleSpace.weights?.[k] ?? 1, 1),
      );
      return { fine: { variables: Object.fromEntries(columns), weights }, amplification: 1 };
    }
    case 'line':
      return onLine(placement, identity);
    case 'half-line':
      return onLine(placement, exponential);
    case 'counts': {
      const [variable] = sampleSpace.variables;
      const values = coveringCounts(
        (x) => logDensityAt(placement, (name) => (name === variable ? x : undefined)),
        sampleSpace.first,
      );
      const weights = new Float64Array(values.length).fill(1);
      return { fine: { variables: { [variable]: values }, weights }, amplification: 1 };
    }
    case 'simplex':
      if (sampleSpace.variables.length === 2) return onLine(placement, logistic);
      throw new UnsupportedError(
        `${family.name}: no rule for integrals over ${sampleSpace.variables.length} proportions, only over two.`,
      );
    case 'interval':
      return onInterval(placement, sampleSpace);
    case 'cut-line':
      return aroundCut(placement, sampleSpace.cut);
    case 'circle':
      return onCircle(placement, (angle) => [angle]);
    case 'sphere':
      return onSphere(placement);
    case 'integers':
    case 'product':
    case 'positive-definite':
      throw new UnsupportedError(`${family.name}: programs have no rule for this sample space (${sampleSpace.kind}).`);
    case 'macroscopic':
      throw new UnsupportedError(
        `${family.name} is given by its potential: ${sampleSpace.description} have no density to integrate.`,
      );
    case 'symbolic':
      throw new UnsupportedError(
        `${family.name} on ${sampleSpace.description}: numbers need a value for each constant, ${family.constants.map(({ name }) => name).join(', ')}.`,
      );
  }
}

/** Log-density, relative to its largest value, below which counts are left out. */
const coveredLogDrop = -60;
const mostCounts = 1_000_000;

/** The counts from `first` to where the density has become negligible behind its largest value. */
function coveringCounts(logDensity: (x: number) => number, first: number): Float64Array {
  let largest = Number.NEGATIVE_INFINITY;
  for (let x = first; x < first + mostCounts; x++) {
    const value = logDensity(x);
    largest = Math.max(largest, value);
    if (value - largest < coveredLogDrop) return Float64Array.from({ length: x - first }, (_, k) => first + k);
  }
  throw new DomainError(`the density does not become negligible within ${mostCounts} counts: its tail is too heavy.`);
}
