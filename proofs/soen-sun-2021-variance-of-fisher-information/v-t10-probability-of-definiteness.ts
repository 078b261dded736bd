/** Theorem 10: the probability that the second estimator is positive semidefinite. */
import {
  assume,
  by,
  declare,
  equation,
  experiment,
  inequality,
  type SamplePoint,
  start,
  statement,
  type Term,
  term,
  theoremOf,
} from 'fisher-rao';
import { symmetricEigenvalues } from 'fisher-rao/methods';
import { randomSource } from 'fisher-rao/network';
import {
  a,
  b,
  bend,
  bentOutputs,
  c,
  constant,
  d,
  i,
  pulledBack as information,
  j,
  slope,
} from './exponential-outputs.ts';
import {
  absolute,
  alongW,
  deviation,
  eigenvalue,
  information as G,
  indicator,
  noise,
  other,
  outputs,
  radii,
  size,
  sizes,
  variance,
  variances,
  weighted,
  witness,
  λ,
} from './failing-samples.ts';
import { activation, bias, lastLayers, r, weight } from './last-layers.ts';
import { slopeInABias, slopeInAWeight } from './last-layers-null-vector.ts';
import { range, total } from './lists.ts';
import { bestPair, bestSingle, radius, restricted, sumsOfLabels } from './network-blocks.ts';
import { average, combined, estimates, frobenius, meanEstimate, pulledBack } from './network-estimates.ts';
import { bentBy } from './network-samples.ts';
import { analysed, drawNetwork, type NetworkCase } from './networks.ts';
import { absoluteDeviation, form, length, m, secondEstimate, spectralRadius, ρ } from './quadratic-forms.ts';
import { sampleOfLabels } from './samples-of-labels.ts';
import { f, lawOfSamples, N, P, probability, ω } from './sampling-errors.ts';
import { boundOfTheNoise, secondEstimateAlong } from './v-t11-spectrum-of-the-second-estimator.ts';

const { add, delta, divide, fraction, multiply, negate, square, subtract, sum } = term;

export const theoremTen = experiment({
  label: 'V-T10',
  title:
    'Theorem 10 speaks of networks at one input (as printed), so that the information of some is positive definite there',
  claim: '1e-9 |I| <= λ_min(I(θ)) of a random network at one input',
  expected: 'refuted',
  relation: 'atMost',
  tolerance: 0,
  certain: 1e-10,
  draw: (seed) => drawNetwork(seed),
  cases: 20,
  evaluate: async (network) => {
    const [at] = await analysed(network);
    const matrix = meanEstimate(estimates([at]), 'first');
    const scale = frobenius(matrix) || 1;
    const [smallest] = symmetricEigenvalues(
      matrix.map((value) => value / scale),
      at.parameters,
    );
    return { left: 1e-9, right: smallest };
  },
});

/** J^T M J for any matrix M of the outputs, such as I(h). */
const M = declare.function('M', [a, b]);
const pulled = (first: SamplePoint, second: SamplePoint) =>
  sum(a, sum(b, multiply(slope(first, a), slope(second, b), M(a, b))));

export const nullVectorOfTheInformation = statement({
  label: 'V-T10/one-input',
  title:
    'at one input v^T (J^T M J) v = 0 for the vector v = w - σ(u_e) c of a weight of the last layer and the bias of the same output, and any matrix M, so that λ_min(I) = 0: any outputs, units and layers below',
  given: lastLayers,
  claim: equation(
    add(
      pulled(weight, weight),
      multiply(-1, activation, add(pulled(weight, bias), pulled(bias, weight))),
      multiply(square(activation), pulled(bias, bias)),
    ),
    0,
  ),
  expected: 'proved',
  proof: () => {
    const product = (left: Term, right: Term) => sum(c, sum(d, multiply(left, right, M(c, d))));
    const [first, second] = [delta(r, c), delta(r, d)];
    return start(nullVectorOfTheInformation.claim.left)
      .equals(
        add(
          product(multiply(first, activation), multiply(second, activation)),
          multiply(
            -1,
            activation,
            add(product(multiply(first, activation), second), product(first, multiply(second, activation))),
          ),
          multiply(square(activation), product(first, second)),
        ),
        by.theorem(theoremOf(slopeInAWeight)),
        by.theorem(theoremOf(slopeInABias)),
      )
      .equals(0, by.linearity);
  },
});

