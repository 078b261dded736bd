/**
 * A. Soen and K. Sun, "On the Variance of the Fisher Information for Deep Learning", NeurIPS 2021. One file for each claim,
 * in the order of the paper. `exponential-outputs.ts` has what general statements are about, `samples-of-labels.ts` and
 * `sums-of-observations.ts` several labels, `dense-layers.ts` and `last-layers.ts` networks of any depth, `symbolic-heads.ts`
 * networks in front of each head for calculations, `networks.ts` random networks with exact expectations.
 */
import { proofDocument } from 'fisher-rao';
import * as lastLayers from './last-layers-null-vector.ts';
import * as v0 from './v-0-rate-one-over-n.ts';
import * as v1 from './v-1-fisher-information.ts';
import * as v1h from './v-1h-hessian-of-the-likelihood.ts';
import * as v1z from './v-1z-zero-or-infinite.ts';
import * as v2e from './v-2e-two-estimators.ts';
import * as v3 from './v-3-base-measure.ts';
import * as v4 from './v-4-score.ts';
import * as v5 from './v-5-hessian.ts';
import * as v6 from './v-6-pulled-back.ts';
import * as v6c from './v-6c-cost-of-the-pulled-back-form.ts';
import * as v7 from './v-7-first-estimator.ts';
import * as v8 from './v-8-second-estimator.ts';
import * as v8a from './v-8a-bias-term.ts';
import * as v8b from './v-8b-available-gradients.ts';
import * as v11 from './v-11-back-propagation.ts';
import * as b1 from './v-b1-bernoulli-comparison.ts';
import * as b2 from './v-b2-zero-variance.ts';
import * as b3 from './v-b3-poisson-growth.ts';
import * as cr from './v-cr-cramer-rao.ts';
import * as cum from './v-cum-cumulants.ts';
import * as d1 from './v-d1-difference-to-the-squared-gradient.ts';
import * as d2 from './v-d2-difference-to-the-hessian.ts';
import * as d3 from './v-d3-trained-networks.ts';
import * as d4 from './v-d4-regularisation.ts';
import * as fig1 from './v-fig1-figure-one.ts';
import * as l2 from './v-l2-covariance-of-the-statistics.ts';
import * as l5 from './v-l5-fourth-moments.ts';
import * as l9 from './v-l9-bound-of-the-moments.ts';
import * as l12 from './v-l12-coverage.ts';
import * as l13 from './v-l13-derivative-in-a-layer.ts';
import * as l14 from './v-l14-norm-of-a-layer-derivative.ts';
import * as l15 from './v-l15-spectral-norm-of-a-layer-derivative.ts';
import * as m1 from './v-m1-variance-over-inputs.ts';
import * as p1 from './v-p1-unbiased.ts';
import * as psd from './v-psd-semidefinite.ts';
import * as rem3_1 from './v-rem3.1-relu-hessian.ts';
import * as rem4_1 from './v-rem4.1-covariance-of-the-outer-product.ts';
import * as rem5_1 from './v-rem5.1-fourth-moments-in-one-dimension.ts';
import * as rem6_1 from './v-rem6.1-deterministic-limit.ts';
import * as rem9_2 from './v-rem9.2-orders-of-the-bounds.ts';
import * as t3 from './v-t3-information-as-minus-mean-hessian.ts';
import * as t4 from './v-t4-covariance-of-the-first-estimator.ts';
import * as t6 from './v-t6-covariance-of-the-second-estimator.ts';
import * as t7 from './v-t7-bound-of-the-first-covariance.ts';
import * as t8 from './v-t8-bound-of-the-second-covariance.ts';
import * as t10 from './v-t10-probability-of-definiteness.ts';
import * as t11 from './v-t11-spectrum-of-the-second-estimator.ts';
import * as t11v from './v-t11v-variance-of-the-deviation.ts';
import * as tab1 from './v-tab1-table-one.ts';

const results = [
  v1,
  v1h,
  v1z,
  v2e,
  p1,
  m1,
  v3,
  l2,
  v4,
  v5,
  t3,
  rem3_1,
  v6,
  v6c,
  v7,
  v8,
  v8a,
  v8b,
  cr,
  v0,
  t4,
  rem4_1,
  cum,
  l5,
  rem5_1,
  t6,
  rem6_1,
  t7,
  t8,
  l9,
  rem9_2,
  tab1,
  fig1,
  b1,
  b2,
  b3,
  lastLayers,
  psd,
  t10,
  t11,
  t11v,
  l12,
  l13,
  v11,
  l14,
  l15,
  d1,
  d2,
  d3,
  d4,
];

export const soenSun2021 = proofDocument({
  name: 'soen-sun-2021-variance-of-fisher-information',
  source: 'A. Soen and K. Sun, On the Variance of the Fisher Information for Deep Learning, NeurIPS 2021',
  // What a file exports comes by name: the claim itself first, then what belongs to it.
  statements: results.flatMap((file) => Object.values(file).sort((one, other) => (one.label < other.label ? -1 : 1))),
});
