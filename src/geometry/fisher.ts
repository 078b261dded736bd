import { define, expectation, minus, partial, product, tensor } from '../notation/index.ts';

const logDensity = tensor('logDensity');
const metricSymmetry = [{ places: [0, 1], sign: 1 }] as const;

/**
 * The Fisher information metric g_ij = E[d_i l d_j l], l the log-density: the second moment of the score
 * [Amari 2016, Information Geometry and Its Applications] (2.19).
 */
export const fisherMetric = define({
  name: 'metric',
  symbol: 'g',
  places: '_ij',
  formula: expectation(product(partial('_i', logDensity), partial('_j', logDensity))),
  symmetries: metricSymmetry,
});

/**
 * The other form of the same metric for regular families, g_ij = -E[d_i d_j l]. The two differ where the support moves
 * with the parameters.
 */
export const fisherMetricFromHessian = define({
  name: 'metricFromHessian',
  symbol: 'g',
  places: '_ij',
  formula: minus(expectation(partial('_i', partial('_j', logDensity)))),
  symmetries: metricSymmetry,
});

/** The mean of the score, E[d_i l]: zero for regular families. */
export const meanScore = define({
  name: 'meanScore',
  symbol: '\\mathbb E[\\partial\\ell]',
  places: '_i',
  formula: expectation(partial('_i', logDensity)),
});
