import { DomainError, UnsupportedError } from '../../errors.ts';
import { onCircle } from './circle-points.ts';
import { logDensityAt, type Placement } from './line-points.ts';
import type { QuadratureRule } from './quadrature.ts';
import type { SamplePoints, SampleSpaceRule } from './sample-space-rule.ts';

const settled = 1e-13;
const mostCircles = 128;

/**
 * Points of the unit circle (two sample variables) or the unit sphere (three) with their part of its length or surface.
 * On the sphere, equal steps on circles of constant last coordinate, which lies at the nodes of Gauss and Legendre: exact
 * for polynomials of degree less than twice the number of circles; that number is doubled until the mass and the second
 * moment of the log-density are settled. Throws {@link UnsupportedError} for more variables, {@link DomainError} where
 * the moments do not settle.
 */
export function onSphere(placement: Placement): SampleSpaceRule {
  const { variables } = placement.family.sampleSpace;
  if (variables.length === 2) return onCircle(placement, (angle) => [Math.cos(angle), Math.sin(angle)]);
  if (variables.length !== 3)
    throw new UnsupportedError(
      `no rule for integrals over the sphere in ${variables.length} dimensions, only in 2 and 3.`,
    );
  let coarse = circlesOn(variables, 8);
  let before = moments(placement, coarse);
  for (let circles = 16; circles <= mostCircles; circles *= 2) {
    const fine = circlesOn(variables, circles);
    const after = moments(placement, fine);
    if (after.every((moment, k) => Math.abs(moment - before[k]!) <= settled * (1 + Math.abs(moment))))
      return { fine, coarse, amplification: 1 };
    [coarse, before] = [fine, after];
  }
  throw new DomainError(`the moments of the density on the sphere do not settle with ${mostCircles} circles.`);
}

function circlesOn(names: readonly string[], circles: number): SamplePoints {
  const heights = gaussLegendre(circles);
  const steps = 2 * circles;
  const columns: [number[], number[], number[]] = [[], [], []];
  const weights: number[] = [];
  heights.nodes.forEach((z, k) => {
    const radius = Math.sqrt(1 - z * z);
    for (let j = 0; j < steps; j++) {
      const angle = ((j + 0.5) * 2 * Math.PI) / steps;
      columns[0].push(radius * Math.cos(angle));
      columns[1].push(radius * Math.sin(angle));
      columns[2].push(z);
      weights.push((heights.weights[k]! * 2 * Math.PI) / steps);
    }
  });
  const variables = Object.fromEntries(names.map((name, axis) => [name, Float64Array.from(columns[axis]!)]));
  return { variables, weights: Float64Array.from(weights) };
}

function moments(placement: Placement, { variables, weights }: SamplePoints): number[] {
  const logs = weights.map((_, k) => logDensityAt(placement, (name) => variables[name]?.[k]));
  return [0, 2].map((order) =>
    weights.reduce((sum, weight, k) => sum + weight * Math.exp(logs[k]!) * logs[k]! ** order, 0),
  );
}

/**
 * The rule of Gauss and Legendre on (-1, 1): nodes at the zeros of the Legendre polynomial P_n, by Newton's method from
 * cos(pi (k + 3/4)/(n + 1/2)), weights 2/((1 - x^2) P_n'(x)^2) [DLMF 3.5.19, 3.5.20].
 */
export function gaussLegendre(n: number): QuadratureRule {
  const nodes = new Float64Array(n);
  const weights = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    let x = Math.cos((Math.PI * (k + 0.75)) / (n + 0.5));
    let slope = 0;
    for (let step = 0; step < 8; step++) {
      const { value, derivative } = legendre(n, x);
      slope = derivative;
      x -= value / derivative;
    }
    nodes[k] = x;
    weights[k] = 2 / ((1 - x * x) * slope * slope);
  }
  return { nodes, weights };
}

/** P_n(x) by the recurrence of three terms, and its derivative n (x P_n - P_(n - 1))/(x^2 - 1) [DLMF 18.9.1, 18.9.17]. */
function legendre(n: number, x: number): { readonly value: number; readonly derivative: number } {
  let [before, value] = [1, x];
  for (let k = 1; k < n; k++) [before, value] = [value, ((2 * k + 1) * x * value - k * before) / (k + 1)];
  return { value, derivative: (n * (x * value - before)) / (x * x - 1) };
}
