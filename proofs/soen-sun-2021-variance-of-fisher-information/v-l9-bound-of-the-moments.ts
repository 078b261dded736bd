/** Lemma 9: bounds of the moments of the outputs by those of each output. */
import {
  assume,
  by,
  calculation,
  equation,
  experiment,
  inequality,
  normal,
  type PointVariable,
  start,
  statement,
  type Term,
  term,
  theoremOf,
} from 'fisher-rao';
import { cauchySchwarz, first, second, weight } from '../appendix-information-in-networks/a-fn.2-cramer-rao.ts';
import {
  a,
  b,
  c,
  d,
  I,
  K,
  lawWithCovariances,
  lawWithFourthMoments,
  mean,
  p,
  r,
  root,
  withRoots,
  Y,
  y,
  z,
} from './exponential-outputs.ts';
import { range, total } from './lists.ts';
import { frobenius } from './network-estimates.ts';
import { drawOutputs, momentsAt, type OutputsCase } from './networks.ts';
import { sumOver } from './slots.ts';
import { covarianceOfTheOuterProduct } from './v-rem4.1-covariance-of-the-outer-product.ts';

const { add, divide, fraction, multiply, square, subtract, sum } = term;

type OfLabel = (label: PointVariable) => Term;
/** (∫ p u v)^2 <= ∫ p u^2 ∫ p v^2 for the law of the labels. */
const byCauchySchwarz = (u: OfLabel, v: OfLabel) =>
  by.theorem(theoremOf(cauchySchwarz), {
    spaces: { X: Y },
    functions: [
      [weight, (label: PointVariable) => p(label)],
      [first, u],
      [second, v],
    ],
  });

export const covarianceOfTwoOutputs = statement({
  label: 'V-L9/pair',
  title: 'Cauchy-Schwarz: I_ab^2 <= I_aa I_bb',
  given: [assume.nonnegative(p), ...lawWithCovariances],
  claim: inequality(square(I(a, b)), multiply(I(a, a), I(b, b))),
  expected: 'proved',
  proof: () =>
    start(square(I(a, b)))
      .equals(square(mean(multiply(z(a), z(b)))), by.definition(I))
      .atMost(
        multiply(mean(square(z(a))), mean(square(z(b)))),
        byCauchySchwarz(
          (label) => z(a, label),
          (label) => z(b, label),
        ),
      )
      .equals(multiply(I(a, a), I(b, b)), by.definition(I)),
});

export const lemmaNineInformation = statement({
  label: 'V-L9/information',
  title: '|I(h)|^2 <= (sum_a I_aa)^2: for any number of outputs and any law',
  given: [assume.nonnegative(p), ...lawWithCovariances],
  claim: inequality(sumOver([a, b], square(I(a, b))), square(sum(a, I(a, a)))),
  expected: 'proved',
  proof: () =>
    start(sumOver([a, b], square(I(a, b))))
      .atMost(
        sumOver([a, b], multiply(I(a, a), I(b, b))),
        by.difference(sumOver([a, b], subtract(multiply(I(a, a), I(b, b)), square(I(a, b))))),
        by.linearity,
        by.theorem(theoremOf(covarianceOfTwoOutputs)),
      )
      .equals(square(sum(a, I(a, a))), by.linearity),
});

/** K_abcd - I_ab I_cd, and the deviation z_a z_b - I_ab of which it is the covariance. */
const C = subtract(K(a, b, c, d), multiply(I(a, b), I(c, d)));
const deviation = (first: PointVariable, second: PointVariable, label: PointVariable): Term =>
  subtract(multiply(z(first, label), z(second, label)), I(first, second));
const inner = (e: PointVariable, f: PointVariable, g: PointVariable, h: PointVariable): Term =>
  mean(multiply(deviation(e, f, y), deviation(g, h, y)));
const varianceOf = (first: PointVariable, second: PointVariable): Term =>
  subtract(K(first, second, first, second), square(I(first, second)));

