import type { Attributes, Shape } from '../program/index.ts';

/**
 * The shape that two shapes broadcast to, aligned at the last axis: a missing axis or one of size 1 repeats. The sizes are
 * taken to agree otherwise.
 */
export function broadcastShape(left: Shape, right: Shape): Shape {
  const rank = Math.max(left.length, right.length);
  return Array.from({ length: rank }, (_, i) =>
    Math.max(left[i - rank + left.length] ?? 1, right[i - rank + right.length] ?? 1),
  );
}

/**
 * The shape in which an engine may hold the result of the primitive `broadcast` without repeating an entry, size 1 along
 * each repeated axis and none before the first other one, given the shape in which it holds the operand. It has as many
 * entries as that, in the same order.
 */
export function repeatedShape(held: Shape, { shape, axes }: Attributes['broadcast']): Shape {
  const missing = axes.length - held.length;
  const sizes = shape.map((_, axis) => (axes.includes(axis) ? (held[axes.indexOf(axis) - missing] ?? 1) : 1));
  const leading = sizes.findIndex((size) => size !== 1);
  return leading < 0 ? [] : sizes.slice(leading);
}

/**
 * Two shapes that broadcast together, with neighbouring axes merged that repeat or do not repeat in the same operands: the
 * same numbers meet in the same order, over fewer axes. Axes of size 1 in both go.
 */
export function mergeAxes(left: Shape, right: Shape): readonly [left: Shape, right: Shape] {
  const shape = broadcastShape(left, right);
  const aligned = (operand: Shape, axis: number): number => operand[axis - shape.length + operand.length] ?? 1;
  const merged: { left: number; right: number; pattern: string }[] = [];
  shape.forEach((size, axis) => {
    if (size === 1) return;
    const [x, y] = [aligned(left, axis), aligned(right, axis)];
    const pattern = `${x === 1},${y === 1}`;
    const last = merged.at(-1);
    if (last?.pattern === pattern) {
      last.left *= x;
      last.right *= y;
    } else {
      merged.push({ left: x, right: y, pattern });
    }
  });
  return [merged.map((group) => group.left), merged.map((group) => group.right)];
}
