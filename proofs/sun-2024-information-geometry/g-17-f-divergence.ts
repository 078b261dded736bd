import { assume, by, declare, equation, experiment, start, statement, type Term, term, theoremOf } from 'fisher-rao';

const { add, at, derivative, divide, multiply, square, subtract, sum } = term;

/** Outcomes, a law p that depends on the parameter, its law at θ0, and the function φ of an f-divergence. */
const X = declare.measureSpace('X');
const x = declare.point('x', X);
const [i, j] = [declare.direction('i'), declare.direction('j')];
const p = declare.function('p', X);
const phi = declare.realFunction('φ');
const θ0 = declare.parameter('θ0');
const ratio = divide(at(p(x), θ0), p(x));
const part = multiply(p(x), phi(ratio));
const divergence = sum(x, part);
const product = divide(multiply(derivative(i, p(x)), derivative(j, p(x))), p(x));
const information = sum(x, product);

/** Under the integral so many derivatives may be taken of both. */
const smooth = (order: number) => [
  assume.positive(p),
  assume.differentiable(p, order),
  assume.differentiable(phi, order),
  assume.exchange(part, order, x),
];
const regular = (order: number) => [...smooth(order), assume.normalised(p), assume.exchange(p(x), order, x)];
const underTheSum = [by.derivativeOfSum, by.differentiation, by.chainRule] as const;

/** The derivatives of the divergence at any θ. */
const tangent = subtract(phi(ratio), multiply(ratio, phi.prime(ratio)));
const gradient = sum(x, multiply(derivative(j, p(x)), tangent));
const hessian = sum(
  x,
  add(multiply(derivative(i, derivative(j, p(x))), tangent), multiply(phi.prime.prime(ratio), square(ratio), product)),
);
const rest: Term = subtract(phi(1), phi.prime(1));

export const hessianOfAnFDivergence = statement({
  label: 'G-17/hessian',
  title: 'the second derivatives of the f-divergence, the integral of p_θ φ(p_θ0/p_θ), at any θ; any φ, any family',
  given: smooth(2),
  claim: equation(derivative(i, derivative(j, divergence)), hessian),
  expected: 'proved',
  proof: () =>
    start(derivative(i, derivative(j, divergence)))
      .equals(derivative(i, gradient), ...underTheSum)
      .equals(hessian, ...underTheSum),
});

export const fDivergence = statement({
  label: 'G-17',
  title:
    "an f-divergence has φ''(1) times the Fisher metric as its second-order part: its second derivatives at θ0 are φ''(1) F there",
  given: [...regular(2), assume.integrable(product, x)],
  claim: equation(at(derivative(i, derivative(j, divergence)), θ0), at(multiply(phi.prime.prime(1), information), θ0)),
  expected: 'proved',
  proof: () => {
    const value = multiply(phi.prime.prime(1), information);
    const mass = derivative(i, derivative(j, sum(x, p(x))));
    return start(at(derivative(i, derivative(j, divergence)), θ0))
      .equals(at(hessian, θ0), by.theorem(theoremOf(hessianOfAnFDivergence)))
      .equals(
        at(add(multiply(rest, sum(x, derivative(i, derivative(j, p(x))))), value), θ0),
        by.evaluation,
        by.linearity,
      )
      .equals(at(add(multiply(rest, mass), value), θ0), by.derivativeOfSum)
      .equals(at(value, θ0), by.normalisation(p), by.differentiation);
  },
});

export const noFirstOrderPart = statement({
  label: 'G-17/first-order',
  title: 'and no first-order part',
  given: regular(1),
  claim: equation(at(derivative(j, divergence), θ0), 0),
  expected: 'proved',
  proof: () =>
    start(at(derivative(j, divergence), θ0))
      .equals(at(gradient, θ0), ...underTheSum)
      .equals(at(multiply(rest, sum(x, derivative(j, p(x)))), θ0), by.evaluation, by.linearity)
      .equals(at(multiply(rest, derivative(j, sum(x, p(x)))), θ0), by.derivativeOfSum)
      .equals(0, by.normalisation(p), by.differentiation, by.evaluation),
});

const examples = {
  'chi-squared': { f: (u: number) => (u - 1) ** 2, curvature: 2 },
  'squared Hellinger': { f: (u: number) => (Math.sqrt(u) - 1) ** 2, curvature: 0.5 },
  'Jensen-Shannon': {
    f: (u: number) => (u * Math.log((2 * u) / (1 + u)) + Math.log(2 / (1 + u))) / 2,
    curvature: 0.25,
  },
} as const;

export const namedFDivergences = experiment({
  label: 'G-17/examples',
  title: "chi-squared, squared Hellinger and Jensen-Shannon divergences, with φ''(1) = 2, 1/2, 1/4",
  claim: "D(p | p + e v)/(φ''(1) e v F v e/2) tends to 1",
  expected: 'supported',
  tolerance: 1e-3,
  certain: 1e-2,
  instances: [
    { name: 'chi-squared', e: 1e-4 },
    { name: 'squared Hellinger', e: 1e-4 },
    { name: 'Jensen-Shannon', e: 1e-4 },
  ] as { name: keyof typeof examples; e: number }[],
  evaluate: ({ name, e }) => {
    const { f, curvature } = examples[name];
    const [law, v] = [
      [0.2, 0.5, 0.3],
      [1, -2, 1],
    ];
    const form = law.reduce((total, a, k) => total + v[k] ** 2 / a, 0);
    const value = law.reduce((total, a, k) => total + (a + e * v[k]) * f(a / (a + e * v[k])), 0);
    return { left: value / ((curvature * form * e ** 2) / 2), right: 1 };
  },
});
