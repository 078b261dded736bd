/**
 * Notes on the Fisher information matrix and the natural gradient (unpublished, by an unnamed author). The formulas of
 * the notes are images that were not preserved: the statements are what each paragraph announces. One file per result.
 */
import { proofDocument } from 'fisher-rao';
import { changeOfOneStep, constantSpeed, constantSpeedOfTheTrustRegion, littleChange } from './constant-speed.ts';
import { divergenceIsNoMetric } from './divergence-is-no-metric.ts';
import { divergenceOfShiftedNormals } from './divergence-of-shifted-normals.ts';
import { gradientDescentNeighbourhood } from './gradient-descent-neighbourhood.ts';
import {
  hessianInBothArguments,
  hessianOfTheDivergence,
  metricIsTheSecondOrderPart,
  mixedDerivative,
  secondOrderTaylor,
} from './hessian-of-the-divergence.ts';
import { informationAsMeanHessian, informationAsMinusMeanHessian } from './information-as-mean-hessian.ts';
import { meanScoreIsZero } from './mean-score-is-zero.ts';
import { meanScoreNeedsRegularity } from './mean-score-needs-regularity.ts';
import { constrainedMinimisation, naturalGradient, naturalGradientBySearch } from './natural-gradient.ts';
import { normalInTheMean, parabola } from './normal-in-the-mean.ts';
import { preciseEstimates } from './precise-estimates.ts';
import { score } from './score.ts';
import { scoreOfANormalMean } from './score-of-a-normal-mean.ts';
import { matrixForm, varianceOfTheScore } from './variance-of-the-score.ts';

export const naturalGradientNotes = proofDocument({
  name: 'notes-natural-gradient',
  source: 'Notes on the Fisher information matrix and the natural gradient, unpublished',
  statements: [
    preciseEstimates,
    normalInTheMean,
    parabola,
    score,
    meanScoreIsZero,
    meanScoreNeedsRegularity,
    scoreOfANormalMean,
    varianceOfTheScore,
    matrixForm,
    informationAsMeanHessian,
    informationAsMinusMeanHessian,
    hessianOfTheDivergence,
    hessianInBothArguments,
    mixedDerivative,
    divergenceOfShiftedNormals,
    divergenceIsNoMetric,
    metricIsTheSecondOrderPart,
    secondOrderTaylor,
    constrainedMinimisation,
    naturalGradient,
    naturalGradientBySearch,
    constantSpeed,
    constantSpeedOfTheTrustRegion,
    littleChange,
    changeOfOneStep,
    gradientDescentNeighbourhood,
  ],
});
