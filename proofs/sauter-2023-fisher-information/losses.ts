/** Section 1.3: data, losses and descent. */
import { calculation, experiment } from 'fisher-rao';

export const mnistEncoding = experiment({
  label: 'T-1.3.0',
  title: 'an image of 28 x 28 pixels is a vector of 784, a digit a one-hot vector that sums to one',
  claim: '28^2 = 784 and the entries of the code of a digit sum to 1',
  expected: 'supported',
  draw: (seed) => ({ digit: seed % 10 }),
  evaluate: ({ digit }) => {
    const code = Array.from({ length: 10 }, (_, k) => (k === digit ? 1 : 0));
    return { left: [28 ** 2, code.reduce<number>((sum, v) => sum + v, 0), code[digit]], right: [784, 1, 1] };
  },
});

export const networkAsAMap = calculation({
  label: 'T-1.3.1',
  title: 'a network is a function of data and parameters: it can be differentiated along either, in any order',
  symbols: { x: 'real', theta: 'real' },
  functions: ['f'],
  claim: 'D(D(f(x, theta), x), theta) = D(D(f(x, theta), theta), x)',
  expected: 'proved',
});

export const meanOfSublosses = calculation({
  label: 'T-1.3.2',
  title: 'the gradient of a mean of sublosses is the mean of their gradients; three data',
  symbols: { t: 'real' },
  functions: ['l1', 'l2', 'l3'],
  claim: 'D((l1(t) + l2(t) + l3(t))/3, t) = (D(l1(t), t) + D(l2(t), t) + D(l3(t), t))/3',
  expected: 'proved',
});

export const lossThroughOutputs = calculation({
  label: 'T-1.3.3',
  title: 'a loss of the outputs depends on the parameters through them: the chain rule',
  symbols: { t: 'real', h: 'real' },
  functions: ['l', 'f'],
  claim: 'D(l(f(t)), t) = at(D(l(h), h), h, f(t))*D(f(t), t)',
  expected: 'proved',
});

export const distanceLoss = experiment({
  label: 'T-1.3.4',
  title: 'the subloss is a distance (as printed), as is the squared difference in the example: the triangle inequality',
  claim: 'd(u, w) <= d(u, v) + d(v, w) for d = (u - v)^2',
  expected: 'refuted',
  relation: 'atMost',
  instances: [{ u: 0, v: 1, w: 2 }],
  evaluate: ({ u, v, w }) => ({ left: (u - w) ** 2, right: (u - v) ** 2 + (v - w) ** 2 }),
});

export const dissimilarity = calculation({
  label: 'T-1.3.4/repaired',
  title: 'it is a dissimilarity: never negative, zero for equal arguments',
  symbols: { u: 'real', v: 'real' },
  claim: 'at((u - v)^2, v, u) <= (u - v)^2',
  difference: '(u - v)^2',
  expected: 'proved',
});

const error = (e: readonly (readonly number[])[], outputs: number): number =>
  e.reduce((sum, row) => sum + row.slice(0, outputs).reduce((inner, v) => inner + v ** 2, 0), 0) / e.length;

export const squaredError = experiment({
  label: 'T-1.3.5',
  title: 'the squared error sums over as many outputs as there are data (as printed)',
  claim: 'the sum over outputs 1..N = the sum over all outputs',
  expected: 'refuted',
  instances: [{ errors: [[0, 1]] }],
  evaluate: ({ errors }) => ({ left: error(errors, errors.length), right: error(errors, errors[0].length) }),
});

export const squaredErrorOverOutputs = calculation({
  label: 'T-1.3.5/repaired',
  title: 'over all outputs it is the mean of squared lengths; two data with two outputs',
  symbols: { e11: 'real', e12: 'real', e21: 'real', e22: 'real' },
  claim: '(e11^2 + e12^2 + e21^2 + e22^2)/2 = ((e11^2 + e12^2) + (e21^2 + e22^2))/2',
  expected: 'proved',
});

const descent = { symbols: { t: 'real', u: 'real', v: 'real', eta: 'real' }, functions: ['L'] } as const;

export const gradientDescent = calculation({
  ...descent,
  label: 'T-1.3.6',
  title: 'a small step of gradient descent lowers the loss by eta times the squared gradient',
  claim: 'at(D(L(t - eta*D(L(t), t)), eta), eta, 0) = -D(L(t), t)^2',
  expected: 'proved',
});

