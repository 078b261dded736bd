/**
 * K. Sun, "What is Information Geometry and Deep Neural Networks?", CSIRO's Data61, 2024. One file per result.
 */
import { proofDocument } from 'fisher-rao';
import { pulledBackMetric } from './g-1-pulled-back-metric.ts';
import { dimension, dimensionOfNetworks, dimensionOfTheManifold } from './g-2-dimension.ts';
import { lineElement } from './g-3-line-element.ts';
import { invarianceOfLength, lengthOfBernoulliCurves } from './g-4-invariance-of-length.ts';
import {
  determinantOfTheMetric,
  invarianceOfVolume,
  nullVectorOfTheMetric,
  singularVolume,
  volumeOfNetworks,
  volumeValues,
} from './g-5-invariance-of-volume.ts';
import {
  affineNormalisation,
  layerNormalisation,
  normalisationIsUndone,
  normalisationLayers,
} from './g-6-normalisation-layers.ts';
import { doublyRaised, naturalGradientField } from './g-7-natural-gradient-field.ts';
import { naturalGradientStep, naturalGradientStepOfClassifiers } from './g-8-natural-gradient-step.ts';
import { finiteSteps } from './g-9-finite-steps.ts';
import { angle, exponentialMap, geodesicsInAnyCoordinates } from './g-10-exponential-map.ts';
import { rank } from './g-11-rank.ts';
import {
  adam,
  adamAsDiagonal,
  adamByTheRoot,
  meanOfAConstant,
  meanOfAConstantSquare,
  rootOfTheMeanSquare,
} from './g-12-adam.ts';
import { damping, diagonal, diagonalRescaled, pseudoInverse, pseudoInverseOfNetworks } from './g-13-pseudo-inverse.ts';
import { costOfRounding, costOfSteps, quantisation } from './g-14-quantisation.ts';
import { crossEntropy, crossEntropyOfPointMasses } from './g-15-cross-entropy.ts';
import { alphaDivergence, alphaHasNoFirstOrderPart, alphaLimits } from './g-16-alpha-divergence.ts';
import { fDivergence, hessianOfAnFDivergence, namedFDivergences, noFirstOrderPart } from './g-17-f-divergence.ts';
import { bregmanDivergence, bregmanOfACoin } from './g-18-bregman-divergence.ts';
import { optimalTransport, transportIsNotFisher } from './g-19-optimal-transport.ts';
import { costOfElimination, cubicGrowth, productsAlone } from './g-20-cost-of-inversion.ts';

export const sun2024 = proofDocument({
  name: 'sun-2024-information-geometry',
  source: "K. Sun, What is Information Geometry and Deep Neural Networks?, CSIRO's Data61, 2024",
  statements: [
    pulledBackMetric,
    dimension,
    dimensionOfNetworks,
    dimensionOfTheManifold,
    lineElement,
    invarianceOfLength,
    lengthOfBernoulliCurves,
    volumeOfNetworks,
    volumeValues,
    determinantOfTheMetric,
    invarianceOfVolume,
    nullVectorOfTheMetric,
    singularVolume,
    normalisationLayers,
    layerNormalisation,
    affineNormalisation,
    normalisationIsUndone,
    doublyRaised,
    naturalGradientField,
    naturalGradientStep,
    naturalGradientStepOfClassifiers,
    finiteSteps,
    geodesicsInAnyCoordinates,
    angle,
    exponentialMap,
    rank,
    adamAsDiagonal,
    adamByTheRoot,
    meanOfAConstant,
    meanOfAConstantSquare,
    rootOfTheMeanSquare,
    adam,
    pseudoInverse,
    pseudoInverseOfNetworks,
    damping,
    diagonal,
    diagonalRescaled,
    quantisation,
    costOfSteps,
    costOfRounding,
    crossEntropyOfPointMasses,
    crossEntropy,
    alphaDivergence,
    alphaHasNoFirstOrderPart,
    alphaLimits,
    hessianOfAnFDivergence,
    fDivergence,
    noFirstOrderPart,
    namedFDivergences,
    bregmanDivergence,
    bregmanOfACoin,
    optimalTransport,
    transportIsNotFisher,
    costOfElimination,
    cubicGrowth,
    productsAlone,
  ],
});
