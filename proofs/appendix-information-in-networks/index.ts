/**
 * Appendix "Notes on Information in Deep Neural Networks" (unpublished as such). One file per topic of the appendix.
 */
import { proofDocument } from 'fisher-rao';
import { cauchySchwarz, cramerRao, normalMean } from './cramer-rao.ts';
import { divergence, divergenceAsMetric, divergenceIsNonnegative } from './divergence.ts';
import {
  expansion,
  expansionOfRegularFamilies,
  expansionStepByStep,
  expansionStepByStepOfRegularFamilies,
  gradientUnderTheFirstMeasure,
  gradientUnderTheWrongMeasure,
  hessianOfTheDivergence,
  hessianOfTheDivergenceOfRegularFamilies,
  secondDerivative,
  secondDerivativeOfRegularFamilies,
  signOfEpsilon,
  signOfEpsilonInTheForm,
  taylorOfTheLogarithm,
  thirdOrder,
} from './expansion-of-the-divergence.ts';
import {
  hessianForm,
  hessianFormOfRegularFamilies,
  hessianOfALogarithm,
  meanOfTheHessian,
  meanOfTheHessianOfRegularFamilies,
} from './hessian-form.ts';
import {
  covarianceOfTheScore,
  score,
  secondMoment,
  secondMomentOfRegularFamilies,
  shiftedExponential,
} from './information.ts';
import { batchGradient, stochasticDescent, unbiasedBatchGradient } from './mini-batches.ts';
import { empiricalFisher, empiricalFisherAndCovariance, networkInformation } from './network-information.ts';
import { classProbabilities, crossEntropy, objective } from './objective.ts';
import {
  bellShape,
  changeOfPredictions,
  earlyTraining,
  lateTraining,
  lowInformation,
  randomPrediction,
  vanishingMeanGradient,
} from './trends.ts';

export const informationInNetworks = proofDocument({
  name: 'appendix-information-in-networks',
  source: 'Notes on information in deep neural networks, an appendix, unpublished',
  statements: [
    classProbabilities,
    objective,
    crossEntropy,
    batchGradient,
    unbiasedBatchGradient,
    stochasticDescent,
    divergence,
    divergenceAsMetric,
    divergenceIsNonnegative,
    score,
    covarianceOfTheScore,
    secondMoment,
    secondMomentOfRegularFamilies,
    shiftedExponential,
    networkInformation,
    empiricalFisher,
    empiricalFisherAndCovariance,
    cramerRao,
    cauchySchwarz,
    normalMean,
    hessianForm,
    hessianFormOfRegularFamilies,
    hessianOfALogarithm,
    meanOfTheHessian,
    meanOfTheHessianOfRegularFamilies,
    hessianOfTheDivergence,
    hessianOfTheDivergenceOfRegularFamilies,
    gradientUnderTheWrongMeasure,
    gradientUnderTheFirstMeasure,
    secondDerivative,
    secondDerivativeOfRegularFamilies,
    expansion,
    expansionOfRegularFamilies,
    thirdOrder,
    signOfEpsilon,
    signOfEpsilonInTheForm,
    taylorOfTheLogarithm,
    expansionStepByStep,
    expansionStepByStepOfRegularFamilies,
    earlyTraining,
    randomPrediction,
    lateTraining,
    vanishingMeanGradient,
    bellShape,
    lowInformation,
    changeOfPredictions,
  ],
});