/** λ is at most v^T I v/|v|^2, as the smallest eigenvalue is. */
const smallestEigenvalue = assume.inequality('λ |v|^2 <= v^T I v', multiply(λ(), length), form(information(i, j)));

export const perturbation = statement({
  label: 'V-T10/perturbation',
  title:
    '(λ_min(I) - sum_a ρ_a |Δ_a|) |v|^2 <= v^T I_2 v for any vector v: any sample, outputs, network and exponential family',
  given: [...bentOutputs, ...sampleOfLabels(2), ...spectralRadius, ...absoluteDeviation, smallestEigenvalue],
  claim: inequality(multiply(subtract(λ(), sum(a, multiply(ρ(a), m(a)))), length), form(secondEstimate)),
  expected: 'proved',
  proof: () => {
    const bound = boundOfTheNoise.claim.left;
    const noise = boundOfTheNoise.claim.right;
    return start(multiply(subtract(λ(), sum(a, multiply(ρ(a), m(a)))), length))
      .equals(add(multiply(λ(), length), bound))
      .atMost(
        add(multiply(λ(), length), noise),
        by.difference(subtract(noise, bound)),
        by.theorem(theoremOf(boundOfTheNoise)),
      )
      .atMost(
        add(form(information(i, j)), noise),
        by.difference(subtract(form(information(i, j)), multiply(λ(), length))),
        by.assumption(smallestEigenvalue),
      )
      .equals(form(secondEstimate), by.theorem(theoremOf(secondEstimateAlong)));
  },
});

export const atMostOne = statement({
  label: 'V-T10/indicator',
  title: 'a function of values 0 and 1 is at most 1',
  given: [indicator],
  claim: inequality(f(ω), 1),
  expected: 'proved',
  proof: () => {
    const rest = square(subtract(1, f(ω)));
    return start(f(ω))
      .atMost(add(f(ω), rest), by.difference(rest))
      .equals(add(1, negate(f(ω)), square(f(ω))))
      .equals(1, by.assumption(indicator));
  },
});

export const failureNeedsNoise = statement({
  label: 'V-T10/failure',
  title: 'where the second estimator is not positive semidefinite, λ_min(I) <= sum_a ρ_a |Δ_a|',
  given: [outputs, assume.nonnegative(f), witness, eigenvalue, ...radii, ...sizes],
  claim: inequality(multiply(f(ω), λ()), multiply(f(ω), weighted)),
  expected: 'proved',
  proof: () => {
    const I_ = alongW(G(i, j));
    const bent = alongW(bend(i, j, a));
    const upper = multiply(subtract(size(a, ω), deviation(a, ω)), subtract(ρ(a), bent));
    const lower = multiply(subtract(deviation(a, ω), negate(size(a, ω))), subtract(bent, negate(ρ(a))));
    return start(multiply(f(ω), λ()))
      .atMost(multiply(f(ω), I_), by.difference(multiply(f(ω), subtract(I_, λ()))), by.assumption(eigenvalue))
      .atMost(
        negate(multiply(f(ω), noise)),
        by.difference(subtract(0, multiply(f(ω), add(noise, I_)))),
        by.assumption(witness),
      )
      .atMost(
        multiply(f(ω), weighted),
        by.difference(multiply(fraction(1, 2), f(ω), sum(a, add(upper, lower)))),
        by.linearity,
        ...[...radii, ...sizes].map(by.assumption),
      );
  },
});

const squaredNorms = multiply(sum(a, square(ρ(a))), sum(a, square(deviation(a, ω))));
const ofSamples = [outputs, assume.nonnegative(f), indicator, witness, eigenvalue, ...radii, ...sizes, absolute];
const signs = [assume.nonnegative(ρ), assume.nonnegative(size)];

