/** Lemma 9: bounds of the moments of the outputs by those of each output. */
import { calculation, experiment, normal } from 'fisher-rao';
import { range, total } from './lists.ts';
import { frobenius } from './network-estimates.ts';
import { drawOutputs, momentsAt, type OutputsCase } from './networks.ts';

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

export const lemmaNine = bound(
  'V-L9',
  'Lemma 9 at random and extreme outputs of all heads, one to four of them, without the factor sqrt(2): the square outside the sum',
  '|K - I ⊗ I| <= (sum_a sqrt(K_aaaa) + I_aa)^2',
  ({ moment, K, I }) => [moment, total(K.map((value, a) => Math.sqrt(value) + I[a])) ** 2],
);

export const lemmaNineSharper = bound(
  'V-L9/sharper',
  'even without I_aa: the covariance of (t - η)(t - η)^T is at most its trace, by Cauchy-Schwarz',
  '|K - I ⊗ I| <= (sum_a sqrt(K_aaaa))^2',
  ({ moment, K }) => [moment, total(K.map(Math.sqrt)) ** 2],
);

export const lemmaNineInformation = bound(
  'V-L9/information',
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
