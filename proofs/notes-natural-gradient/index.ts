/**
 * Notes on the Fisher information matrix and the natural gradient (unpublished, by an unnamed author). The formulas of
 * the notes are images that were not preserved: the statements are what each paragraph announces. One file per result.
 */
import { proofDocument } from 'fisher-rao';
import { preciseEstimates } from './n-1-precise-estimates.ts';
import { normalInTheMean, parabola } from './n-2-normal-in-the-mean.ts';
import { score } from './n-3-score.ts';
import { meanScoreIsZero, meanScoreNeedsRegularity } from './n-4-mean-score-is-zero.ts';
import { scoreOfANormalMean } from './n-5-score-of-a-normal-mean.ts';
import { varianceOfTheScore } from './n-6-variance-of-the-score.ts';
import { matrixForm } from './n-7-matrix-form.ts';
import { informationAsMeanHessian, informationAsMinusMeanHessian } from './n-8-information-as-mean-hessian.ts';
import {
  hessianAtTheBasePoint,
  hessianInBothArguments,
  hessianOfTheDivergence,
  mixedDerivative,
  slopeInTheSecondArgument,
} from './n-9-hessian-of-the-divergence.ts';
import { divergenceOfShiftedNormals } from './n-10-divergence-of-shifted-normals.ts';
import { divergenceIsNoMetric, metricIsTheSecondOrderPart } from './n-11-divergence-is-no-metric.ts';
import { secondOrderTaylor } from './n-12-second-order-taylor.ts';
import { constrainedMinimisation, divergenceOfTheStep } from './n-13-constrained-minimisation.ts';
import { naturalGradient, naturalGradientBySearch } from './n-14-natural-gradient.ts';
import { constantSpeed, constantSpeedOfTheTrustRegion, decreasingSpeed } from './n-15-constant-speed.ts';
import { changeOfOneStep, littleChange } from './n-16-little-change.ts';
import { gradientDescentNeighbourhood, radiusOfTheStep } from './n-fn.4-gradient-descent-neighbourhood.ts';

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
    hessianAtTheBasePoint,
    hessianInBothArguments,
    mixedDerivative,
    slopeInTheSecondArgument,
    divergenceOfShiftedNormals,
    divergenceIsNoMetric,
    metricIsTheSecondOrderPart,
    secondOrderTaylor,
    constrainedMinimisation,
    divergenceOfTheStep,
    naturalGradient,
    naturalGradientBySearch,
    constantSpeed,
    decreasingSpeed,
    constantSpeedOfTheTrustRegion,
    littleChange,
    changeOfOneStep,
    gradientDescentNeighbourhood,
    radiusOfTheStep,
  ],
});
