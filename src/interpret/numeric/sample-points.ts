import { integerRatioToNumber, rationalToNumber } from '../../algebra/index.ts';
import { evaluateExpression, realNumbers } from '../../calculus/index.ts';
import { InputError, UnsupportedError } from '../../errors.ts';
import type { Family, Point } from '../../families/index.ts';
import { constantOf } from '../statistical-model.ts';
import { lineQuadrature, type QuadratureRule } from './quadrature.ts';

/**
 * Points of the sample space with weights, such that the sum over them of weight p(x) f(x) is the expectation of f:
 * exactly where the space is finite, by quadrature on the line.
 */
export interface SamplePoints {
  /** The values of each sample variable at the points. */
  readonly variables: Readonly<Record<string, Float64Array>>;
  readonly weights: Float64Array;
}

/** The points for a family near a parameter point. */
export interface SampleSpaceRule {
  readonly fine: SamplePoints;
  /** A coarser rule, where the rule is not exact: the difference bounds the error of `fine`. */
  readonly coarse?: SamplePoints;
  /** By how much the density magnifies rounding of the points; 1 where they are exact. */
  readonly amplification: number;
}

/**
 * Points for the expectations of a family near a parameter point. Throws {@link UnsupportedError} for a sample space that
 * depends on a constant without a value, {@link DomainError} where quadrature does not settle.
 */
export function samplePoints(family: Family, point: Point): SampleSpaceRule {
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
    case 'line': {
      const [variable] = sampleSpace.variables;
      const { fine, coarse, amplification } = lineQuadrature((x) => logDensityAt(family, point, variable, x));
      const points = ({ nodes, weights }: QuadratureRule): SamplePoints => ({
        variables: { [variable]: nodes },
        weights,
      });
      return { fine: points(fine), coarse: points(coarse), amplification };
    }
    case 'symbolic':
      throw new UnsupportedError(
        `${family.name} on ${sampleSpace.description}: numbers need a value for each constant, ${family.constants.map(({ name }) => name).join(', ')}.`,
      );
  }
}

function logDensityAt(family: Family, point: Point, variable: string, x: number): number {
  return evaluateExpression(realNumbers, family.logDensity, (name) => {
    if (name === variable) return x;
    if (name === 'pi') return Math.PI;
    const value = point[name] ?? constantOf(family, name);
    if (value !== undefined) return rationalToNumber(value);
    throw new InputError(`${family.name}: no value for ${name}.`);
  });
}
