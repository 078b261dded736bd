import { assume, by, calculation, declare, equation, start, statement, term } from 'fisher-rao';
import { a, E, isExponential, p, smoothOutputs, z } from './general-softmax.ts';

const { delta, derivative, multiply, subtract, sum } = term;
const d = { ...a, name: 'd' };
const i = declare.direction('i');

const softmax = {
  symbols: { z1: 'real', z2: 'real', z3: 'real', c: 'real' },
  definitions: {
    total: 'exp(z1) + exp(z2) + exp(z3)',
    p1: 'exp(z1)/total',
    p2: 'exp(z2)/total',
    p3: 'exp(z3)/total',
  },
} as const;

export const softmaxIsNormalised = statement({
  label: 'T-1.2.3',
  title: 'softmax outputs sum to one, for any number of them',
  given: [assume.positive(E)],
  claim: equation(sum(a, p(a)), 1),
  expected: 'proved',
  proof: () => start(sum(a, p(a))).equals(1, by.linearity),
});

export const softmaxOfShiftedInputs = calculation({
  ...softmax,
  label: 'T-1.2.3/shift',
  title: 'and do not change when a constant is added to all inputs; here for three',
  claim: 'at(at(at(p1, z1, z1 + c), z2, z2 + c), z3, z3 + c) = p1',
  expected: 'proved',
});

/** ∂p_a along any coordinate: Σ_b (δ_ab p_a - p_a p_b) ∂z_b. */
const throughTheJacobian = sum(
  d,
  multiply(subtract(multiply(delta(a, d), p(a)), multiply(p(a), p(d))), derivative(i, z(d))),
);

export const softmaxJacobian = statement({
  label: 'T-1.2.3/jacobian',
  title: 'the Jacobian is diag(p) - p p^T, for any number of outputs',
  given: [...smoothOutputs, isExponential],
  claim: equation(derivative(i, p(a)), throughTheJacobian),
  expected: 'proved',
  proof: () =>
    start(derivative(i, p(a)))
      .equals(
        multiply(p(a), subtract(derivative(i, z(a)), sum(d, multiply(p(d), derivative(i, z(d)))))),
        by.differentiation,
        by.derivativeOfSum,
        by.chainRule,
        by.assumption(isExponential),
        by.linearity,
      )
      .equals(throughTheJacobian, by.linearity, by.delta),
});

export const softmaxIsMonotone = calculation({
  ...softmax,
  label: 'T-1.2.3/monotone',
  title: 'a larger input gives a larger probability',
  claim: '0 <= D(p1, z1)',
  difference: 'exp(z1)*(exp(z2) + exp(z3))/(exp(z1) + exp(z2) + exp(z3))^2',
  expected: 'proved',
});

export const softmaxOrder = calculation({
  ...softmax,
  label: 'T-1.2.3/order',
  title: 'so the larger of two inputs has the larger probability: their ratio is exp(z1 - z2); here for three',
  claim: 'p1/p2 = exp(z1 - z2)',
  expected: 'proved',
});
