/** Chapter 3: gradient flow and the neural tangent kernel. */
import { calculation, experiment } from 'fisher-rao';

export const stochasticDescentOfAllData = experiment({
  label: 'T-3.1.1',
  title: 'stochastic gradient descent with the loss of all data (as printed): its steps are random',
  claim: 'two runs differ',
  expected: 'refuted',
  relation: 'atMost',
  instances: [{ theta: 1, eta: 0.1, data: [1, 2, 3] }],
  evaluate: ({ theta, eta, data }) => {
    const step = (): number => theta - (eta * data.reduce((sum, y) => sum + 2 * (theta - y), 0)) / data.length;
    return { left: 1e-3, right: Math.abs(step() - step()) };
  },
});

export const gradientDescentOfAllData = calculation({
  label: 'T-3.1.1/repaired',
  title: 'with all data it is gradient descent: the step of the mean loss is the mean of the steps',
  symbols: { t: 'real', eta: 'positive' },
  functions: ['l1', 'l2'],
  claim: 't - eta*D((l1(t) + l2(t))/2, t) = ((t - eta*D(l1(t), t)) + (t - eta*D(l2(t), t)))/2',
  expected: 'proved',
});

const flow = { symbols: { t: 'real', theta: 'real', eta: 'positive' }, functions: ['L', 'f'] } as const;

export const timeParametrisation = calculation({
  ...flow,
  label: 'T-3.1.2',
  title: "a step of descent is an Euler step of length eta: its difference quotient is -L'",
  definitions: { next: 'theta - eta*D(L(theta), theta)' },
  claim: '(next - theta)/eta = -D(L(theta), theta)',
  expected: 'proved',
});

export const differenceQuotient = calculation({
  ...flow,
  label: 'T-3.1.3',
  title: 'the difference quotient of a curve at zero step is its velocity',
  claim: 'at(D(f(t + eta), eta), eta, 0) = D(f(t), t)',
  expected: 'proved',
});

export const derivative = calculation({
  ...flow,
  label: 'T-3.1.4',
  title: 'the derivative is the limit of difference quotients: for a polynomial the quotient has it as constant term',
  claim: '((t + eta)^3 - t^3)/eta = D(t^3, t) + eta*(3*t + eta)',
  expected: 'proved',
});

/** Descent on L = 3/2 theta^2 from 1 up to time 1, in steps of eta. */
const descended = (eta: number): number => (1 - 3 * eta) ** Math.round(1 / eta);

export const gradientFlow = experiment({
  label: 'T-3.1.5',
  title: 'gradient descent approximates the flow to first order in eta',
  claim: 'the errors at eta = 0.1, 0.05, 0.025, 0.0125 are 2.15e-2, 1.10e-2, 5.56e-3, 2.79e-3',
  expected: 'supported',
  tolerance: 1e-4,
  certain: 1e-3,
  instances: [{ etas: [0.1, 0.05, 0.025, 0.0125], errors: [2.15e-2, 1.1e-2, 5.56e-3, 2.79e-3] }],
  evaluate: ({ etas, errors }) => ({ left: etas.map((eta) => Math.abs(descended(eta) - Math.exp(-3))), right: errors }),
});

export const decreaseAlongTheFlow = calculation({
  ...flow,
  label: 'T-3.1.5/decrease',
  title: 'along the flow the loss falls by the squared gradient',
  // theta = f(t) with f' = -L'(f).
  assume: { flow: 'D(f(t), t) = -at(D(L(theta), theta), theta, f(t))' },
  claim: ['D(L(f(t)), t)', { equals: '-at(D(L(theta), theta), theta, f(t))^2', by: ['flow'] }],
  expected: 'proved',
});

/** Two parameters and two outputs. */
const outputs = {
  symbols: { a: 'real', b: 'real', u: 'real', v: 'real' },
  functions: ['f', 'g', 'L'],
  definitions: {
    Lu: 'at(at(D(L(u, v), u), u, f(a, b)), v, g(a, b))',
    Lv: 'at(at(D(L(u, v), v), u, f(a, b)), v, g(a, b))',
  },
} as const;

export const componentOfTheFlow = calculation({
  ...outputs,
  label: 'T-3.1.6',
  title: 'by the chain rule a parameter moves by -sum dL/df df/dtheta over the outputs',
  claim: '-D(L(f(a, b), g(a, b)), a) = -(Lu*D(f(a, b), a) + Lv*D(g(a, b), a))',
  expected: 'proved',
});