export const varianceOfAProduct = statement({
  label: 'V-L9/variance',
  title: 'K_abab - I_ab^2 is the variance of z_a z_b',
  given: lawWithFourthMoments,
  claim: equation(varianceOf(a, b), mean(square(deviation(a, b, y)))),
  expected: 'proved',
  proof: () =>
    start(varianceOf(a, b)).equals(
      mean(square(deviation(a, b, y))),
      by.theorem(theoremOf(covarianceOfTheOuterProduct), { points: { c: a, d: b } }),
    ),
});

export const covarianceOfTwoProducts = statement({
  label: 'V-L9/pair-of-products',
  title: 'Cauchy-Schwarz: (K_abcd - I_ab I_cd)^2 <= (K_abab - I_ab^2) (K_cdcd - I_cd^2)',
  given: [assume.nonnegative(p), ...lawWithFourthMoments],
  claim: inequality(square(C), multiply(varianceOf(a, b), varianceOf(c, d))),
  expected: 'proved',
  proof: () =>
    start(square(C))
      .equals(square(inner(a, b, c, d)), by.theorem(theoremOf(covarianceOfTheOuterProduct)))
      .atMost(
        multiply(inner(a, b, a, b), inner(c, d, c, d)),
        byCauchySchwarz(
          (label) => deviation(a, b, label),
          (label) => deviation(c, d, label),
        ),
      )
      .equals(multiply(varianceOf(a, b), varianceOf(c, d)), by.theorem(theoremOf(varianceOfAProduct))),
});

export const momentOfTwoOutputs = statement({
  label: 'V-L9/mixed-moment',
  title: 'K_abab <= sqrt(K_aaaa K_bbbb)',
  given: withRoots,
  claim: inequality(K(a, b, a, b), multiply(r(a), r(b))),
  expected: 'proved',
  proof: () => {
    const scaled = (output: PointVariable): Term => divide(square(z(output)), r(output));
    const rest = multiply(fraction(1, 2), r(a), r(b), mean(square(subtract(scaled(a), scaled(b)))));
    const half = (first: PointVariable, second: PointVariable): Term =>
      divide(multiply(r(second), K(first, first, first, first)), multiply(2, r(first)));
    return start(K(a, b, a, b))
      .atMost(add(K(a, b, a, b), rest), by.difference(rest))
      .equals(add(half(a, b), half(b, a)), by.definition(K), by.linearity)
      .equals(multiply(r(a), r(b)), by.assumption(root));
  },
});

const normOfMoments = sumOver([a, b, c, d], square(C));
const variances = sumOver([a, b], varianceOf(a, b));
const roots = sum(a, r(a));

export const sumOfVariances = statement({
  label: 'V-L9/trace',
  title: 'sum_ab (K_abab - I_ab^2) <= (sum_a sqrt(K_aaaa))^2',
  given: withRoots,
  claim: inequality(variances, square(roots)),
  expected: 'proved',
  proof: () =>
    start(variances)
      .atMost(sumOver([a, b], K(a, b, a, b)), by.difference(sumOver([a, b], square(I(a, b)))), by.linearity)
      .atMost(
        sumOver([a, b], multiply(r(a), r(b))),
        by.difference(sumOver([a, b], subtract(multiply(r(a), r(b)), K(a, b, a, b)))),
        by.linearity,
        by.theorem(theoremOf(momentOfTwoOutputs)),
      )
      .equals(square(roots), by.linearity),
});

export const lemmaNineSharper = statement({
  label: 'V-L9/sharper',
  title: '|K - I ⊗ I|^2 <= (sum_a sqrt(K_aaaa))^4: for any number of outputs and any law',
  given: withRoots,
  claim: inequality(normOfMoments, square(square(roots))),
  expected: 'proved',
  proof: () => {
    const squared = sumOver([a, b, c, d], multiply(varianceOf(a, b), varianceOf(c, d)));
    const positive = sumOver([a, b], mean(square(deviation(a, b, y))));
    return start(normOfMoments)
      .atMost(
        squared,
        by.difference(sumOver([a, b, c, d], subtract(multiply(varianceOf(a, b), varianceOf(c, d)), square(C)))),
        by.linearity,
        by.theorem(theoremOf(covarianceOfTwoProducts)),
      )
      .equals(square(variances), by.linearity)
      .equals(multiply(variances, positive), by.theorem(theoremOf(varianceOfAProduct)))
      .atMost(
        multiply(square(roots), positive),
        by.difference(multiply(subtract(square(roots), variances), positive)),
        by.theorem(theoremOf(sumOfVariances)),
      )
      .equals(multiply(square(roots), variances), by.theorem(theoremOf(varianceOfAProduct)))
      .atMost(
        square(square(roots)),
        by.difference(multiply(square(roots), subtract(square(roots), variances))),
        by.theorem(theoremOf(sumOfVariances)),
      );
  },
});

