import { assume, by, calculation, declare, equation, normal, start, statement, term, theoremOf } from 'fisher-rao';
import { h as inverse, inverseOnBothSides, M } from './determinants.ts';
import { g, h, half, isInverse } from './inverse-metric.ts';

const { add, delta, derivative, multiply, subtract, sum } = term;

export const christoffelSymbols = calculation({
  family: normal(),
  label: 'T-2.2.16',
  title: 'Gamma^i_jk is half of g^im (d_l g_mk + d_k g_ml - d_m g_kl), free of j (as printed)',
  claim: 'christoffel(mu, mu, sigma) = christoffel(mu, sigma, sigma)',
  expected: 'refuted',
});

/** Any metric g_ij and any Γ^i_jk that are symmetric in j and k as it is in i and j; h is the inverse of g. */
const [i, j, k, m, n] = ['i', 'j', 'k', 'm', 'n'].map(declare.direction);
const part = declare.function('S', [i, j, k]);
const Γ = (upper: typeof i, first: typeof i, second: typeof i) =>
  add(part(upper, first, second), part(upper, second, first));
const isCompatible = assume.equation(
  'the covariant derivative of g is zero',
  derivative(k, g(i, j)),
  add(sum(m, multiply(Γ(m, k, i), g(m, j))), sum(m, multiply(Γ(m, k, j), g(i, m)))),
);
const levelled = (at: typeof i) =>
  subtract(add(derivative(k, g(at, j)), derivative(j, g(at, k))), derivative(at, g(j, k)));
const symbol = multiply(term.fraction(1, 2), sum(m, multiply(h(i, m), levelled(m))));

export const christoffelSymbolsRepaired = statement({
  label: 'T-2.2.16/repaired',
  title:
    'it is half of g^im (d_k g_mj + d_j g_mk - d_m g_jk): the only symmetric connection that keeps the metric, for any metric in any number of coordinates',
  given: [assume.differentiable(half), isInverse, isCompatible],
  claim: equation(Γ(i, j, k), symbol),
  expected: 'proved',
  proof: () => {
    const kept = (along: typeof i, first: typeof i, second: typeof i) =>
      add(sum(n, multiply(Γ(n, along, first), g(n, second))), sum(n, multiply(Γ(n, along, second), g(first, n))));
    return start(Γ(i, j, k))
      .equals(sum(n, multiply(delta(i, n), Γ(n, j, k))), by.delta, by.linearity)
      .equals(sum(n, multiply(sum(m, multiply(h(i, m), g(m, n))), Γ(n, j, k))), by.assumption(isInverse))
      .equals(
        multiply(
          term.fraction(1, 2),
          sum(m, multiply(h(i, m), subtract(add(kept(k, m, j), kept(j, m, k)), kept(m, j, k)))),
        ),
        by.definition(g),
        by.rearrangement,
      )
      .equals(symbol, by.assumption(isCompatible));
  },
});

const chosen = declare.definition(
  'Γ',
  [i, j, k],
  multiply(term.fraction(1, 2), sum(m, multiply(h(i, m), levelled(m)))),
);
export const christoffelSymbolsKeepTheMetric = statement({
  label: 'T-2.2.16/compatible',
  title: 'and with it the covariant derivative of the metric is zero',
  given: [assume.differentiable(half), isInverse],
  claim: equation(
    add(sum(n, multiply(g(j, n), chosen(n, k, i))), sum(n, multiply(g(i, n), chosen(n, k, j)))),
    derivative(k, g(i, j)),
  ),
  expected: 'proved',
  proof: () => {
    // Γ_{first, k second} with the first index lowered.
    const lowered = (first: typeof i, second: typeof i) => {
      const inner = (at: typeof i) =>
        subtract(add(derivative(second, g(at, k)), derivative(k, g(at, second))), derivative(at, g(k, second)));
      return {
        written: sum(n, multiply(g(first, n), chosen(n, k, second))),
        grouped: multiply(term.fraction(1, 2), sum(m, multiply(sum(n, multiply(g(first, n), h(n, m))), inner(m)))),
        collapsed: multiply(term.fraction(1, 2), sum(m, multiply(delta(first, m), inner(m)))),
        result: multiply(term.fraction(1, 2), inner(first)),
      };
    };
    const [one, two] = [lowered(j, i), lowered(i, j)];
    return start(add(one.written, two.written))
      .equals(add(one.grouped, two.grouped), by.definition(chosen), by.rearrangement)
      .equals(
        add(one.collapsed, two.collapsed),
        by.theorem(theoremOf(inverseOnBothSides), {
          spaces: { I: i.space },
          functions: [
            [M, g],
            [inverse, h],
          ],
        }),
      )
      .equals(add(one.result, two.result), by.delta, by.linearity)
      .equals(derivative(k, g(i, j)), by.definition(g), by.differentiation);
  },
});

export const christoffelValues = calculation({
  family: normal(),
  label: 'T-2.2.16/values',
  title: 'in the normal family they are -1/sigma, 1/(2 sigma) and -1/sigma',
  claim: 'christoffel(mu, mu, sigma) = -1/sigma = christoffel(sigma, sigma, sigma) = -2*christoffel(sigma, mu, mu)',
  expected: 'proved',
});