export const steepestDescent = experiment({
  label: 'T-1.3.6a',
  title: 'the gradient is the direction of steepest ascent (as printed, whatever the metric): lengths by diag(1, 4)',
  claim: 'the unit direction of largest increase is that of the gradient',
  expected: 'refuted',
  instances: [{ metric: [1, 4], gradient: [1, 1] }],
  evaluate: ({ metric, gradient }) => {
    let best = { value: Number.NEGATIVE_INFINITY, ratio: 0 };
    for (let k = 0; k < 100_000; k++) {
      const angle = (2 * Math.PI * k) / 100_000;
      const d = [Math.cos(angle) / Math.sqrt(metric[0]), Math.sin(angle) / Math.sqrt(metric[1])];
      const value = gradient[0] * d[0] + gradient[1] * d[1];
      if (value > best.value) best = { value, ratio: d[1] / d[0] };
    }
    return { left: best.ratio, right: gradient[1] / gradient[0] };
  },
});

export const steepestDescentInAMetric = calculation({
  label: 'T-1.3.6a/repaired',
  title: 'in the metric diag(a, b) it is G^(-1) g: no direction of the same length increases more (Cauchy-Schwarz)',
  symbols: { a: 'positive', b: 'positive', u: 'real', v: 'real', d1: 'real', d2: 'real' },
  claim: '(u*d1 + v*d2)^2 <= (u^2/a + v^2/b)*(a*d1^2 + b*d2^2)',
  difference: 'a*b*(v*d1/b - u*d2/a)^2',
  expected: 'proved',
});

const closest = { from: 0.1, minima: [-1, 3] };
const slope = (t: number): number => t * (t + 1) * (t - 3);

export const closestMinimum = experiment({
  label: 'T-1.3.6b',
  title: 'gradient descent finds the closest local minimum (as printed)',
  claim: "from 0.1, descent on L' = t (t + 1) (t - 3) ends at the nearest minimum, -1",
  expected: 'refuted',
  instances: [closest],
  evaluate: ({ from, minima }) => {
    let t = from;
    for (let k = 0; k < 20_000; k++) t -= 1e-3 * slope(t);
    const nearest = minima.reduce((best, m) => (Math.abs(m - from) < Math.abs(best - from) ? m : best));
    return { left: t, right: nearest };
  },
});

export const minimumOfTheBasin = calculation({
  label: 'T-1.3.6b/repaired',
  title: 'it goes down within the basin where it starts: between 0 and 3 the slope t (t + 1) (t - 3) is negative',
  // t = 3 u with u in the unit interval.
  symbols: { u: 'unit' },
  claim: '3*u*(3*u + 1)*(3*u - 3) <= 0',
  difference: '9*u*(3*u + 1)*(1 - u)',
  expected: 'proved',
});

export const oneComponent = experiment({
  label: 'T-1.3.7',
  title: 'one component of a step starts from the whole vector (as printed)',
  claim: "theta_1' has one entry, as theta has",
  expected: 'refuted',
  instances: [{ theta: [1, 2] }],
  evaluate: ({ theta }) => ({ left: 1, right: theta.length }),
});

export const oneComponentOfAStep = calculation({
  label: 'T-1.3.7/repaired',
  title: 'it starts from that component: the step of L = a t^2 + b t u moves t alone by -eta (2 a t + b u)',
  symbols: { a: 'real', b: 'real', t: 'real', u: 'real', eta: 'real' },
  claim: 't - eta*D(a*t^2 + b*t*u, t) = t - eta*(2*a*t + b*u)',
  expected: 'proved',
});

export const stochasticDescent = calculation({
  label: 'T-1.3.8',
  title: 'the gradient on a random mini-batch is unbiased: four data in batches of two, all six batches',
  symbols: { a: 'real', b: 'real', c: 'real', d: 'real' },
  claim: '((a + b)/2 + (a + c)/2 + (a + d)/2 + (b + c)/2 + (b + d)/2 + (c + d)/2)/6 = (a + b + c + d)/4',
  expected: 'proved',
});

export const adam = calculation({
  label: 'T-1.3.9',
  title: 'the first step of Adam is -eta g/(|g| + epsilon), whatever the decay rates; for positive g',
  symbols: { g: 'positive', eta: 'positive', epsilon: 'positive', beta1: 'unit', beta2: 'unit' },
  definitions: { m: '(1 - beta1)*g/(1 - beta1)', v: '(1 - beta2)*g^2/(1 - beta2)' },
  claim: '-eta*m/(sqrt(v) + epsilon) = -eta*g/(g + epsilon)',
  expected: 'proved',
});

export const generality = calculation({
  label: 'T-1.4.1',
  title: 'the kernel of chapter 3 needs only a differentiable loss of the outputs: df/dt = -Lambda dL/df',
  symbols: { t: 'real', h: 'real' },
  functions: ['L', 'f'],
  // theta moves with the velocity -d L(f(theta))/d theta.
  claim: 'D(f(t), t)*(-D(L(f(t)), t)) = -D(f(t), t)^2*at(D(L(h), h), h, f(t))',
  expected: 'proved',
});
