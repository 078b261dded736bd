import type { Line } from './line.ts';
import type { ModelSpace } from './model-space.ts';
import { quadratic } from './quadratic.ts';

/**
 * What makes a block hyperbolic: with heights Y(y) > 0 and horizontal coordinates z = x + shear Y, where x are arc lengths
 * of lines, its metric is (dz^T horizontal dz + dY^2/-curvature)/Y^2.
 */
export interface HalfSpaceChart {
  readonly horizontal: readonly (readonly number[])[];
  readonly lines: readonly Line[];
  readonly height: (y: number) => number;
  /** dY/dy. */
  readonly heightDensity: (y: number) => number;
  /** y at a height. */
  readonly vertical: (height: number) => number;
  readonly shear: readonly number[];
  /** Negative: the sectional curvature. */
  readonly curvature: number;
}

/**
 * Hyperbolic space as the upper half-space, in coordinates x1, ..., xk, y. Distances are arcosh(1 + (|dX|^2 + dY^2)/(2 Y1 Y2))
 * and geodesics half-circles over the horizontal, both up to the curvature
 * [Ratcliffe 2006, Foundations of Hyperbolic Manifolds] (4.6).
 */
export function halfSpace(chart: HalfSpaceChart): ModelSpace {
  const { horizontal, lines, height, heightDensity, vertical, shear, curvature } = chart;
  const root = Math.sqrt(-curvature);
  const k = lines.length;
  const split = (point: readonly number[]) => {
    const Y = height(point[k]);
    return { z: lines.map((line, i) => line.arcLength(point[i]) + shear[i] * Y), Y };
  };
  const joined = (z: readonly number[], Y: number): number[] | null => {
    const x = lines.map((line, i) => line.coordinate(z[i] - shear[i] * Y));
    const point = [...x, vertical(Y)];
    return point.every((value) => value !== null && Number.isFinite(value)) ? (point as number[]) : null;
  };
  /** The unit-speed geodesic of the half-plane from (0, Y) with direction (p, q), p^2 + q^2 = 1, after the length s. */
  const halfCircle = (Y: number, p: number, q: number, s: number) => {
    const denominator = Math.cosh(s) - q * Math.sinh(s);
    return { across: (Y * p * Math.sinh(s)) / denominator, up: Y / denominator };
  };
  /** Both points in the half-plane over the horizontal line through them: its direction, and length and start of the arc. */
  const plane = (from: readonly number[], to: readonly number[]) => {
    const [a, b] = [split(from), split(to)];
    const dz = b.z.map((value, i) => value - a.z[i]);
    const across = root * Math.sqrt(quadratic(horizontal, dz));
    const s = 2 * Math.asinh(Math.hypot(across, b.Y - a.Y) / (2 * Math.sqrt(a.Y * b.Y)));
    const p = across / (b.Y * Math.sinh(s));
    const q = (across * across + (b.Y - a.Y) * (b.Y + a.Y)) / (2 * a.Y * b.Y * Math.sinh(s));
    return { a, b, dz, across, s, p, q };
  };
  const name = k === 1 ? 'hyperbolic plane' : `hyperbolic space of dimension ${k + 1},`;
  return {
    description: `${name} of curvature ${Number(curvature.toPrecision(12))}`,
    distance: (from, to) => plane(from, to).s / root,
    direction: (from, to) => {
      const { a, dz, across, s, p, q } = plane(from, to);
      if (s === 0) return from.map(() => 0);
      const dY = s * a.Y * q;
      const along = across === 0 ? 0 : (s * a.Y * p) / across;
      return [
        ...lines.map((line, i) => (along * dz[i] - shear[i] * dY) / line.density(from[i])),
        dY / heightDensity(from[k]),
      ];
    },
    between: (from, to, time) => {
      const { a, dz, across, s, p, q } = plane(from, to);
      if (s === 0 || time === 0) return [...from];
      if (time === 1) return [...to];
      const here = halfCircle(a.Y, p, q, time * s);
      const fraction = across === 0 ? 0 : here.across / across;
      return joined(
        a.z.map((value, i) => value + fraction * dz[i]),
        here.up,
      ) as number[];
    },
    along: (from, velocity, time) => {
      const { z, Y } = split(from);
      const dY = velocity[k] * heightDensity(from[k]);
      const dz = lines.map((line, i) => velocity[i] * line.density(from[i]) + shear[i] * dY);
      const across = root * Math.sqrt(quadratic(horizontal, dz));
      const speed = Math.hypot(across, dY) / Y;
      if (speed === 0) return [...from];
      const here = halfCircle(Y, across / (Y * speed), dY / (Y * speed), speed * time);
      const fraction = across === 0 ? 0 : here.across / across;
      return joined(
        z.map((value, i) => value + fraction * dz[i]),
        here.up,
      );
    },
  };
}
