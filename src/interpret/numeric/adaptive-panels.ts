import { DomainError } from '../../errors.ts';

/** Points with two sets of weights: those of a rule, and those of a coarser rule on the same points (or some of them). */
export interface EmbeddedRule {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
  /** The difference of the two sums estimates the error of the finer one, generously. */
  readonly coarse: Float64Array;
}

/** Nodes in [0, 1) of the Kronrod extension of the Gauss rule with 7 points, with both weights [Kronrod 1965; QUADPACK]. */
const kronrod: readonly (readonly [node: number, weight: number, gauss: number])[] = [
  [0, 0.20948214108472782, 0.4179591836734694],
  [0.20778495500789848, 0.20443294007529889, 0],
  [0.4058451513773972, 0.19035057806478542, 0.3818300505051189],
  [0.5860872354676911, 0.1690047266392679, 0],
  [0.7415311855993945, 0.14065325971552592, 0.27970539148927664],
  [0.8648644233597691, 0.10479001032225019, 0],
  [0.9491079123427585, 0.06309209262997856, 0.1294849661688697],
  [0.9914553711208126, 0.022935322010529224, 0],
];

interface Panel {
  readonly from: number;
  readonly to: number;
  readonly error: readonly number[];
  readonly size: readonly number[];
}

const mostPanels = 3000;

/**
 * A rule for several integrals at once over the intervals between `breaks`: panels of 15 points, of which those with the
 * largest error are halved until each integral is settled to `tolerance` times that of its absolute value, its size, or
 * times the size of the first one, so that what vanishes need not be known to many digits. Throws
 * {@link DomainError} where they do not settle.
 */
export function adaptivePanels(
  breaks: readonly number[],
  integrands: (t: number) => ArrayLike<number>,
  tolerance: number,
): EmbeddedRule & { readonly sizes: readonly number[] } {
  let panels = breaks.slice(1).map((to, k) => panelOf(breaks[k], to, integrands));
  for (;;) {
    const [errors, sizes] = [total(panels, 'error'), total(panels, 'size')];
    const scales = sizes.map((size) => Math.max(size, sizes[0]));
    if (!sizes.every(Number.isFinite)) throw new DomainError('an integrand leaves the range of double precision');
    const share = 1 / panels.length;
    const doubt = ({ error }: Panel): number =>
      Math.max(...error.map((e, k) => (errors[k] > tolerance * scales[k] ? e / (tolerance * scales[k]) : 0)));
    const worst = panels.filter((panel) => doubt(panel) > share);
    if (worst.length === 0) return { ...ruleOf(panels), sizes };
    if (panels.length + worst.length > mostPanels)
      throw new DomainError('an integral does not settle under adaptive quadrature');
    const halves = worst.flatMap(({ from, to }) => {
      const middle = (from + to) / 2;
      return [panelOf(from, middle, integrands), panelOf(middle, to, integrands)];
    });
    panels = [...panels.filter((panel) => !worst.includes(panel)), ...halves];
  }
}

function panelOf(from: number, to: number, integrands: (t: number) => ArrayLike<number>): Panel {
  const [error, size]: [number[], number[]] = [[], []];
  pointsOf(from, to, (t, weight, coarse) => {
    const values = integrands(t);
    for (let k = 0; k < values.length; k++) {
      error[k] = (error[k] ?? 0) + (weight - coarse) * values[k];
      size[k] = (size[k] ?? 0) + weight * Math.abs(values[k]);
    }
  });
  // The difference of the rules, sharpened as the finer one deserves [QUADPACK 1983, 2.2.1.2].
  return { from, to, size, error: error.map((e, k) => sharpened(Math.abs(e), size[k])) };
}

function sharpened(difference: number, size: number): number {
  if (difference === 0 || size === 0) return 0;
  return Math.min(difference, size * Math.min(1, (200 * (difference / size)) ** 1.5));
}

function pointsOf(from: number, to: number, visit: (t: number, weight: number, coarse: number) => void): void {
  const [centre, half] = [(from + to) / 2, (to - from) / 2];
  for (const [node, weight, gauss] of kronrod) {
    visit(centre + half * node, half * weight, half * gauss);
    if (node > 0) visit(centre - half * node, half * weight, half * gauss);
  }
}

function total(panels: readonly Panel[], what: 'error' | 'size'): number[] {
  const sums: number[] = [];
  for (const panel of panels)
    panel[what].forEach((value, k) => {
      sums[k] = (sums[k] ?? 0) + value;
    });
  return sums;
}

function ruleOf(panels: readonly Panel[]): EmbeddedRule {
  const [nodes, weights, coarse]: number[][] = [[], [], []];
  for (const { from, to } of panels)
    pointsOf(from, to, (t, weight, gauss) => {
      nodes.push(t);
      weights.push(weight);
      coarse.push(gauss);
    });
  return { nodes: Float64Array.from(nodes), weights: Float64Array.from(weights), coarse: Float64Array.from(coarse) };
}
