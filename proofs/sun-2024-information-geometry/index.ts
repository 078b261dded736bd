/**
 * K. Sun, "What is Information Geometry and Deep Neural Networks?", CSIRO's Data61, 2024. One file per result.
 */
import { proofDocument } from 'fisher-rao';
import { adam, adamAsDiagonal } from './adam.ts';
import { costOfElimination, productWithTheMatrix } from './cost-of-inversion.ts';
import { crossEntropy, crossEntropyOfPointMasses } from './cross-entropy.ts';
import { dimension, dimensionOfTheThesisNetwork } from './dimension.ts';
import { alphaDivergence, alphaLimits, bregmanDivergence, fDivergence } from './divergences.ts';
import { angle, exponentialMap, finiteSteps } from './finite-steps.ts';
import { invarianceOfLength, lengthOfBernoulliCurves } from './invariance-of-length.ts';
import { invarianceOfVolume, volumeOfNetworks } from './invariance-of-volume.ts';
import { lineElement } from './line-element.ts';
import { doublyRaised, naturalGradientField, naturalGradientStep } from './natural-gradient-field.ts';
import { affineNormalisation, normalisationLayers } from './normalisation-layers.ts';
import { optimalTransport, transportIsNotFisher } from './optimal-transport.ts';
import { damping, pseudoInverse } from './pseudo-inverse.ts';
import { pulledBackMetric } from './pulled-back-metric.ts';
import { costOfRounding, quantisation } from './quantisation.ts';
import { rank } from './rank.ts';

export const sun2024 = proofDocument({
  name: 'sun-2024-information-geometry',
  source: "K. Sun, What is Information Geometry and Deep Neural Networks?, CSIRO's Data61, 2024",
  statements: [
    pulledBackMetric,
    dimension,
    dimensionOfTheThesisNetwork,
    lineElement,
    invarianceOfLength,
    lengthOfBernoulliCurves,
    volumeOfNetworks,
    invarianceOfVolume,
    normalisationLayers,
    affineNormalisation,
    doublyRaised,
    naturalGradientField,
    naturalGradientStep,
    finiteSteps,
    angle,
    exponentialMap,
    rank,
    adamAsDiagonal,
    adam,
    pseudoInverse,
    damping,
    quantisation,
    costOfRounding,
    crossEntropyOfPointMasses,
    crossEntropy,
    alphaDivergence,
    alphaLimits,
    fDivergence,
    bregmanDivergence,
    optimalTransport,
    transportIsNotFisher,
    costOfElimination,
    productWithTheMatrix,
  ],
});
