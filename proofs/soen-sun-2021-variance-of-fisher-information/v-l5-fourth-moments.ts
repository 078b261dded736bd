/** Lemma 5: fourth central moments from cumulants. */
import { calculation, experiment } from 'fisher-rao';
import { range, total } from './lists.ts';
import { fourthMoments, inUnits } from './network-estimates.ts';
import { analysed, drawNetwork } from './networks.ts';
import {
  allVanish,
  along,
  exponentialFamily,
  logPartition,
  moment,
  type SymbolicHead,
  sumOf,
  symbolicHeads,
  tuples,
} from './symbolic-heads.ts';

const pairings = [
  [0, 1, 2, 3],
  [0, 2, 1, 3],
  [0, 3, 1, 2],
];

/** K less κ and the three products of covariances, for these outputs; `potential` is F or what has its derivatives. */
function difference(
  head: SymbolicHead,
  places: readonly number[],
  potential: (along: readonly string[]) => string,
): string {
  const products = pairings.map(
    ([p, q, r, s]) => `${moment(head, [places[p], places[q]])}*${moment(head, [places[r], places[s]])}`,
  );
  const cumulant = potential(places.map((place) => head.natural[place]));
  return `${moment(head, places)} - (${sumOf([cumulant, ...products])})`;
}

const symbols = (head: SymbolicHead) =>
  Object.fromEntries(head.natural.map((_, place) => [`m${place + 1}`, 'real'] as const));

const four = exponentialFamily(4);
/** Four outputs that are all different, and those of which some agree. */
const patterns = ['0123', '0012', '0011', '0001', '0000'].map((text) => [...text].map(Number));

export const lemmaFive = calculation({
  label: 'V-L5',
  title:
    'Lemma 5: K_abcd = κ_abcd + I_ab I_cd + I_ac I_bd + I_ad I_bc with κ = ∂⁴F: any exponential family, all moments derived from its density',
  family: four.family,
  functions: four.functions,
  symbols: symbols(four),
  claim: allVanish(patterns.map((places) => difference(four, places, (names) => along(logPartition(4), ...names)))),
  expected: 'proved',
});

/** For a head, -∂⁴ log p, whose mean is ∂⁴F. */
const ofHeads = symbolicHeads.map((head) =>
  calculation({
    label: `V-L5/${head.name}`,
    title: `Lemma 5 for ${head.family.name} labels, ${head.natural.length} outputs, all components`,
    family: head.family,
    symbols: symbols(head),
    claim: allVanish(
      tuples(head, 4)
        .filter((places) => places.every((place, position) => position === 0 || places[position - 1] <= place))
        .map((places) => difference(head, places, (names) => `(-E(${along('logdensity', ...names)}))`)),
    ),
    expected: 'proved',
  }),
);
export const [lemmaFiveOfBernoulli, lemmaFiveOfCategorical, lemmaFiveOfNormal, lemmaFiveOfPoisson] = ofHeads;

export const lemmaFiveOnNetworks = experiment({
  label: 'V-L5/networks',
  title: 'heads of random networks: sums over all labels against four nested derivatives of -log p',
  claim: 'E[prod (t - η)] = κ_abcd + I_ab I_cd + I_ac I_bd + I_ad I_bc',
  expected: 'supported',
  tolerance: 1e-10,
  draw: (seed) => drawNetwork(seed),
  cases: 60,
  evaluate: async (network) => {
    const [at] = await analysed(network);
    const { labels, weights, outputs: C } = at;
    const means = range(C).map((a) => total(labels.map((label, k) => weights[k] * label[a])));
    const moments = range(C ** 4).map((place) => {
      const places = [C ** 3, C ** 2, C, 1].map((size) => Math.floor(place / size) % C);
      return total(
        labels.map((label, k) => places.reduce((product, a) => product * (label[a] - means[a]), weights[k])),
      );
    });
    return inUnits(moments, fourthMoments(at));
  },
});
