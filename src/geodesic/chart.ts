import type { Domain } from '../families/index.ts';

/** A coordinate x = x(u) of an open interval as a function of a real number u, with its first three derivatives. */
export interface Chart {
  /** u at x. */
  readonly straighten: (x: number) => number;
  /** x, x', x'', x''' at u. */
  readonly curve: (u: number) => readonly [number, number, number, number];
}

const identity: Chart = { straighten: (x) => x, curve: (u) => [u, 1, 0, 0] };

/** (0, inf) by the exponential function. */
const logarithmic: Chart = {
  straighten: Math.log,
  curve: (u) => {
    const x = Math.exp(u);
    return [x, x, x, x];
  },
};

/** (0, 1) by the logistic function. */
const logistic: Chart = {
  straighten: (x) => Math.log(x / (1 - x)),
  curve: (u) => {
    const x = 1 / (1 + Math.exp(-u));
    const slope = x * (1 - x);
    return [x, slope, slope * (1 - 2 * x), slope * (1 - 6 * slope)];
  },
};

/** The chart in which a coordinate with this domain may have any real value: there steps of a solver stay inside. */
export function chartOf(domain: Domain): Chart {
  switch (domain) {
    case 'positive':
      return logarithmic;
    case 'unit':
      return logistic;
    default:
      return identity;
  }
}
