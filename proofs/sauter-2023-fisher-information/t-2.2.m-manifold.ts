import { calculation, experiment } from 'fisher-rao';
import { evenly } from '../numbers.ts';

export const manifold = experiment({
  label: 'T-2.2.M',
  title:
    'a space that is locally like R^n is a manifold (as printed), in which limits are unique: the line with two origins',
  claim: "neighbourhoods of 0 and of 0' with radii r and s have no point in common",
  expected: 'refuted',
  instances: [{ r: 0.5, s: 0.25 }],
  // A neighbourhood of an origin is that origin with all other numbers below a radius: it is like an interval of R.
  evaluate: ({ r, s }) => {
    const ball =
      (origin: string, radius: number) =>
      (point: string | number): boolean =>
        typeof point === 'string' ? point === origin : point !== 0 && Math.abs(point) < radius;
    const [one, other] = [ball('0', r), ball("0'", s)];
    const points = [
      '0',
      "0'",
      ...evenly(9)
        .map((k) => (k - 4) / 8)
        .filter((x) => x !== 0),
    ];
    return { left: points.filter((point) => one(point) && other(point)).length, right: 0 };
  },
});

export const hausdorff = calculation({
  label: 'T-2.2.M/repaired',
  title:
    'with the Hausdorff property limits are unique; a subset of R^3, as the sphere, has it: no z is nearer than half their distance to both x and y',
  symbols: {
    x1: 'real',
    x2: 'real',
    x3: 'real',
    y1: 'real',
    y2: 'real',
    y3: 'real',
    z1: 'real',
    z2: 'real',
    z3: 'real',
  },
  definitions: {
    toX: '(z1 - x1)^2 + (z2 - x2)^2 + (z3 - x3)^2',
    toY: '(z1 - y1)^2 + (z2 - y2)^2 + (z3 - y3)^2',
    apart: '(x1 - y1)^2 + (x2 - y2)^2 + (x3 - y3)^2',
  },
  claim: 'apart/4 <= (toX + toY)/2',
  difference: '((2*z1 - x1 - y1)^2 + (2*z2 - x2 - y2)^2 + (2*z3 - x3 - y3)^2)/4',
  expected: 'proved',
});

export const atlasOfTheSphere = calculation({
  label: 'T-2.2.M/atlas',
  title:
    'and a smooth atlas: the two stereographic charts of the sphere change by u/|u|^2, which is smooth where both exist and undoes itself',
  symbols: { u: 'real', v: 'real', a: 'real', b: 'real' },
  definitions: { change: 'a/(a^2 + b^2)' },
  claim: 'at(at(change, a, u/(u^2 + v^2)), b, v/(u^2 + v^2)) = u',
  expected: 'proved',
});