/** A tanh network of one input, two hidden units and one output at three inputs, and its flow. */
const inputs = [-1, 0.5, 2];
const targets = [0.3, -0.2, 0.8];
const output = (w: readonly number[], x: number): number => w[2] * Math.tanh(w[0] * x) + w[3] * Math.tanh(w[1] * x);
const jacobian = (w: readonly number[]): number[][] =>
  inputs.map((x) => [
    (w[2] * x) / Math.cosh(w[0] * x) ** 2,
    (w[3] * x) / Math.cosh(w[1] * x) ** 2,
    Math.tanh(w[0] * x),
    Math.tanh(w[1] * x),
  ]);
const residuals = (w: readonly number[]): number[] => inputs.map((x, k) => (2 * (output(w, x) - targets[k])) / 3);
const velocity = (w: readonly number[], rates = [1, 1, 1, 1]): number[] =>
  w.map((_, p) => -rates[p] * jacobian(w).reduce((sum, row, k) => sum + row[p] * residuals(w)[k], 0));
const kernelVelocity = (w: readonly number[], rates = [1, 1, 1, 1]): number[] =>
  jacobian(w).map(
    (row) =>
      -jacobian(w).reduce(
        (sum, other, l) => sum + row.reduce((s, value, p) => s + value * rates[p] * other[p], 0) * residuals(w)[l],
        0,
      ),
  );
const alongTheFlow = (w: readonly number[], rates?: number[]): number[] => {
  const [h, v] = [1e-5, velocity(w, rates)];
  const moved = (sign: number): number[] => w.map((value, p) => value + sign * h * v[p]);
  return inputs.map((x) => (output(moved(1), x) - output(moved(-1), x)) / (2 * h));
};
const start = { w: [0.7, -1.2, 0.9, 0.4] };

export const tangentKernel = experiment({
  label: 'T-3.1.7',
  title: 'df_ij/dt = df_ij/dtheta (-dL/df_ij df_ij/dtheta), with the same pair ij throughout (as printed, middle line)',
  claim: 'the velocity of each output = -|df/dtheta|^2 dL/df of the same output',
  expected: 'refuted',
  instances: [start],
  evaluate: ({ w }) => ({
    left: alongTheFlow(w),
    right: jacobian(w).map((row, k) => -row.reduce((sum, value) => sum + value ** 2, 0) * residuals(w)[k]),
  }),
});

export const tangentKernelRepaired = calculation({
  ...outputs,
  label: 'T-3.1.7/repaired',
  title: 'it sums over all outputs lm: df/dt = -sum Lambda dL/df with Lambda = sum_k df/dtheta_k dg/dtheta_k',
  definitions: {
    ...outputs.definitions,
    va: '-(Lu*D(f(a, b), a) + Lv*D(g(a, b), a))',
    vb: '-(Lu*D(f(a, b), b) + Lv*D(g(a, b), b))',
    Lff: 'D(f(a, b), a)^2 + D(f(a, b), b)^2',
    Lfg: 'D(f(a, b), a)*D(g(a, b), a) + D(f(a, b), b)*D(g(a, b), b)',
  },
  claim: 'D(f(a, b), a)*va + D(f(a, b), b)*vb = -(Lff*Lu + Lfg*Lv)',
  expected: 'proved',
});

export const onlyForDescent = experiment({
  label: 'T-3.1.8',
  title: 'the kernel is that of gradient descent for a tensor of learning rates too (as printed): the plain kernel',
  claim: 'df/dt = -Lambda dL/df when parameters move at different rates',
  expected: 'refuted',
  instances: [{ ...start, rates: [1, 5, 0.2, 3] }],
  evaluate: ({ w, rates }) => ({ left: alongTheFlow(w, rates), right: kernelVelocity(w) }),
});

export const tensorOfLearningRates = calculation({
  ...outputs,
  label: 'T-3.1.8/repaired',
  title: 'with rates r, s the kernel is J diag(r, s) J^T',
  symbols: { ...outputs.symbols, r: 'positive', s: 'positive' },
  definitions: {
    ...outputs.definitions,
    va: '-r*(Lu*D(f(a, b), a) + Lv*D(g(a, b), a))',
    vb: '-s*(Lu*D(f(a, b), b) + Lv*D(g(a, b), b))',
    Lff: 'r*D(f(a, b), a)^2 + s*D(f(a, b), b)^2',
    Lfg: 'r*D(f(a, b), a)*D(g(a, b), a) + s*D(f(a, b), b)*D(g(a, b), b)',
  },
  claim: 'D(f(a, b), a)*va + D(f(a, b), b)*vb = -(Lff*Lu + Lfg*Lv)',
  expected: 'proved',
});

