import { assume, by, declare, equation, experiment, inequality, start, statement, type Term, term } from 'fisher-rao';
import { evenly } from '../numbers.ts';

const { add, divide, fraction, multiply, square, subtract, sum } = term;

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

/** Points of R^n, n the size of a space, and the squares of their distances. */
const s = declare.point('s', declare.space('S'));
const [x, y, z] = ['x', 'y', 'z'].map((name) => declare.function(name, [s]));
const apart = (one: typeof x, other: typeof x) => sum(s, square(subtract(one(s), other(s))));
const quarter = multiply(fraction(1, 4), apart(x, y));
const halves = multiply(fraction(1, 2), add(apart(z, x), apart(z, y)));

export const hausdorff = statement({
  label: 'T-2.2.M/repaired',
  title:
    'with the Hausdorff property limits are unique; a subset of R^n, as a sphere, has it: no z is nearer than half their distance to both x and y, for any n',
  claim: inequality(quarter, halves),
  expected: 'proved',
  proof: () =>
    start(quarter).atMost(
      halves,
      by.difference(multiply(fraction(1, 4), sum(s, square(subtract(multiply(2, z(s)), add(x(s), y(s))))))),
      by.linearity,
    ),
});

/** A point (x, w) of the sphere, and its stereographic projections from w = 1 and from w = -1. */
const [w, above, below] = ['w', 'N', 'P'].map((name) => declare.function(name, []));
const isOnTheSphere = assume.equation('w^2 = 1 - |x|^2', square(w()), subtract(1, sum(s, square(x(s)))));
const isAbove = assume.equation('N is the distance to w = 1', above(), subtract(1, w()));
const isBelow = assume.equation('P is the distance to w = -1', below(), add(1, w()));
const u = declare.definition('u', [s], divide(x(s), above()));
const v = declare.definition('v', [s], divide(x(s), below()));
const r = declare.point('r', s.space);
/** |u|^2. */
const squaredChart = divide(sum(r, square(x(r))), square(above()));
const changed = multiply(v(s), squaredChart);

export const atlasOfTheSphere = statement({
  label: 'T-2.2.M/atlas',
  title:
    'and a smooth atlas: the stereographic charts of the sphere from w = 1 and w = -1 change by v = u/|u|^2, where |u|^2 = |x|^2/N^2, smooth where both exist, and back by the same formula, w being -w; in any dimension',
  given: [assume.nonzero(above), assume.nonzero(below), isOnTheSphere, isAbove, isBelow],
  claim: equation(changed, u(s)),
  expected: 'proved',
  proof: () => {
    const over = (squares: Term) => divide(multiply(x(s), squares), multiply(below(), above(), above()));
    return start(changed)
      .equals(over(sum(r, square(x(r)))), by.definition(v))
      .equals(over(subtract(1, subtract(1, sum(r, square(x(r)))))))
      .equals(over(subtract(1, square(w()))), by.assumption(isOnTheSphere))
      .equals(over(multiply(subtract(1, w()), add(1, w()))))
      .equals(over(multiply(above(), below())), by.assumption(isAbove), by.assumption(isBelow))
      .equals(u(s), by.definition(u));
  },
});
