import { assume, by, declare, equation, experiment, start, statement, term } from 'fisher-rao';

const { add, at, derivative, divide, multiply, power, subtract, sum } = term;

/** A law p_θ on any space, and its law at θ0. */
const X = declare.measureSpace('X');
const x = declare.point('x', X);
const [i, j] = [declare.direction('i'), declare.direction('j')];
const law = declare.function('p', X);
const θ0 = declare.parameter('θ0');
const there = at(law(x), θ0);

/** (1 - α)/2 and (1 + α)/2, of which 4/(1 - α^2) is the reciprocal product. */
const [first, second] = [declare.function('s', []), declare.function('t', [])];
const sumToOne = assume.equation('s = (1 - α)/2 and t = (1 + α)/2 add up to 1', second(), subtract(1, first()));

/** (1 - ∫ p_θ0^s p_θ^t) / (s t), the α-divergence of the law at θ0 from p_θ. */
const affinity = multiply(power(there, first()), power(law(x), second()));
const divergence = divide(subtract(1, sum(x, affinity)), multiply(first(), second()));
const scores = divide(multiply(derivative(i, law(x)), derivative(j, law(x))), law(x));
const information = sum(x, scores);

const given = (order: number) => [
  assume.positive(law),
  assume.differentiable(law, order),
  assume.constant(first),
  assume.constant(second),
  assume.nonzero(first),
  assume.nonzero(second),
  sumToOne,
  assume.normalised(law),
  assume.exchange(law(x), order, x),
  assume.exchange(affinity, order, x),
];
const underTheSum = [by.derivativeOfSum, by.differentiation, by.powers] as const;
const [one, two] = [first(), second()];
const slope = multiply(two, divide(multiply(affinity, derivative(j, law(x))), law(x)));
const curvature = add(
  multiply(two, subtract(two, 1), divide(multiply(affinity, scores), law(x))),
  multiply(two, divide(multiply(affinity, derivative(i, derivative(j, law(x)))), law(x))),
);
const scaled = multiply(-1, one, two);

export const alphaDivergence = statement({
  label: 'G-16',
  title:
    'every alpha-divergence has the Fisher metric as its second-order part: the second derivatives of (4/(1 - α^2)) (1 - ∫ p_θ0^((1 - α)/2) p_θ^((1 + α)/2)) in θ, at θ0, are F there; any family, any α but 1 and -1',
  given: [...given(2), assume.integrable(scores, x)],
  claim: equation(at(derivative(i, derivative(j, divergence)), θ0), at(information, θ0)),
  expected: 'proved',
  proof: () => {
    const ofMass = sum(x, derivative(i, derivative(j, law(x))));
    const mass = derivative(i, derivative(j, sum(x, law(x))));
    const form = multiply(two, subtract(two, 1), information);
    return start(at(derivative(i, derivative(j, divergence)), θ0))
      .equals(at(divide(derivative(i, sum(x, slope)), scaled), θ0), ...underTheSum)
      .equals(at(divide(sum(x, curvature), scaled), θ0), ...underTheSum)
      .equals(
        at(divide(add(form, multiply(two, ofMass)), scaled), θ0),
        by.evaluation,
        by.powers,
        by.linearity,
        by.assumption(sumToOne),
      )
      .equals(at(divide(add(form, multiply(two, mass)), scaled), θ0), by.derivativeOfSum)
      .equals(at(divide(form, scaled), θ0), by.normalisation(law), by.differentiation)
      .equals(at(information, θ0), by.assumption(sumToOne));
  },
});

export const alphaHasNoFirstOrderPart = statement({
  label: 'G-16/first-order',
  title: 'and no first-order part',
  given: given(1),
  claim: equation(at(derivative(j, divergence), θ0), 0),
  expected: 'proved',
  proof: () =>
    start(at(derivative(j, divergence), θ0))
      .equals(at(divide(sum(x, slope), scaled), θ0), ...underTheSum)
      .equals(
        at(divide(multiply(two, sum(x, derivative(j, law(x)))), scaled), θ0),
        by.evaluation,
        by.powers,
        by.linearity,
        by.assumption(sumToOne),
      )
      .equals(at(divide(multiply(two, derivative(j, sum(x, law(x)))), scaled), θ0), by.derivativeOfSum)
      .equals(0, by.normalisation(law), by.differentiation, by.evaluation),
});

const p = [0.2, 0.5, 0.3];
const q = [0.21, 0.48, 0.31];
const total = (f: (a: number, b: number) => number, a = p, b = q): number =>
  a.reduce((sum, x, k) => sum + f(x, b[k]), 0);
const alpha = (order: number): number =>
  (4 / (1 - order ** 2)) * (1 - total((a, b) => a ** ((1 - order) / 2) * b ** ((1 + order) / 2)));

export const alphaLimits = experiment({
  label: 'G-16/limits',
  title: 'alpha -> -1 gives KL(p | q), alpha -> 1 gives KL(q | p)',
  claim: 'D_alpha tends to KL at both ends',
  expected: 'supported',
  tolerance: 1e-9,
  instances: [{ distance: 1e-4 }, { distance: 1e-5 }],
  evaluate: ({ distance }) => ({
    left: [alpha(-1 + distance), alpha(1 - distance)],
    right: [total((a, b) => a * Math.log(a / b)), total((a, b) => b * Math.log(b / a))],
  }),
});
