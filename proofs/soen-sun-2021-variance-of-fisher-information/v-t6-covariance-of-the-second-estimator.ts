/** Theorem 6: the covariance of the second estimator. */
import { by, equation, experiment, start, statement, type Term, term, theoremOf } from 'fisher-rao';
import { covarianceForLabels } from './covariance-for-labels.ts';
import { a, b, bend, hessian, I, i, j, k, l, mean, meanHessians, p, pulledBack, y, z } from './exponential-outputs.ts';
import { covariance, distance, estimates, secondCovarianceFormula } from './network-estimates.ts';
import { analysed, drawNetwork } from './networks.ts';
import { along, atOutputs, forEachHead, moment, networkMean, output, sumOf, tuples } from './symbolic-heads.ts';
import { hessianOfANetwork } from './v-5-hessian.ts';
import { centred } from './v-l2-covariance-of-the-statistics.ts';

const { add, multiply, negate, subtract, sum } = term;

const covarianceOfHessians = subtract(
  mean(multiply(hessian(i, j), hessian(k, l))),
  multiply(mean(hessian(i, j)), mean(hessian(k, l))),
);
const formula = sum(a, sum(b, multiply(bend(i, j, a), bend(k, l, b), I(a, b))));

export const theoremSix = statement({
  label: 'V-T6',
  title:
    'Theorem 6: Cov(∂_i ∂_j l, ∂_k ∂_l l) = ∂_i ∂_j h_a ∂_k ∂_l h_b I_ab: for any number of outputs, any twice differentiable network and any exponential family',
  given: meanHessians,
  claim: equation(covarianceOfHessians, formula),
  expected: 'proved',
  proof: () => {
    const [first, second] = [pulledBack(i, j), pulledBack(k, l)];
    const all = sum(y, p(y));
    const one = (direct: boolean, q: typeof i, r: typeof i): Term => {
      const each = multiply(p(y), bend(q, r, a), z(a));
      return direct ? sum(y, sum(a, each)) : sum(a, sum(y, each));
    };
    const product = multiply(p(y), bend(i, j, a), bend(k, l, b), z(a), z(b));
    /** The covariance, with the mean of the product of the noise terms and their means. */
    const expanded = (noise: Term, u: Term, v: Term): Term =>
      add(
        noise,
        negate(multiply(u, second)),
        negate(multiply(v, first)),
        multiply(first, second, all),
        negate(multiply(subtract(u, multiply(first, all)), subtract(v, multiply(second, all)))),
      );
    const written = (q: typeof i, r: typeof i, output_: typeof a): Term =>
      subtract(sum(output_, multiply(bend(q, r, output_), z(output_))), pulledBack(q, r));
    const moved = (q: typeof i, r: typeof i): Term => sum(a, multiply(bend(q, r, a), mean(z(a))));
    return start(covarianceOfHessians)
      .equals(
        subtract(
          mean(multiply(written(i, j, a), written(k, l, b))),
          multiply(mean(written(i, j, a)), mean(written(k, l, b))),
        ),
        by.theorem(theoremOf(hessianOfANetwork)),
      )
      .equals(expanded(sum(y, sum(a, sum(b, product))), one(true, i, j), one(true, k, l)), by.linearity)
      .equals(expanded(sum(a, sum(b, sum(y, product))), one(false, i, j), one(false, k, l)), by.interchange)
      .equals(expanded(formula, moved(i, j), moved(k, l)), by.linearity, by.definition(I))
      .equals(formula, by.theorem(theoremOf(centred)), by.normalisation(p), by.linearity);
  },
});

export const theoremSixForLabels = covarianceForLabels({
  label: 'V-T6/labels',
  title:
    'so the covariance of two entries of the sum of ∂_i ∂_j l over N independent labels of the law is N times that, and [Cov(I_2)]_ijkl, of their means, is 1/N of it: any N',
  given: meanHessians,
  entry: (row, column) => hessian(row, column),
  theorem: theoremSix,
});

export const [theoremSixOfBernoulli, theoremSixOfCategorical, theoremSixOfNormal, theoremSixOfPoisson] = forEachHead(
  'V-T6',
  'the covariance of the second estimator is ∂²h ∂²h I',
  (head) => {
    const right = sumOf(
      tuples(head, 2).map(
        ([p, q]) =>
          `${along(output(p), 'a', 'b')}*${along(output(q), 'c', 'd')}*${atOutputs(head, moment(head, [p, q]))}`,
      ),
    );
    const product = networkMean(head, 'D(D(l, a), b)*D(D(l, c), d)');
    return `${product} - ${networkMean(head, 'D(D(l, a), b)')}*${networkMean(head, 'D(D(l, c), d)')} = ${right}`;
  },
);

export const theoremSixOnNetworks = experiment({
  label: 'V-T6/networks',
  title: 'on random networks: the covariance of Hessians over all labels, every entry of the p^4, against the formula',
  claim: 'Cov(∂_ij l, ∂_kl l) = ∂_ij h_a ∂_kl h_b I_ab',
  expected: 'supported',
  tolerance: 1e-10,
  draw: (seed) => drawNetwork(seed),
  cases: 60,
  evaluate: async (network) => {
    const [at] = await analysed(network);
    return { left: distance(covariance(estimates([at]), 'second'), secondCovarianceFormula(at)), right: 0 };
  },
});
