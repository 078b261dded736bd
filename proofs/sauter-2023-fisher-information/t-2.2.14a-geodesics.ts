import {
  assume,
  by,
  calculation,
  calculus,
  declare,
  equation,
  experiment,
  geodesicFrom,
  metricSpace,
  type PointVariable,
  start,
  statement,
  type Term,
  term,
} from 'fisher-rao';

const { add, delta, derivative, fraction, multiply, subtract, sum } = term;

const unitSphere = metricSpace({
  coordinates: ['theta', 'phi'],
  constants: [],
  entries: [
    ['1', '0'],
    ['0', 'sin(theta)^2'],
  ].map((row) => row.map((text) => calculus.parseExpression(text))),
});

export const geodesics = experiment({
  label: 'T-2.2.14a',
  title:
    'geodesics are the shortest curves between their ends (as printed): three quarters of the equator, a solution of the geodesic equation',
  claim: 'the length of the geodesic <= the distance of its ends, and its end is that of the equation',
  expected: 'refuted',
  relation: 'atMost',
  instances: [{ length: (3 * Math.PI) / 2 }],
  evaluate: ({ length }) => {
    const ray = geodesicFrom(unitSphere, { from: [Math.PI / 2, 0], direction: [0, 1], length, times: [1] }, 'equation');
    const [theta, phi] = ray.points[0].values;
    // The nearer way from (pi/2, 0) to the point where it ended.
    const distance = Math.acos(Math.sin(theta) * Math.cos(phi));
    return { left: length, right: distance };
  },
});

const sphere = {
  metric: {
    coordinates: { theta: 'real', phi: 'real' },
    entries: [
      ['1', '0'],
      ['0', 'sin(theta)^2'],
    ],
  },
} as const;

/** A metric g_ab(θ) with the inverse h, in any number of coordinates, and a curve θ(t) with its velocity. */
const S = declare.space('S');
const [a, b, c, e, m] = ['a', 'b', 'c', 'e', 'm'].map((name) => declare.point(name, S));
const t = declare.coordinates('t', [])();
const θ = declare.function('θ', S);
const half = declare.realFunction('f', [S], [a, b]);
const inner = declare.point('q', S);
const both = (of: typeof half, row: PointVariable, column: PointVariable): Term =>
  add(of(row, column, inner, θ(inner)), of(column, row, inner, θ(inner)));
const g = (row: PointVariable, column: PointVariable): Term => both(half, row, column);
const slope = (along: PointVariable, row: PointVariable, column: PointVariable): Term =>
  both(half.partial(along), row, column);
const h = declare.function('h', [a, b]);
const isInverse = assume.equation('h is the inverse of g', sum(c, multiply(g(a, c), h(c, b))), delta(a, b));
const velocity = (of: PointVariable): Term => derivative(t, θ(of));
/** The symbols of the first kind, and the left side of the geodesic equation θ'' + Γ θ' θ' = 0. */
const symbol = (at: PointVariable): Term =>
  multiply(fraction(1, 2), subtract(add(slope(b, at, a), slope(a, at, b)), slope(at, a, b)));
const twice = (of: (at: PointVariable) => Term, at: PointVariable): Term =>
  sum(a, sum(b, multiply(of(at), velocity(a), velocity(b))));
const equationAt = (at: PointVariable): Term =>
  add(derivative(t, velocity(at)), sum(e, multiply(h(at, e), twice(symbol, e))));
/** d/dt of the momentum less the derivative of the energy g θ' θ'/2: zero where the energy is stationary (Euler, Lagrange). */
const stationary = subtract(
  derivative(t, sum(c, multiply(g(m, c), velocity(c)))),
  multiply(fraction(1, 2), sum(a, sum(b, multiply(slope(m, a, b), velocity(a), velocity(b))))),
);
const lowered = sum(c, multiply(g(m, c), equationAt(c)));

export const geodesicEquation = statement({
  label: 'T-2.2.14a/repaired',
  title:
    "they solve the geodesic equation theta'' + Gamma theta' theta' = 0, which says that the energy of the curve is stationary: lowered it is the equation of Euler and Lagrange, for any metric in any number of coordinates",
  given: [assume.differentiable(half), assume.differentiable(θ, 2), isInverse],
  claim: equation(stationary, lowered),
  expected: 'proved',
  proof: () => {
    const acceleration = sum(c, multiply(g(m, c), derivative(t, velocity(c))));
    return start(stationary)
      .equals(
        add(
          acceleration,
          sum(c, multiply(sum(e, multiply(slope(e, m, c), velocity(e))), velocity(c))),
          multiply(fraction(-1, 2), sum(a, sum(b, multiply(slope(m, a, b), velocity(a), velocity(b))))),
        ),
        by.derivativeOfSum,
        by.differentiation,
        by.chainRule,
        by.rearrangement,
      )
      .equals(add(acceleration, twice(symbol, m)), by.rearrangement)
      .equals(add(acceleration, sum(e, multiply(delta(m, e), twice(symbol, e)))), by.delta)
      .equals(
        add(acceleration, sum(e, multiply(sum(c, multiply(g(m, c), h(c, e))), twice(symbol, e)))),
        by.assumption(isInverse),
      )
      .equals(lowered, by.rearrangement);
  },
});

export const equator = calculation({
  ...sphere,
  label: 'T-2.2.14a/equator',
  title: 'as the equator does whatever its length: Gamma^theta_phiphi = -sin cos vanishes there',
  // theta'' + Gamma^theta_phiphi phi'^2 = 0 with constant theta and phi' = 1.
  claim: 'christoffel(theta, phi, phi) + sin(theta)*cos(theta) = 0 = christoffel(phi, phi, phi)',
  expected: 'proved',
});

export const normalDistance = experiment({
  label: 'T-2.2.14a/normal',
  title: 'the distance from (0, 1) to (2, 1) in the normal family is sqrt(2) arcosh 2 = 1.862460',
  claim: 'the length of the ellipse (mu - 1)^2/2 + sigma^2 = 3/2 between them = sqrt(2) arcosh 2',
  expected: 'supported',
  tolerance: 1e-9,
  instances: [{ steps: 200_000 }],
  evaluate: ({ steps }) => {
    const radius = Math.sqrt(1.5);
    const end = Math.acos(1 / Math.sqrt(3)); // mu = 1 + sqrt(2) radius cos, sigma = radius sin
    const [from, to] = [Math.PI - end, end];
    let length = 0;
    for (let k = 0; k < steps; k++) {
      const angle = from + ((k + 0.5) * (to - from)) / steps;
      const mu = -Math.SQRT2 * radius * Math.sin(angle);
      const sigma = radius * Math.cos(angle);
      length += (Math.sqrt(mu ** 2 + 2 * sigma ** 2) / (radius * Math.sin(angle))) * (Math.abs(to - from) / steps);
    }
    return { left: length, right: Math.SQRT2 * Math.acosh(2) };
  },
});
