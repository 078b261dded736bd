import { assume, bernoulli, by, calculation, declare, equation, start, statement, term } from 'fisher-rao';
import { a, b, c, d, e, i, j, k, l, S, θ } from './changes-of-coordinates.ts';

const { delta, derivative, multiply, sum } = term;

const lossOfACoin = 'D(-log(theta), theta)';

export const doublyRaised = calculation({
  label: 'G-7',
  title:
    'the natural gradient contracts the inverse metric with an upper index, dl/dtheta_a (as printed): for a coin, with that index raised by the metric, it solves F N = dl',
  family: bernoulli(),
  claim: `metric(theta, theta)*(((${lossOfACoin})/metric(theta, theta))/metric(theta, theta)) = ${lossOfACoin}`,
  expected: 'refuted',
});

/** Any metric g in the coordinates θ with the inverse h, and the metric G that it is in φ with the inverse H. */
const metric = declare.function('g', [a, b]);
const inverse = declare.function('h', [a, b]);
const jacobian = (along: typeof i, of: typeof a) => derivative(along, θ(of));
const metricInφ = declare.definition(
  'G',
  [i, j],
  sum(a, sum(b, multiply(jacobian(i, a), jacobian(j, b), metric(a, b)))),
);
const inverseInφ = declare.function('H', [i, j]);
/** ∂φ_i/∂θ_a. */
const back = declare.function('K', [i, a]);

const isInverse = assume.equation('h is the inverse of g', sum(c, multiply(metric(a, c), inverse(c, b))), delta(a, b));
const isInverseInφ = assume.equation(
  'H is the inverse of G',
  sum(k, multiply(inverseInφ(i, k), metricInφ(k, j))),
  delta(i, j),
);
const isInvertible = assume.equation(
  'the change of coordinates is invertible: its Jacobian has the inverse K',
  sum(i, multiply(jacobian(i, a), back(i, b))),
  delta(a, b),
);

/** A loss as a function of θ, and its derivative in θ_a. */
const loss = declare.realFunction('ℓ', [S]);
const inner = declare.point('q', S);
const slope = (along: typeof a) => loss.partial(along)(inner, θ(inner));
/** The natural gradient in θ, and that in φ. */
const natural = (at: typeof a) => sum(d, multiply(inverse(at, d), slope(d)));
const naturalInφ = (at: typeof i) => sum(j, multiply(inverseInφ(at, j), derivative(j, loss(inner, θ(inner)))));

export const naturalGradientField = statement({
  label: 'G-7/repaired',
  title:
    'I^(ab) d l/d theta^a is a vector: for any metric and any invertible change of any number of coordinates, that in phi is carried by dtheta/dphi to that in theta',
  given: [assume.differentiable(θ), assume.differentiable(loss), isInverse, isInverseInφ, isInvertible],
  claim: equation(sum(i, multiply(jacobian(i, e), naturalInφ(i))), natural(e)),
  expected: 'proved',
  proof: () => {
    const f = { ...a, name: 'f' };
    const carried = (gradient: (at: typeof a) => ReturnType<typeof slope>) =>
      sum(
        i,
        multiply(jacobian(i, e), sum(j, multiply(inverseInφ(i, j), sum(b, multiply(jacobian(j, b), gradient(b)))))),
      );
    // The natural gradient, carried to φ by the inverse Jacobian.
    const inφ = (at: typeof i) => sum(f, multiply(back(at, f), natural(f)));
    return start(sum(i, multiply(jacobian(i, e), naturalInφ(i))))
      .equals(carried(slope), by.chainRule, by.algebra)
      .equals(
        carried((at) => sum(d, multiply(sum(c, multiply(metric(at, c), inverse(c, d))), slope(d)))),
        by.assumption(isInverse),
        by.delta,
      )
      .equals(
        carried((at) => sum(c, multiply(metric(at, c), natural(c)))),
        by.rearrangement,
      )
      .equals(
        carried((at) =>
          sum(c, multiply(metric(at, c), sum(f, multiply(sum(l, multiply(jacobian(l, c), back(l, f))), natural(f))))),
        ),
        by.assumption(isInvertible),
        by.delta,
      )
      .equals(
        sum(i, multiply(jacobian(i, e), sum(l, multiply(sum(k, multiply(inverseInφ(i, k), metricInφ(k, l))), inφ(l))))),
        by.definition(metricInφ),
        by.rearrangement,
      )
      .equals(sum(i, multiply(jacobian(i, e), sum(l, multiply(delta(i, l), inφ(l))))), by.assumption(isInverseInφ))
      .equals(sum(f, multiply(sum(i, multiply(jacobian(i, e), back(i, f))), natural(f))), by.delta, by.rearrangement)
      .equals(sum(f, multiply(delta(e, f), natural(f))), by.assumption(isInvertible))
      .equals(natural(e), by.delta);
  },
});
