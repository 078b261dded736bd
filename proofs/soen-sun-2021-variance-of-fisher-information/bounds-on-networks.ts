/** What theorems 7 and 8 share: a bound of the covariance of an estimator, on random networks. */
import { type Experiment, experiment } from 'fisher-rao';
import type { Which } from './network-estimates.ts';
import { covarianceNorm, factors } from './network-norms.ts';
import { analysed, drawFewLabels, drawNetwork, type NetworkCase } from './networks.ts';

/** The bound holds on random networks, and is an equality for one output. */
export function boundsOnNetworks(
  label: string,
  parts: {
    readonly which: Which;
    readonly claim: string;
    readonly equality: string;
    readonly bound: (of: ReturnType<typeof factors>) => number;
  },
): readonly [Experiment<NetworkCase>, Experiment<NetworkCase>] {
  /** Both sides in units of the right one. */
  const evaluate = async (network: NetworkCase): Promise<{ readonly left: number; readonly right: number }> => {
    const [at] = await analysed(network);
    const bound = parts.bound(factors(at));
    return { left: covarianceNorm(at, parts.which) / (bound || 1), right: bound === 0 ? 0 : 1 };
  };
  const rest = { expected: 'supported', tolerance: 1e-10, evaluate } as const;
  return [
    experiment({
      label: `${label}/networks`,
      title: 'on random networks: the covariance over all labels, against derivatives of outputs and F',
      claim: parts.claim,
      relation: 'atMost',
      draw: (seed) => drawNetwork(seed),
      cases: 200,
      ...rest,
    }),
    experiment({
      label: `${label}/one-output`,
      title: 'for one output it is an equality: no factor can be gained',
      claim: parts.equality,
      draw: (seed) => drawFewLabels(seed % 4 === 1 ? seed + 1 : seed),
      cases: 40,
      ...rest,
    }),
  ];
}
