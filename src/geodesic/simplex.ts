import type { ModelSpace } from './model-space.ts';

/**
 * Probabilities p1, ..., pk with the rest p0 = 1 - p1 - ... - pk and the metric scale^2 sum dp_i^2/p_i over all k + 1: by
 * p_i = u_i^2 the part of a sphere of radius 2 scale where all u_i are positive, whose geodesics are great circles
 * [Amari 2016, Information Geometry and Its Applications] (3.8).
 */
export function simplexSpace(scale: number): ModelSpace {
  const roots = (p: readonly number[]): number[] => [...p, 1 - p.reduce((sum, value) => sum + value, 0)].map(Math.sqrt);
  const squares = (u: readonly number[]): number[] => u.slice(0, -1).map((value) => value * value);
  const angle = (u: readonly number[], w: readonly number[]): number =>
    2 * Math.asin(Math.min(1, Math.hypot(...u.map((value, i) => value - w[i])) / 2));
  return {
    description: `part of a sphere of radius ${Number((2 * scale).toPrecision(12))}: 2 arccos(sum sqrt(p q)) times a constant`,
    distance: (from, to) => 2 * scale * angle(roots(from), roots(to)),
    direction: (from, to) => {
      const [u, w] = [roots(from), roots(to)];
      const phi = angle(u, w);
      if (phi === 0) return from.map(() => 0);
      return from.map((_, i) => (2 * u[i] * phi * (w[i] - u[i] * Math.cos(phi))) / Math.sin(phi));
    },
    between: (from, to, time) => {
      const [u, w] = [roots(from), roots(to)];
      const phi = angle(u, w);
      if (phi === 0 || time === 0) return [...from];
      if (time === 1) return [...to];
      const [a, b] = [Math.sin((1 - time) * phi), Math.sin(time * phi)].map((value) => value / Math.sin(phi));
      return squares(u.map((value, i) => a * value + b * w[i]));
    },
    along: (from, velocity, time) => {
      const u = roots(from);
      const rest = -velocity.reduce((sum, value) => sum + value, 0);
      const du = [...velocity, rest].map((value, i) => value / (2 * u[i]));
      const speed = Math.hypot(...du);
      if (speed === 0) return [...from];
      const end = Math.min(...u.map((value, i) => Math.atan2(value, -du[i] / speed)));
      const phi = speed * time;
      if (phi >= end) return null;
      return squares(u.map((value, i) => value * Math.cos(phi) + (du[i] / speed) * Math.sin(phi)));
    },
  };
}
