import { calculation, experiment } from 'fisher-rao';
import { atZero, central, fourDirections, secondDerivative } from './families.ts';
import { drawCase, flat, outcomes, outputsOf, total } from './setting.ts';

export const covarianceOfTheStatistics = calculation({
  ...fourDirections,
  label: 'V-L2',
  title: 'Lemma 2: the information of the outputs is the covariance of the statistics, the Hessian of F: for any F',
  definitions: { M: central },
  claim: `${atZero('D(D(M, s), u)')} = ${secondDerivative('a', 'b')}`,
  expected: 'proved',
});

export const meanOfTheStatistics = calculation({
  ...fourDirections,
  label: 'V-L2/mean',
  title: 'and the gradient of F is their mean: centred by it they have mean zero',
  definitions: { M: central },
  claim: `${atZero('D(M, s)')} = 0`,
  expected: 'proved',
});

export const informationByOutcomes = experiment({
  label: 'V-L2/outcomes',
  title: 'the covariance of the statistics over outcomes is the Hessian of F, for the four families',
  claim: "E[(t - eta)(t - eta)^T] = F''(h)",
  expected: 'supported',
  tolerance: 1e-11,
  draw: (seed) => drawCase(seed),
  cases: 16,
  evaluate: (given) => {
    const { h, eta, I } = outputsOf(given);
    const list = outcomes(given.family, h);
    return {
      left: flat(2, (a, b) => total(list.map(({ t, weight }) => weight * (t[a] - eta[a]) * (t[b] - eta[b])))),
      right: flat(2, (a, b) => I[a][b]),
    };
  },
});
