import type { FisherPoint, ImmersionPoint } from '../../src/methods/index.ts';
import { denseNetwork, type HeadName, headByName, parameterCount } from '../../src/network/index.ts';
import { type Builder, buildProgram, tensor, tensorType, type Variable } from '../../src/program/index.ts';
import { sampleInputs, sampleParameters } from '../network/sample-networks.ts';

type Coordinates = (b: Builder, a: Variable, c: Variable) => readonly Variable[];

/** A surface in Euclidean space, by its coordinates as functions of two parameters, at a point. */
export function surface(at: readonly [number, number], coordinates: Coordinates, damping = 0): ImmersionPoint {
  const program = buildProgram('surface', { theta: tensorType('float64', [2]) }, (b, { theta }) => ({
    psi: b.concatenate(coordinates(b, b.slice(theta, [0], [1]), b.slice(theta, [1], [2])), 0),
  }));
  return { program, inputs: { theta: tensor('float64', [2], at) }, damping };
}

/** The sphere of some radius, by colatitude and longitude: scalar curvature 2 / radius^2. */
export function sphere(at: readonly [number, number], radius: number): ImmersionPoint {
  return surface(at, (b, a, c) => [
    b.multiply(b.multiply(b.sin(a), b.cos(c)), radius),
    b.multiply(b.multiply(b.sin(a), b.sin(c)), radius),
    b.multiply(b.cos(a), radius),
  ]);
}

/**
 * The map (a, c) -> (a^2 + sign c^2) / 2 into the line, damped. The damped metric is that of the graph of this function
 * over the plane stretched by sqrt(damping), whose Gaussian curvature is sign / (damping + a^2 + c^2)^2 [do Carmo 1976,
 * 3-3]; the scalar curvature is twice that.
 */
export function dampedParaboloid(at: readonly [number, number], sign: 1 | -1, damping: number): ImmersionPoint {
  return surface(
    at,
    (b, a, c) => [b.add(b.multiply(b.multiply(a, a), 0.5), b.multiply(b.multiply(c, c), 0.5 * sign))],
    damping,
  );
}

/** A reference network of the published figures, with the Fisher metric of its sample parameters and inputs. */
export function sampleModel(parts: {
  readonly widths: readonly number[];
  readonly head: HeadName;
  readonly samples: number;
  readonly damping: number;
}): FisherPoint {
  const { widths, samples, damping } = parts;
  const network = denseNetwork(widths);
  return {
    model: { network, head: headByName(parts.head) },
    theta: sampleParameters(network),
    inputs: sampleInputs(samples, widths[0]!),
    samples,
    damping,
    dtype: 'float64',
  };
}

/** The vectors v[i] = sin(1 + i) and w[i] = cos(2 + 3i) at which the figures are published. */
export function sampleVectors({ model }: FisherPoint): { readonly v: Float64Array; readonly w: Float64Array } {
  const size = parameterCount(model.network);
  return {
    v: Float64Array.from({ length: size }, (_, i) => Math.sin(1 + i)),
    w: Float64Array.from({ length: size }, (_, i) => Math.cos(2 + 3 * i)),
  };
}

/**
 * Curvatures of the sample networks, computed by an independent float64 program (PyTorch; derivatives of the metric by
 * fourth-order differences and by nested differentiation agreed to 9 digits).
 */
export const publishedFigures = [
  {
    widths: [2, 3, 1],
    head: 'normal',
    samples: 40,
    damping: 0.01,
    trace: 2.1440704247835165,
    rank: 13,
    lambdaMax: 1.350090273378367,
    logDetMetric: -47.123145969763364,
    scalar: -1538.0445145126146,
    sectional: -0.003354504527485288,
    ricci: -13.964028931605867,
  },
  {
    widths: [2, 3, 1],
    head: 'normal',
    samples: 40,
    damping: 1,
    trace: 2.1440704247835165,
    rank: 13,
    lambdaMax: 1.350090273378367,
    logDetMetric: 1.5138631139723482,
    scalar: -3.6855398688499776,
    sectional: 0.05274458823462898,
    ricci: -2.4867761293747717,
  },
  {
    widths: [2, 3, 3],
    head: 'categorical',
    samples: 40,
    damping: 0.01,
    trace: 1.4793550479137751,
    rank: 17,
    lambdaMax: 0.48126726620506666,
    logDetMetric: -78.12483564368185,
    scalar: -1705.446369323514,
    sectional: 0.1336446111879994,
    ricci: -17.732037400265863,
  },
  {
    widths: [3, 4, 2],
    head: 'poisson',
    samples: 60,
    damping: 0.05,
    trace: 5.147060334086833,
    rank: 22,
    lambdaMax: 1.6840400778410178,
    logDetMetric: -61.293852540980126,
    scalar: -665.4329696267966,
    sectional: -0.8591772235557881,
    ricci: -13.747577795803085,
  },
  {
    widths: [2, 4, 1],
    head: 'bernoulli',
    samples: 50,
    damping: 0.02,
    trace: 0.5241533998429357,
    rank: 15,
    lambdaMax: 0.3092726875169822,
    logDetMetric: -60.118776196925765,
    scalar: -542.4074840050018,
    sectional: -0.6449424756184932,
    ricci: -5.28921980084356,
  },
  {
    widths: [2, 3, 3, 2],
    head: 'normal',
    samples: 60,
    damping: 0.1,
    trace: 3.935629522265067,
    rank: 28,
    lambdaMax: 1.665148329779343,
    logDetMetric: -56.67883799395017,
    scalar: -187.84953482473247,
    sectional: 0.1813903549503827,
    ricci: -10.969384599628079,
  },
] as const;
