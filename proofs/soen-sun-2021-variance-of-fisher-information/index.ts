/**
 * A. Soen and K. Sun, "On the Variance of the Fisher Information for Deep Learning", NeurIPS 2021. One file for each claim,
 * in the order of the paper; what the formulas are made of, and the independent computation by outcomes, is in `setting.ts`.
 */
import { proofDocument } from 'fisher-rao';
import { oneOverN } from './v-0-rate-one-over-n.ts';
import { fisherInformation } from './v-1-fisher-information.ts';
import { hessianOfTheLikelihood } from './v-1h-hessian-of-the-likelihood.ts';
import { zeroOrInfinite } from './v-1z-zero-or-infinite.ts';
import { twoEstimators } from './v-2e-two-estimators.ts';
import { baseMeasure, baseMeasureRepaired } from './v-3-base-measure.ts';
import { score } from './v-4-score.ts';
import { hessian } from './v-5-hessian.ts';
import { pulledBack } from './v-6-pulled-back.ts';
import { costOfThePulledBackForm } from './v-6c-cost-of-the-pulled-back-form.ts';
import { firstEstimator } from './v-7-first-estimator.ts';
import { secondEstimator } from './v-8-second-estimator.ts';
import { biasTerm, noiseTerm } from './v-8a-bias-term.ts';
import { availableGradients, sampledGradients } from './v-8b-available-gradients.ts';
import { backPropagation, outcomesOfTheLastLayer } from './v-11-back-propagation.ts';
import { bernoulliComparison } from './v-b1-bernoulli-comparison.ts';
import { zeroVariance, zeroVarianceOfOneOutput } from './v-b2-zero-variance.ts';
import { poissonGrowth } from './v-b3-poisson-growth.ts';
import { cramerRao, cramerRaoInOneParameter } from './v-cr-cramer-rao.ts';
import { cumulants, secondAndThirdCumulants } from './v-cum-cumulants.ts';
import { differenceToTheSquaredGradient } from './v-d1-difference-to-the-squared-gradient.ts';
import { differenceToTheHessian } from './v-d2-difference-to-the-hessian.ts';
import { nearlyDeterministicOutputs, trainedNetworks } from './v-d3-trained-networks.ts';
import { regularisation, regularisationWithBoundedInputs } from './v-d4-regularisation.ts';
import { figureOneBernoulli, figureOneNormal, figureOnePoisson } from './v-fig1-figure-one.ts';
import {
  covarianceOfTheStatistics,
  informationByOutcomes,
  meanOfTheStatistics,
} from './v-l2-covariance-of-the-statistics.ts';
import { fourthMoments, fourthMomentsByOutcomes } from './v-l5-fourth-moments.ts';
import { lemmaNine, lemmaNineInformation, lemmaNineInside } from './v-l9-bound-of-the-moments.ts';
import { lemmaTwelve } from './v-l12-coverage.ts';
import { lemmaThirteen } from './v-l13-derivative-in-a-layer.ts';
import { lemmaFourteen, lemmaFourteenForTheOutput, lemmaFourteenInside } from './v-l14-norm-of-a-layer-derivative.ts';
import { lemmaFifteen } from './v-l15-spectral-norm-of-a-layer-derivative.ts';
import { oneInput, varianceOverInputs } from './v-m1-variance-over-inputs.ts';
import { unbiased } from './v-p1-unbiased.ts';
import { secondEstimatorIsIndefinite, semidefinite } from './v-psd-semidefinite.ts';
import { reluHessian, reluHessianAwayFromKinks } from './v-rem3.1-relu-hessian.ts';
import { covarianceByOutcomes } from './v-rem4.1-covariance-by-outcomes.ts';
import { fourthMomentsInOneDimension } from './v-rem5.1-fourth-moments-in-one-dimension.ts';
import { deterministicLimit } from './v-rem6.1-deterministic-limit.ts';
import { orders, ordersOfBoundedMoments } from './v-rem9.2-orders-of-the-bounds.ts';
import { theoremThree, theoremThreeSymbolically } from './v-t3-information-as-minus-mean-hessian.ts';
import { theoremFour, theoremFourSymbolically } from './v-t4-covariance-of-the-first-estimator.ts';
import { theoremSix } from './v-t6-covariance-of-the-second-estimator.ts';
import { equalityForOneOutput, theoremSeven } from './v-t7-bound-of-the-first-covariance.ts';
import { theoremEight } from './v-t8-bound-of-the-second-covariance.ts';
import { theoremTen, theoremTenInOneParameter, theoremTenOnBlocks } from './v-t10-probability-of-definiteness.ts';
import { theoremEleven, theoremElevenForOneOutput } from './v-t11-spectrum-of-the-second-estimator.ts';
import { varianceOfTheDeviation } from './v-t11v-variance-of-the-deviation.ts';
import { tableOneBernoulli, tableOneNormal, tableOnePoisson } from './v-tab1-table-one.ts';

export const soenSun2021 = proofDocument({
  name: 'soen-sun-2021-variance-of-fisher-information',
  source: 'A. Soen and K. Sun, On the Variance of the Fisher Information for Deep Learning, NeurIPS 2021',
  statements: [
    fisherInformation,
    hessianOfTheLikelihood,
    zeroOrInfinite,
    twoEstimators,
    unbiased,
    oneInput,
    varianceOverInputs,
    baseMeasure,
    baseMeasureRepaired,
    covarianceOfTheStatistics,
    meanOfTheStatistics,
    informationByOutcomes,
    score,
    hessian,
    theoremThree,
    theoremThreeSymbolically,
    reluHessian,
    reluHessianAwayFromKinks,
    pulledBack,
    costOfThePulledBackForm,
    firstEstimator,
    secondEstimator,
    biasTerm,
    noiseTerm,
    availableGradients,
    sampledGradients,
    cramerRao,
    cramerRaoInOneParameter,
    oneOverN,
    theoremFour,
    theoremFourSymbolically,
    covarianceByOutcomes,
    cumulants,
    secondAndThirdCumulants,
    fourthMoments,
    fourthMomentsByOutcomes,
    fourthMomentsInOneDimension,
    theoremSix,
    deterministicLimit,
    theoremSeven,
    equalityForOneOutput,
    theoremEight,
    lemmaNine,
    lemmaNineInformation,
    lemmaNineInside,
    orders,
    ordersOfBoundedMoments,
    tableOneBernoulli,
    tableOneNormal,
    tableOnePoisson,
    figureOneBernoulli,
    figureOneNormal,
    figureOnePoisson,
    bernoulliComparison,
    zeroVariance,
    zeroVarianceOfOneOutput,
    poissonGrowth,
    semidefinite,
    secondEstimatorIsIndefinite,
    theoremTen,
    theoremTenInOneParameter,
    theoremTenOnBlocks,
    theoremEleven,
    theoremElevenForOneOutput,
    varianceOfTheDeviation,
    lemmaTwelve,
    lemmaThirteen,
    backPropagation,
    outcomesOfTheLastLayer,
    lemmaFourteen,
    lemmaFourteenInside,
    lemmaFourteenForTheOutput,
    lemmaFifteen,
    differenceToTheSquaredGradient,
    differenceToTheHessian,
    trainedNetworks,
    nearlyDeterministicOutputs,
    regularisation,
    regularisationWithBoundedInputs,
  ],
});