export const kernelOfGradients = calculation({
  ...outputs,
  label: 'T-3.2.1',
  title: 'the kernel is the inner product of gradients: symmetric, with a nonnegative quadratic form',
  symbols: { ...outputs.symbols, c: 'real', d: 'real' },
  definitions: {
    Lff: 'D(f(a, b), a)^2 + D(f(a, b), b)^2',
    Lfg: 'D(f(a, b), a)*D(g(a, b), a) + D(f(a, b), b)*D(g(a, b), b)',
    Lgg: 'D(g(a, b), a)^2 + D(g(a, b), b)^2',
  },
  claim: '0 <= c^2*Lff + 2*c*d*Lfg + d^2*Lgg',
  difference: '(c*D(f(a, b), a) + d*D(g(a, b), a))^2 + (c*D(f(a, b), b) + d*D(g(a, b), b))^2',
  expected: 'proved',
});

export const spectrumDuality = calculation({
  label: 'T-3.2.1/spectrum',
  title: 'J^T J and J J^T have the same characteristic polynomial; two outputs, two parameters',
  symbols: { j11: 'real', j12: 'real', j21: 'real', j22: 'real', z: 'real' },
  definitions: {
    a: 'j11^2 + j21^2',
    b: 'j11*j12 + j21*j22',
    e: 'j12^2 + j22^2',
    c: 'j11^2 + j12^2',
    d: 'j11*j21 + j12*j22',
    f: 'j21^2 + j22^2',
  },
  claim: '(a - z)*(e - z) - b^2 = (c - z)*(f - z) - d^2',
  expected: 'proved',
});

export const scalarDynamics = experiment({
  label: 'T-3.2.2',
  title: 'a scalar output moves by -sum_j Lambda_ij dL/df(x_j)',
  claim: 'the velocity along the flow = -Lambda dL/df, at three inputs',
  expected: 'supported',
  tolerance: 1e-7,
  instances: [start],
  draw: (seed) => ({ w: [0.3, -0.7, 1.1, 0.5].map((value, k) => value + Math.sin(seed * (k + 1))) }),
  evaluate: ({ w }) => ({ left: alongTheFlow(w), right: kernelVelocity(w) }),
});

export const kernel = experiment({
  label: 'T-3.2.3',
  title:
    'a kernel is K(x_i, x_i) = phi(x_i).phi(x_i) (as printed, one argument twice): it gives the products of different points',
  claim: 'phi(x_i).phi(x_j) = phi(x_i).phi(x_i)',
  expected: 'refuted',
  instances: [{ first: [1, 2], second: [3, -1] }],
  evaluate: ({ first, second }) => {
    const dot = (u: readonly number[], v: readonly number[]): number =>
      u.reduce((sum, value, k) => sum + value * v[k], 0);
    return { left: dot(first, second), right: dot(first, first) };
  },
});

export const kernelOfTwoPoints = calculation({
  label: 'T-3.2.3/repaired',
  title: 'it is K(x_i, x_j) = phi(x_i).phi(x_j), symmetric with a nonnegative quadratic form',
  symbols: { p1: 'real', p2: 'real', q1: 'real', q2: 'real', c: 'real', d: 'real' },
  claim: '0 <= c^2*(p1^2 + p2^2) + 2*c*d*(p1*q1 + p2*q2) + d^2*(q1^2 + q2^2)',
  difference: '(c*p1 + d*q1)^2 + (c*p2 + d*q2)^2',
  expected: 'proved',
});

export const featureMap = calculation({
  ...outputs,
  label: 'T-3.2.4',
  title: 'the feature map of the tangent kernel is the gradient: to first order a step d changes f by gradient.d',
  symbols: { ...outputs.symbols, c: 'real', d: 'real', e: 'real' },
  claim: 'at(D(f(a + e*c, b + e*d), e), e, 0) = c*D(f(a, b), a) + d*D(f(a, b), b)',
  expected: 'proved',
});

export const zeroKernel = calculation({
  label: 'T-3.2.5',
  title: 'a zero of the kernel means no influence (as printed): f = a and g = b + a^2 at 0, a step in a',
  symbols: { a: 'real', b: 'real', s: 'positive' },
  definitions: { g: 'b + a^2' },
  claim: 'at(at(g, a, s), b, 0) = 0',
  expected: 'refuted',
});

export const zeroKernelToFirstOrder = calculation({
  label: 'T-3.2.5/repaired',
  title: 'none to first order',
  symbols: { a: 'real', b: 'real', s: 'positive' },
  definitions: { g: 'b + a^2' },
  claim: 'at(D(at(at(g, a, s), b, 0), s), s, 0) = 0',
  expected: 'proved',
});
