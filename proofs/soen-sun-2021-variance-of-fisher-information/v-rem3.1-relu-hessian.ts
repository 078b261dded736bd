import { calculation, experiment } from 'fisher-rao';
import { combined, estimates, frobenius, meanEstimate } from './network-estimates.ts';
import { analysed, drawNetwork } from './networks.ts';
import { allVanish, exponentialFamily } from './symbolic-heads.ts';

export const reluHessian = experiment({
  label: 'V-Rem3.1',
  title: 'ReLU networks have no such expression (as printed): random ones, both sides over all labels',
  claim: '1e-3 |E[s s^T]| <= |E[s s^T] + E[∂² l]|',
  expected: 'refuted',
  relation: 'atMost',
  draw: (seed) => ({ ...drawNetwork(seed, { hidden: [3, 2] }), activation: 'relu' as const }),
  cases: 10,
  evaluate: async (network) => {
    const [at] = await analysed(network);
    const list = estimates([at]);
    const [first, second] = [meanEstimate(list, 'first'), meanEstimate(list, 'second')];
    const scale = frobenius(first) || Number.NaN;
    return { left: 1e-3, right: frobenius(combined(first, second, -1)) / scale };
  },
});

const head = exponentialFamily(1);
/** Two layers of weights v, w on the piece where a hidden unit is active, at the input x. */
const atOutput = (text: string): string => `at(${text}, z1, w*v*x)`;
const difference = (first: string, second: string): string =>
  `${atOutput(`E(D(l, ${first})*D(l, ${second}))`)} + ${atOutput(`E(D(D(l, ${first}), ${second}))`)}`;

export const reluHessianAwayFromKinks = calculation({
  label: 'V-Rem3.1/repaired',
  title:
    'away from kinks they are smooth, w v x for a chain of active units, and V-T3 applies: for any exponential family',
  family: head.family,
  functions: head.functions,
  symbols: { v: 'real', w: 'real', x: 'real' },
  definitions: { l: atOutput('logdensity') },
  claim: allVanish([difference('v', 'v'), difference('v', 'w'), difference('w', 'w')]),
  expected: 'proved',
});

export const atTheKink = calculation({
  label: 'V-Rem3.1/at-the-kink',
  title: "at the kink of relu(w x) there is none: the information is 0 on one side and F'' x^2 on the other",
  family: head.family,
  functions: head.functions,
  symbols: { w: 'real', x: 'positive' },
  definitions: { l: 'at(logdensity, z1, w*x)', right: 'at(E(D(l, w)^2), z1, w*x)' },
  claim: 'at(right, w, 0) = x^2*at(D(D(F(z1), z1), z1), z1, 0)',
  expected: 'proved',
});
