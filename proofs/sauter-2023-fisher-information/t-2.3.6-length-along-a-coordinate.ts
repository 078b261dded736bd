import {
  assume,
  by,
  type Direction,
  declare,
  equation,
  experiment,
  start,
  statement,
  type Term,
  term,
} from 'fisher-rao';
import { integral } from '../numbers.ts';

const { add, delta, divide, multiply, square, subtract, sum } = term;

export const lengthAlongACoordinate = experiment({
  label: 'T-2.3.6',
  title:
    'the length along one coordinate is the integral of sqrt(g_ii) dtheta_i/dt (as printed): p = 0.8 - 0.6 t for a coin',
  claim: 'the integral = the distance along the only coordinate',
  expected: 'refuted',
  instances: [{ from: 0.8, to: 0.2 }],
  evaluate: ({ from, to }) => {
    const p = (t: number): number => from + t * (to - from);
    const printed = integral((t) => (to - from) / Math.sqrt(p(t) * (1 - p(t))), 0, 1);
    return { left: printed, right: 2 * Math.abs(Math.asin(Math.sqrt(to)) - Math.asin(Math.sqrt(from))) };
  },
});

/** A metric, a velocity c along one coordinate i, and the positive roots of the squared speed, of c^2 and of g_ii. */
const [i, a, b] = ['i', 'a', 'b'].map(declare.direction);
const g = declare.function('g', [a, b]);
const c = declare.function('c', []);
const velocity = (along: Direction): Term => multiply(delta(along, i), c());
const [speed, size, length] = [declare.function('s', [i]), declare.function('m', []), declare.function('r', [i])];
const isSpeed = assume.equation(
  's is the speed',
  square(speed(i)),
  sum(a, sum(b, multiply(g(a, b), velocity(a), velocity(b)))),
);
const isSize = assume.equation('m = |c|', square(size()), square(c()));
const isLength = assume.equation('r is the root of g_ii', square(length(i)), g(i, i));

export const lengthAlongACoordinateRepaired = statement({
  label: 'T-2.3.6/repaired',
  title:
    'it is that of sqrt(g_ii) |dtheta_i/dt|: the speed of a curve along which one coordinate alone moves, with the velocity c, is sqrt(g_ii) |c|, for any metric in any number of coordinates',
  given: [assume.positive(speed), assume.positive(size), assume.positive(length), isSpeed, isSize, isLength],
  claim: equation(speed(i), multiply(length(i), size())),
  expected: 'proved',
  proof: () => {
    const product = multiply(length(i), size());
    const by2 = (one: Term, other: Term, third: Term): Term =>
      add(product, divide(subtract(one, multiply(other, third)), add(speed(i), product)));
    return start(speed(i))
      .equals(by2(square(speed(i)), square(length(i)), square(size())))
      .equals(
        by2(sum(a, sum(b, multiply(g(a, b), velocity(a), velocity(b)))), g(i, i), square(c())),
        by.assumption(isSpeed),
        by.assumption(isSize),
        by.assumption(isLength),
      )
      .equals(product, by.delta);
  },
});
