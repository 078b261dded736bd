import {
  assume,
  by,
  type Direction,
  declare,
  experiment,
  inequality,
  type PointVariable,
  start,
  statement,
  type Term,
  term,
  theoremOf,
} from 'fisher-rao';
import { cauchySchwarz, first, second, weight } from '../appendix-information-in-networks/a-fn.2-cramer-rao.ts';

const { multiply, square, sum } = term;

export const steepestDescent = experiment({
  label: 'T-1.3.6a',
  title: 'the gradient is the direction of steepest ascent (as printed, whatever the metric): lengths by diag(1, 4)',
  claim: 'the unit direction of largest increase is that of the gradient',
  expected: 'refuted',
  instances: [{ metric: [1, 4], gradient: [1, 1] }],
  evaluate: ({ metric, gradient }) => {
    let best = { value: Number.NEGATIVE_INFINITY, ratio: 0 };
    for (let k = 0; k < 100_000; k++) {
      const angle = (2 * Math.PI * k) / 100_000;
      const d = [Math.cos(angle) / Math.sqrt(metric[0]), Math.sin(angle) / Math.sqrt(metric[1])];
      const value = gradient[0] * d[0] + gradient[1] * d[1];
      if (value > best.value) best = { value, ratio: d[1] / d[0] };
    }
    return { left: best.ratio, right: gradient[1] / gradient[0] };
  },
});

/** A positive semidefinite metric G_km = Σ_a B_ak B_am, as each is; a gradient g, N with G N = g, and any direction d. */
const [k, m] = [declare.direction('k'), declare.direction('m')];
const a = declare.point('a', declare.space('A'));
const B = declare.function('B', [a, k]);
const [g, N, d] = ['g', 'N', 'd'].map((name) => declare.function(name, [k]));
const G = (one: Direction, other: Direction): Term => sum(a, multiply(B(a, one), B(a, other)));
const solves = assume.equation('G N = g', sum(m, multiply(G(k, m), N(m))), g(k));
const image = (of: typeof N, at: PointVariable): Term => sum(m, multiply(B(at, m), of(m)));
const lengths = (first: Term): Term => multiply(first, sum(k, sum(m, multiply(d(k), G(k, m), d(m)))));

export const steepestDescentInAMetric = statement({
  label: 'T-1.3.6a/repaired',
  title:
    'in any metric G it is N = G^(-1) g: (g.d)^2 <= g.N |d|^2 for every direction d, with equality for N itself, whose |N|^2 is g.N',
  given: [solves],
  claim: inequality(square(sum(k, multiply(g(k), d(k)))), lengths(sum(k, multiply(g(k), N(k))))),
  expected: 'proved',
  proof: () => {
    const applied = (to: typeof N): Term => sum(k, multiply(sum(m, multiply(G(k, m), N(m))), to(k)));
    return start(square(sum(k, multiply(g(k), d(k)))))
      .equals(square(applied(d)), by.assumption(solves))
      .equals(square(sum(a, multiply(image(N, a), image(d, a)))), by.rearrangement)
      .atMost(
        multiply(sum(a, square(image(N, a))), sum(a, square(image(d, a)))),
        by.theorem(theoremOf(cauchySchwarz), {
          spaces: { X: a.space },
          functions: [
            [weight, () => term.fraction(1, 1)],
            [first, (at: PointVariable) => image(N, at)],
            [second, (at: PointVariable) => image(d, at)],
          ],
        }),
      )
      .equals(lengths(applied(N)), by.rearrangement)
      .equals(lengths(sum(k, multiply(g(k), N(k)))), by.assumption(solves));
  },
});
