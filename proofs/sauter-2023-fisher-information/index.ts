/**
 * M. Sauter, "Investigating the Evolution of Fisher Information for Neural Network Dynamics", BSc thesis, University of
 * Stuttgart 2023: section 2.1 and appendix A. One file per result; the objects and assumptions are in `setting.ts`.
 */
import { proofDocument } from 'fisher-rao';
import { crossTermsVanish } from './cross-terms-vanish.ts';
import { informationIsAdditive } from './information-is-additive.ts';
import { informationIsMultiplicative } from './information-is-multiplicative.ts';
import { informationOfAPair } from './information-of-a-pair.ts';
import { jointProbabilityIsNormalised } from './joint-probability-is-normalised.ts';
import { metricAsMeanHessian } from './metric-as-mean-hessian.ts';
import { scoreHasMeanZero } from './score-has-mean-zero.ts';
import { twoFormsOfTheMetric } from './two-forms-of-the-metric.ts';
import { vanishingTerm } from './vanishing-term.ts';

export const sauter2023 = proofDocument({
  name: 'sauter-2023-fisher-information',
  source:
    'M. Sauter, Investigating the Evolution of Fisher Information for Neural Network Dynamics, BSc thesis, University of Stuttgart, 2023',
  statements: [
    informationIsMultiplicative,
    metricAsMeanHessian,
    jointProbabilityIsNormalised,
    informationOfAPair,
    informationIsAdditive,
    scoreHasMeanZero,
    crossTermsVanish,
    vanishingTerm,
    twoFormsOfTheMetric,
  ],
});
