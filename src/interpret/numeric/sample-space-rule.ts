import type { Expression } from '../../calculus/index.ts';

/**
 * Points of the sample space with weights, such that the sum over them of weight p(x) f(x) is the expectation of f:
 * exactly where the space is finite, by quadrature on the line.
 */
export interface SamplePoints {
  /** The values of each sample variable at the points. */
  readonly variables: Readonly<Record<string, Float64Array>>;
  readonly weights: Float64Array;
  /** One variable whose points move with the coordinates, being origin + span*value; weights then count span times. */
  readonly moving?: { readonly variable: string; readonly origin: Expression; readonly span: Expression };
}

/** The points for a family near a parameter point. */
export interface SampleSpaceRule {
  readonly fine: SamplePoints;
  /** A coarser rule, where the rule is not exact: the difference bounds the error of `fine`. */
  readonly coarse?: SamplePoints;
  /** By how much the density magnifies rounding of the points; 1 where they are exact. */
  readonly amplification: number;
}
