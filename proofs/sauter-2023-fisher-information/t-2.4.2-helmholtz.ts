import { assume, by, calculation, declare, equation, start, statement, type Term, term } from 'fisher-rao';

const twoLevels = {
  symbols: { beta: 'positive' },
  definitions: { Z: '1 + exp(-beta)', A: '-log(Z)/beta' },
} as const;

const { derivative, divide, log, multiply, negate, square, subtract, sum } = term;

/** Any number of states with energies H, the coordinate b of the inverse temperature β, and weights exp(-β H). */
const X = declare.space('X');
const [x, other] = [declare.point('x', X), declare.point("x'", X)];
const b = declare.coordinates('b', [])();
const beta = declare.function('β', []);
const isCoordinate = assume.equation('β is the coordinate b', derivative(b, beta()), 1);
const energy = declare.function('H', X);
const weight = declare.function('w', X);
const boltzmann = assume.equation('w is exp(-β H)', derivative(b, weight(x)), negate(multiply(energy(x), weight(x))));
const Z = sum(other, weight(other));
const mean = (of: Term): Term => divide(sum(x, multiply(weight(x), of)), Z);
/** (2.4.2) with k_B T = 1/β. */
const freeEnergy = negate(divide(log(Z), beta()));
const variance = subtract(mean(square(energy(x))), square(mean(energy(x))));
const minusSecondDerivative = negate(derivative(b, derivative(b, multiply(beta(), freeEnergy))));

export const helmholtz = statement({
  label: 'T-2.4.2',
  title:
    "with A = -log(Z)/β the metric in β is -(β A)'', the variance of the energy; any number of states and any energies",
  given: [
    assume.positive(beta),
    assume.differentiable(beta, 2),
    assume.constant(energy),
    assume.positive(weight),
    assume.differentiable(weight, 2),
    isCoordinate,
    boltzmann,
  ],
  claim: equation(minusSecondDerivative, variance),
  expected: 'proved',
  proof: () =>
    start(minusSecondDerivative)
      .equals(derivative(b, derivative(b, log(Z))), by.differentiation)
      .equals(derivative(b, divide(sum(x, derivative(b, weight(x))), Z)), by.logarithmicDerivative, by.derivativeOfSum)
      .equals(
        derivative(b, negate(mean(energy(x)))),
        by.assumption(boltzmann),
        by.assumption(isCoordinate),
        by.linearity,
      )
      .equals(
        subtract(
          divide(multiply(sum(x, multiply(weight(x), energy(x))), sum(x, derivative(b, weight(x)))), square(Z)),
          divide(sum(x, multiply(derivative(b, weight(x)), energy(x))), Z),
        ),
        by.differentiation,
        by.derivativeOfSum,
        by.linearity,
      )
      .equals(variance, by.assumption(boltzmann), by.assumption(isCoordinate), by.linearity),
});

export const twoLevelSystem = calculation({
  ...twoLevels,
  label: 'T-2.4.2/two-levels',
  title: 'for two levels 0 and 1 it is exp(-beta)/(1 + exp(-beta))^2, the second derivative of log Z',
  claim: '-D(D(beta*A, beta), beta) = D(D(log(Z), beta), beta) = exp(-beta)/(1 + exp(-beta))^2',
  expected: 'proved',
});

export const helmholtzWithBetaAsCoordinate = calculation({
  ...twoLevels,
  label: 'T-2.4.2/beta-as-coordinate',
  title: "and not -beta A'', where beta itself is the coordinate",
  claim: '-beta*D(D(A, beta), beta) = D(D(log(Z), beta), beta)',
  expected: 'refuted',
});
