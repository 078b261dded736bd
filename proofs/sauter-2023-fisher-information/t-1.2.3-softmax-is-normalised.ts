import { assume, by, declare, equation, inequality, start, statement, term, theoremOf } from 'fisher-rao';
import { a, b, e, isExponential, p, smoothOutputs, z } from './general-softmax.ts';

const { delta, derivative, divide, log, multiply, square, subtract, sum } = term;
const [c, d] = ['c', 'd'].map((name) => ({ ...a, name }));
const i = declare.direction('i');

export const softmaxIsNormalised = statement({
  label: 'T-1.2.3',
  title: 'softmax outputs sum to one, for any number of them',
  given: [assume.positive(e)],
  claim: equation(sum(a, p(a)), 1),
  expected: 'proved',
  proof: () => start(sum(a, p(a))).equals(1, by.linearity),
});

/** exp(k) for a constant k that is added to all inputs, so that e_a becomes exp(z_a + k) = e_a exp(k). */
const factor = declare.function('g', []);
const shifted = divide(multiply(e(a), factor()), sum(b, multiply(e(b), factor())));

export const softmaxOfShiftedInputs = statement({
  label: 'T-1.2.3/shift',
  title: 'and do not change when a constant k is added to all inputs, which multiplies each exp(z_a) by exp(k) > 0',
  given: [assume.positive(e), assume.positive(factor)],
  claim: equation(shifted, p(a)),
  expected: 'proved',
  proof: () => start(shifted).equals(p(a), by.linearity),
});

/** ∂p_a along any coordinate: Σ_b (δ_ab p_a - p_a p_b) ∂z_b. */
const throughTheJacobian = sum(
  d,
  multiply(subtract(multiply(delta(a, d), p(a)), multiply(p(a), p(d))), derivative(i, z(d))),
);
const smoothInputs = assume.differentiable(z);

export const softmaxJacobian = statement({
  label: 'T-1.2.3/jacobian',
  title: 'the Jacobian is diag(p) - p p^T, for any number of outputs',
  given: [...smoothOutputs, smoothInputs],
  claim: equation(derivative(i, p(a)), throughTheJacobian),
  expected: 'proved',
  proof: () => {
    const relative = (at: typeof a) => derivative(i, log(e(at)));
    return start(derivative(i, p(a)))
      .equals(
        multiply(p(a), subtract(relative(a), sum(d, multiply(p(d), relative(d))))),
        by.differentiation,
        by.derivativeOfSum,
        by.logarithmicDerivative,
        by.linearity,
      )
      .equals(
        multiply(p(a), subtract(derivative(i, z(a)), sum(d, multiply(p(d), derivative(i, z(d)))))),
        by.assumption(isExponential),
      )
      .equals(throughTheJacobian, by.linearity, by.delta);
  },
});

/** The coordinates are the inputs themselves. */
const input = declare.coordinates('o', [c]);
const ofInputs = assume.equation('o(c) is the input z_c', derivative(input(c), z(a)), delta(a, c));

export const softmaxIsMonotone = statement({
  label: 'T-1.2.3/monotone',
  title: 'a larger input gives a larger probability: ∂p_c/∂z_c = p_c (1 - p_c) >= 0, for any number of outputs',
  given: [...smoothOutputs, smoothInputs, ofInputs],
  claim: inequality(0, derivative(input(c), p(c))),
  expected: 'proved',
  proof: () => {
    const others = multiply(p(c), sum(d, multiply(square(subtract(1, delta(c, d))), p(d))));
    return start(0)
      .atMost(others, by.difference(others))
      .equals(multiply(p(c), subtract(sum(d, p(d)), p(c))), by.linearity, by.delta)
      .equals(multiply(p(c), subtract(1, p(c))), by.linearity)
      .equals(
        sum(d, multiply(subtract(multiply(delta(c, d), p(c)), multiply(p(c), p(d))), delta(d, c))),
        by.linearity,
        by.delta,
      )
      .equals(
        sum(d, multiply(subtract(multiply(delta(c, d), p(c)), multiply(p(c), p(d))), derivative(input(c), z(d)))),
        by.assumption(ofInputs),
      )
      .equals(derivative(input(c), p(c)), by.theorem(theoremOf(softmaxJacobian)));
  },
});

export const softmaxOrder = statement({
  label: 'T-1.2.3/order',
  title: 'the ratio of two probabilities is exp(z_a - z_b), so that the larger of two inputs has the larger one',
  given: [assume.positive(e), isExponential],
  claim: equation(log(divide(p(a), p(c))), subtract(z(a), z(c))),
  expected: 'proved',
  proof: () =>
    start(log(divide(p(a), p(c))))
      .equals(subtract(log(e(a)), log(e(c))), by.logarithmOfProduct)
      .equals(subtract(z(a), z(c)), by.assumption(isExponential)),
});