export const failureNeedsDeviation = statement({
  label: 'V-T10/pointwise',
  title: 'so λ_min(I)^2 <= |ρ|^2 |Δ|^2 there',
  given: [...ofSamples, ...signs, assume.nonnegative(λ)],
  claim: inequality(multiply(f(ω), square(λ())), squaredNorms),
  expected: 'proved',
  proof: () => {
    const [low, high] = [multiply(f(ω), λ()), multiply(f(ω), weighted)];
    const minor = subtract(multiply(ρ(a), size(other, ω)), multiply(ρ(other), size(a, ω)));
    return start(multiply(f(ω), square(λ())))
      .equals(multiply(square(f(ω)), square(λ())), by.assumption(indicator))
      .equals(square(low))
      .atMost(
        square(high),
        by.difference(multiply(subtract(high, low), add(high, low))),
        by.theorem(theoremOf(failureNeedsNoise)),
      )
      .equals(multiply(square(f(ω)), square(weighted)))
      .equals(multiply(f(ω), square(weighted)), by.assumption(indicator))
      .atMost(
        square(weighted),
        by.difference(multiply(subtract(1, f(ω)), square(weighted))),
        by.theorem(theoremOf(atMostOne)),
      )
      .atMost(
        multiply(sum(a, square(ρ(a))), sum(a, square(size(a, ω)))),
        by.difference(multiply(fraction(1, 2), sum(a, sum(other, square(minor))))),
        by.linearity,
      )
      .equals(squaredNorms, by.assumption(absolute));
  },
});

const trace = sum(a, variance(a));
const ratio = divide(sum(a, square(ρ(a))), multiply(N(), square(λ())));
const given = [...ofSamples, ...signs, assume.positive(λ), ...lawOfSamples, variances];

export const theoremTenByTheTrace = statement({
  label: 'V-T10/trace',
  title:
    'where λ = λ_min(I) > 0: Pr(not I_2 >= 0) <= |ρ|^2 tr I(h)/(N λ^2), for any number N of labels: any outputs, network and law of samples',
  given,
  claim: inequality(probability, multiply(ratio, trace)),
  expected: 'proved',
  proof: () => {
    const each = multiply(P(ω), square(deviation(a, ω)));
    const bound = divide(multiply(P(ω), squaredNorms), square(λ()));
    return start(probability)
      .atMost(
        sum(ω, bound),
        by.difference(sum(ω, divide(multiply(P(ω), subtract(squaredNorms, multiply(f(ω), square(λ())))), square(λ())))),
        by.linearity,
        by.theorem(theoremOf(failureNeedsDeviation)),
      )
      .equals(divide(multiply(sum(a, square(ρ(a))), sum(ω, sum(a, each))), square(λ())), by.linearity)
      .equals(divide(multiply(sum(a, square(ρ(a))), sum(a, sum(ω, each))), square(λ())), by.interchange)
      .equals(multiply(ratio, trace), by.assumption(variances), by.linearity);
  },
});

/** λ_max(I(h)), by what is used of it: e^T I(h) e <= Λ for the unit vectors e of the outputs. */
const Λ = constant('Λ');
const largestEigenvalue = assume.inequality('V_a <= λ_max(I(h))', variance(a), Λ());
const count = sum(a, 1);