const printed = sum(a, add(r(a), I(a, a)));

export const lemmaNine = statement({
  label: 'V-L9',
  title:
    'Lemma 9, squared and without the factor 2: |K - I ⊗ I|^2 <= (sum_a sqrt(K_aaaa) + I_aa)^4: for any number of outputs and any law',
  given: withRoots,
  claim: inequality(normOfMoments, square(square(printed))),
  expected: 'proved',
  proof: () => {
    const informations = sum(a, mean(square(z(a))));
    const whole = add(roots, informations);
    return start(normOfMoments)
      .atMost(square(square(roots)), by.theorem(theoremOf(lemmaNineSharper)))
      .atMost(
        square(square(whole)),
        by.difference(multiply(informations, add(multiply(2, roots), informations), add(square(whole), square(roots)))),
      )
      .equals(square(square(printed)), by.definition(I), by.linearity);
  },
});

/** |K - I ⊗ I|, |I| and K_aaaa, I_aa for each output, from sums over all labels. */
async function sizes(
  given: OutputsCase,
): Promise<{ readonly moment: number; readonly information: number; readonly K: number[]; readonly I: number[] }> {
  const { I, K } = await momentsAt(given);
  const C = given.h.length;
  return {
    moment: frobenius(K.map((value, place) => value - I[Math.floor(place / C ** 2)] * I[place % C ** 2])),
    information: frobenius(I),
    K: range(C).map((a) => K[a * (C ** 3 + C ** 2 + C + 1)]),
    I: range(C).map((a) => I[a * (C + 1)]),
  };
}

const bound = (
  label: string,
  title: string,
  claim: string,
  sides: (of: Awaited<ReturnType<typeof sizes>>) => readonly [number, number],
) =>
  experiment({
    label,
    title,
    claim,
    expected: 'supported',
    relation: 'atMost',
    tolerance: 1e-10,
    draw: drawOutputs,
    cases: 200,
    evaluate: async (given) => {
      const [left, right] = sides(await sizes(given));
      return { left: left / right, right: 1 };
    },
  });

export const lemmaNineAtOutputs = bound(
  'V-L9/heads',
  'Lemma 9 at random and extreme outputs of all heads, one to four of them, without the factor sqrt(2): the square outside the sum',
  '|K - I ⊗ I| <= (sum_a sqrt(K_aaaa) + I_aa)^2',
  ({ moment, K, I }) => [moment, total(K.map((value, a) => Math.sqrt(value) + I[a])) ** 2],
);

export const sharperAtOutputs = bound(
  'V-L9/sharper-for-heads',
  'even without I_aa: the covariance of (t - η)(t - η)^T is at most its trace, by Cauchy-Schwarz',
  '|K - I ⊗ I| <= (sum_a sqrt(K_aaaa))^2',
  ({ moment, K }) => [moment, total(K.map(Math.sqrt)) ** 2],
);

export const informationAtOutputs = bound(
  'V-L9/information-of-heads',
  'and the information of the outputs is at most its trace',
  '|I(h)| <= sum_a I_aa',
  ({ information, I }) => [information, total(I)],
);

export const lemmaNineInside = calculation({
  label: 'V-L9/square-inside',
  title:
    'with the square inside the sum it fails: n outputs that are all one normal label, moments of the normal family; from six outputs on',
  family: normal(),
  symbols: { n: 'natural' },
  // All t_a are one label y: K_abcd = K and I_ab = I for all indices, and the norm over n^4 entries is n^2 (K - I^2).
  definitions: { K: 'at(E((x - mu)^4), sigma, 1)', I: 'at(E((x - mu)^2), sigma, 1)' },
  claim: 'n^2*(K - I^2) <= sqrt(2)*n*(sqrt(K) + I)^2',
  expected: 'refuted',
});
