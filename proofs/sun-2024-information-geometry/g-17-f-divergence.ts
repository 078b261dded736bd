import { assume, by, calculation, declare, equation, experiment, start, statement, term } from 'fisher-rao';

const { add, derivative, divide, multiply, square, subtract, sum } = term;

/** Outcomes, a law p that depends on the parameter, a fixed law r, and the function φ of an f-divergence. */
const X = declare.space('X');
const x = declare.point('x', X);
const [i, j] = [declare.direction('i'), declare.direction('j')];
const [p, r] = [declare.function('p', X), declare.function('r', X)];
const phi = declare.realFunction('φ');
const ratio = divide(r(x), p(x));
const divergence = sum(x, multiply(p(x), phi(ratio)));
const regular = [assume.positive(p), assume.differentiable(p, 2), assume.positive(r), assume.differentiable(phi, 2)];

const second = derivative(i, derivative(j, p(x)));
const product = divide(multiply(derivative(i, p(x)), derivative(j, p(x))), p(x));
const tangent = subtract(phi(ratio), multiply(ratio, phi.prime(ratio)));
const hessian = sum(x, add(multiply(second, tangent), multiply(phi.prime.prime(ratio), square(ratio), product)));

export const hessianOfAnFDivergence = statement({
  label: 'G-17/hessian',
  title: 'the second derivatives of sum p φ(r/p) in the parameter of p, for any φ and any finite number of outcomes',
  given: [...regular, assume.constant(r)],
  claim: equation(derivative(i, derivative(j, divergence)), hessian),
  expected: 'proved',
  proof: () =>
    start(derivative(i, derivative(j, divergence)))
      .equals(
        derivative(i, sum(x, multiply(derivative(j, p(x)), tangent))),
        by.derivativeOfSum,
        by.differentiation,
        by.chainRule,
      )
      .equals(hessian, by.derivativeOfSum, by.differentiation, by.chainRule),
});

const basePoint = assume.equation('at the base point r is p', r(x), p(x));
const information = sum(x, product);
const value = multiply(phi.prime.prime(1), information);

export const fDivergence = statement({
  label: 'G-17',
  title:
    "an f-divergence has φ''(1) times the Fisher metric as its second-order part: there its second derivatives are φ''(1) F",
  given: [...regular, assume.normalised(p), basePoint],
  claim: equation(hessian, value),
  expected: 'proved',
  proof: () => {
    const rest = subtract(phi(1), phi.prime(1));
    return start(hessian)
      .equals(add(multiply(rest, sum(x, second)), value), by.assumption(basePoint), by.linearity)
      .equals(add(multiply(rest, derivative(i, derivative(j, sum(x, p(x))))), value), by.derivativeOfSum)
      .equals(add(multiply(rest, derivative(i, derivative(j, 1))), value), by.normalisation(p))
      .equals(value, by.differentiation);
  },
});

const first = sum(x, multiply(derivative(j, p(x)), tangent));

export const noFirstOrderPart = statement({
  label: 'G-17/first-order',
  title: 'and no first-order part',
  given: [
    assume.positive(p),
    assume.differentiable(p),
    assume.positive(r),
    assume.differentiable(phi),
    assume.normalised(p),
    basePoint,
  ],
  claim: equation(first, 0),
  expected: 'proved',
  proof: () => {
    const rest = subtract(phi(1), phi.prime(1));
    return start(first)
      .equals(multiply(rest, sum(x, derivative(j, p(x)))), by.assumption(basePoint), by.linearity)
      .equals(multiply(rest, derivative(j, sum(x, p(x)))), by.derivativeOfSum)
      .equals(multiply(rest, derivative(j, 1)), by.normalisation(p))
      .equals(0, by.differentiation);
  },
});

export const fDivergenceOfTwoOutcomes = calculation({
  label: 'G-17/two-outcomes',
  title: 'with the derivatives of the divergence itself at the base point, for two outcomes',
  symbols: { q: 'real', e: 'real', z: 'real' },
  functions: ['f'],
  definitions: { divergence: 'q*f((q + e)/q) + (1 - q)*f((1 - q - e)/(1 - q))' },
  claim: 'at(D(D(divergence, e), e), e, 0) = at(D(D(f(z), z), z), z, 1)/(q*(1 - q))',
  expected: 'proved',
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