export const theoremTenRepaired = statement({
  label: 'V-T10/repaired',
  title:
    'Theorem 10 where λ_min(I) > 0, which takes several inputs or a block of parameters: 1 - n_L |ρ|^2 λ_max(I(h))/(N λ_min(I)^2) <= Pr(I_2 >= 0)',
  given: [...given, assume.normalised(P), largestEigenvalue],
  claim: inequality(subtract(1, multiply(ratio, count, Λ())), sum(ω, multiply(P(ω), subtract(1, f(ω))))),
  expected: 'proved',
  proof: () =>
    start(subtract(1, multiply(ratio, count, Λ())))
      .atMost(
        subtract(1, multiply(ratio, trace)),
        by.difference(multiply(ratio, sum(a, subtract(Λ(), variance(a))))),
        by.linearity,
        by.assumption(largestEigenvalue),
      )
      .atMost(
        subtract(1, probability),
        by.difference(subtract(multiply(ratio, trace), probability)),
        by.theorem(theoremOf(theoremTenByTheTrace)),
      )
      .equals(subtract(sum(ω, P(ω)), probability), by.normalisation(P))
      .equals(sum(ω, multiply(P(ω), subtract(1, f(ω)))), by.linearity),
});

export const theoremTenOnBlocks = experiment({
  label: 'V-T10/blocks',
  title:
    'in two parameters of random networks with two outputs, at N = 20 to 100 labels: the exact probability over all sums of labels (normal ones by 2,000 draws), with the trace of I in place of n_L λ_max',
  claim: '1 - |ρ|^2 tr I(h)/(N λ_min^2) <= Pr(I_2 >= 0)',
  expected: 'supported',
  relation: 'atMost',
  tolerance: 1e-10,
  draw: (seed) => ({
    network: drawNetwork(seed, { hidden: [2], outputs: seed % 4 === 1 ? 2 : 1 + (seed % 2) }),
    N: 20 * (1 + (seed % 5)),
  }),
  cases: 24,
  evaluate: async ({ network, N }) => {
    const given = network as NetworkCase;
    const [at] = await analysed(given);
    const { parameters, outputs } = at;
    const whole = pulledBack(at, at.information);
    const block = outputs === 1 ? [bestSingle(whole, parameters)] : bestPair(whole, parameters);
    const metric = restricted(whole, parameters, block);
    const bends = at.curvature.map((matrix) => restricted(matrix, parameters, block));
    const size = block.length;
    const [smallest] = symmetricEigenvalues(metric, size);
    const probability = total(
      sumsOfLabels(at, given.head, N).map(({ sum, weight }) => {
        const estimate = bends.reduce<Float64Array>(
          (matrix, bend, a) => combined(matrix, bend, at.means[a] - sum[a] / N),
          metric,
        );
        return symmetricEigenvalues(estimate, size)[0] >= 0 ? weight : 0;
      }),
    );
    const trace = total(range(outputs).map((a) => at.information[a * (outputs + 1)]));
    const rho = total(bends.map((bend) => radius(bend) ** 2));
    return { left: 1 - (rho * trace) / (N * smallest ** 2), right: probability };
  },
});

export const theoremTenOnSeveralInputs = experiment({
  label: 'V-T10/several-inputs',
  title:
    'in all parameters of networks with one hidden unit at eight inputs with N labels each, N such that the bound is 1/2: the share of 300 draws of normal labels',
  claim: '1 - sum_m |ρ_m|^2 tr I(h_m)/(M N λ_min^2) <= Pr(I_2 >= 0)',
  expected: 'supported',
  relation: 'atMost',
  tolerance: 0,
  draw: (seed) => drawNetwork(4 * seed + 2, { hidden: [1], outputs: 1, inputs: 8 }),
  cases: 6,
  evaluate: async (network) => {
    const inputs = await analysed(network);
    const { parameters } = inputs[0];
    const whole = average(inputs.map((at) => pulledBack(at, at.information)));
    const [smallest] = symmetricEigenvalues(whole, parameters);
    const spread = total(inputs.map((at) => radius(at.curvature[0]) ** 2 * at.information[0])) / inputs.length;
    const N = (2 * spread) / smallest ** 2;
    const random = randomSource(9, 1);
    const positive = range(300).filter(() => {
      const noise = average(inputs.map((at) => bentBy(at, [random.normal() / Math.sqrt(N)])));
      return symmetricEigenvalues(combined(whole, noise, 1), parameters)[0] >= 0;
    });
    return { left: 0.5, right: positive.length / 300 };
  },
});
