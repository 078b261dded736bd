/**
 * Appendix "Notes on Information in Deep Neural Networks" (unpublished as such). One file for each claim, in the order of
 * the appendix.
 */
import { proofDocument } from 'fisher-rao';
import { classProbabilities, classProbabilitiesOfLosses } from './a-0-class-probabilities.ts';
import { objective } from './a-a.1-objective.ts';
import { crossEntropy } from './a-a.2-cross-entropy.ts';
import { stochasticDescent, stochasticDescentOfClassifiers } from './a-a.3-stochastic-descent.ts';
import { divergence, divergenceOfCoins } from './a-a.4-divergence.ts';
import { divergenceAsMetric, divergenceIsNonnegative } from './a-a.4a-divergence-as-metric.ts';
import { score } from './a-a.5-score.ts';
import { covarianceOfTheScore } from './a-a.6-covariance-of-the-score.ts';
import { secondMoment, secondMomentOfRegularFamilies, shiftedExponential } from './a-a.7-second-moment.ts';
import { hessianOfALogarithm } from './a-a.9-hessian-of-a-logarithm.ts';
import { meanOfTheHessian, meanOfTheHessianOfRegularFamilies } from './a-a.10-mean-of-the-hessian.ts';
import {
  secondDerivative,
  secondDerivativeOfRegularFamilies,
  secondDerivativeUnderAFixedLaw,
} from './a-a.12-second-derivative-of-the-divergence.ts';
import { gradientUnderTheFirstMeasure, gradientUnderTheWrongMeasure } from './a-a.12p-gradient-of-the-divergence.ts';
import {
  firstDerivativeOfTheRest,
  taylorOfTheLogarithm,
  thirdDerivativeOfTheRest,
  valueOfTheRest,
} from './a-a.14-taylor-of-the-logarithm.ts';
import { expansionStepByStep, expansionStepByStepOfRegularFamilies } from './a-a.15-expansion-step-by-step.ts';
import { batchGradient, unbiasedBatchGradient } from './a-b-batch-gradient.ts';
import {
  hessianInEitherArgument,
  hessianOfTheDivergence,
  hessianOfTheDivergenceOfRegularFamilies,
} from './a-c.1-hessian-of-the-divergence.ts';
import { expansion, expansionOfRegularFamilies, remainder, thirdOrder } from './a-c.2-expansion-of-the-divergence.ts';
import { cauchySchwarz, coin, covarianceForm, cramerRao, cramerRaoOfASample, normalMean } from './a-fn.2-cramer-rao.ts';
import { signOfEpsilon, signOfEpsilonInTheForm } from './a-fn.5-sign-of-epsilon.ts';
import { hessianForm, hessianFormOfRegularFamilies } from './a-l.1-hessian-form.ts';
import { networkInformation, scoresHaveMeanZero } from './a-rem.1-network-information.ts';
import { empiricalFisher, empiricalFisherAndCovariance } from './a-rem.1a-empirical-fisher.ts';
import { earlyTraining, fallingTrace, randomPrediction } from './a-t.1-early-training.ts';
import { lateTraining, optimumOfNoisyLabels, vanishingMeanGradient } from './a-t.2-late-training.ts';
import { bellShape } from './a-t.3-bell-shape.ts';
import { changeOfPredictions, lowInformation } from './a-t.4-low-information.ts';

export const informationInNetworks = proofDocument({
  name: 'appendix-information-in-networks',
  source: 'Notes on information in deep neural networks, an appendix, unpublished',
  statements: [
    classProbabilities,
    classProbabilitiesOfLosses,
    objective,
    crossEntropy,
    batchGradient,
    unbiasedBatchGradient,
    stochasticDescent,
    stochasticDescentOfClassifiers,
    divergence,
    divergenceOfCoins,
    divergenceAsMetric,
    divergenceIsNonnegative,
    score,
    covarianceOfTheScore,
    secondMoment,
    secondMomentOfRegularFamilies,
    shiftedExponential,
    scoresHaveMeanZero,
    networkInformation,
    empiricalFisher,
    empiricalFisherAndCovariance,
    cramerRao,
    cramerRaoOfASample,
    cauchySchwarz,
    covarianceForm,
    coin,
    normalMean,
    hessianForm,
    hessianFormOfRegularFamilies,
    hessianOfALogarithm,
    meanOfTheHessian,
    meanOfTheHessianOfRegularFamilies,
    hessianOfTheDivergence,
    hessianOfTheDivergenceOfRegularFamilies,
    hessianInEitherArgument,
    gradientUnderTheWrongMeasure,
    gradientUnderTheFirstMeasure,
    secondDerivative,
    secondDerivativeOfRegularFamilies,
    secondDerivativeUnderAFixedLaw,
    expansion,
    expansionOfRegularFamilies,
    remainder,
    thirdOrder,
    signOfEpsilon,
    signOfEpsilonInTheForm,
    taylorOfTheLogarithm,
    firstDerivativeOfTheRest,
    valueOfTheRest,
    thirdDerivativeOfTheRest,
    expansionStepByStep,
    expansionStepByStepOfRegularFamilies,
    earlyTraining,
    fallingTrace,
    randomPrediction,
    lateTraining,
    optimumOfNoisyLabels,
    vanishingMeanGradient,
    bellShape,
    lowInformation,
    changeOfPredictions,
  ],
});
