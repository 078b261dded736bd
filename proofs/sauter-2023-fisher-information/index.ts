/**
 * M. Sauter, "Investigating the Evolution of Fisher Information for Neural Network Dynamics", BSc thesis, University of
 * Stuttgart 2023. The statements are in the order of the thesis, one file for each of its claims; before them come the
 * general results on which several rest, under the numbers of their equations.
 */
import { proofDocument } from 'fisher-rao';
import { crossTermsVanish } from './cross-terms-vanish.ts';
import {
  cramersRule,
  derivativeByTheInverse,
  determinantOfTheIdentity,
  determinantOfTheInverse,
  determinantWithNullVector,
  inverseByCofactors,
  inverseOnBothSides,
  jacobisFormula,
  rowOfRows,
} from './determinants.ts';
import { informationIsAdditive } from './information-is-additive.ts';
import { informationIsMultiplicative } from './information-is-multiplicative.ts';
import { informationOfAPair } from './information-of-a-pair.ts';
import { jointProbabilityIsNormalised } from './joint-probability-is-normalised.ts';
import { metricAsMeanHessian } from './metric-as-mean-hessian.ts';
import { scoreHasMeanZero } from './score-has-mean-zero.ts';
import { meanOfTheSum, varianceOfTheSum } from './sums-over-observations.ts';
import { neuron } from './t-1.2.0-neuron.ts';
import { heavisideNeuron, heavisideNeuronAtTheBoundary } from './t-1.2.0a-heaviside-neuron.ts';
import { firstLayerIndices, firstLayerWithTwoIndices } from './t-1.2.0b-first-layer-indices.ts';
import { rectifier, rectifierOnly } from './t-1.2.1-rectifier.ts';
import { layerMap, layerMapOverInputs } from './t-1.2.2-layer-map.ts';
import {
  softmaxIsMonotone,
  softmaxIsNormalised,
  softmaxJacobian,
  softmaxOfShiftedInputs,
  softmaxOrder,
} from './t-1.2.3-softmax-is-normalised.ts';
import { parameterVector, parameterVectorOfNetworks } from './t-1.2.4-parameter-vector.ts';
import { figureOneTwo } from './t-1.2.f-figure-one-two.ts';
import { mnistEncoding } from './t-1.3.0-mnist-encoding.ts';
import { networkAsAMap } from './t-1.3.1-network-as-a-map.ts';
import { meanOfSublosses } from './t-1.3.2-mean-of-sublosses.ts';
import { lossThroughOutputs } from './t-1.3.3-loss-through-outputs.ts';
import { dissimilarity, distanceLoss } from './t-1.3.4-distance-loss.ts';
import { squaredError, squaredErrorOverOutputs } from './t-1.3.5-squared-error.ts';
import { gradientDescent, smallStep } from './t-1.3.6-gradient-descent.ts';
import { steepestDescent, steepestDescentInAMetric } from './t-1.3.6a-steepest-descent.ts';
import { closestMinimum, everNearer, minimumOfTheBasin, stepsTowardsTheMinimum } from './t-1.3.6b-closest-minimum.ts';
import { oneComponent, oneComponentOfAStep } from './t-1.3.7-one-component.ts';
import { stochasticDescent, withoutReplacement } from './t-1.3.8-stochastic-descent.ts';
import { adam } from './t-1.3.9-adam.ts';
import { generality } from './t-1.4.1-generality.ts';
import { fisherInformation, positiveSemidefinite } from './t-2.1.1-fisher-information.ts';
import { infiniteInformation, zeroInformation } from './t-2.1.1a-zero-information.ts';
import { expectation } from './t-2.1.2-expectation.ts';
import { additivityBySums, multiplicativity } from './t-2.1.3-multiplicativity.ts';
import { normalDensity, normalDensityIsNormalised } from './t-2.1.4-normal-density.ts';
import {
  informationInTheVariance,
  informationInTheWidth,
  informationOffTheDiagonal,
  informationOfTheNormalFamily,
} from './t-2.1.5-information-of-the-normal-family.ts';
import { standardDeviation, variance } from './t-2.1.5a-standard-deviation.ts';
import {
  offDiagonal,
  similarity,
  similarityOfEqual,
  similarityOfMeanAndWidth,
  similarityOfOpposite,
} from './t-2.1.5b-off-diagonal.ts';
import { easierMean, meanOfFour } from './t-2.1.5c-easier-mean.ts';
import { headsOfARecord, lawOfTheNumberOfHeads, numberOfHeads, powersAdd } from './t-2.1.c1-number-of-heads.ts';
import {
  allHeads,
  allRecords,
  countingByEnumeration,
  countingOutcomes,
  everyValueOccurs,
  noMoreHeadsThanTosses,
  recordsWithSoManyHeads,
} from './t-2.1.c2-counting-outcomes.ts';
import {
  conditionalLaw,
  conditionalLawByEnumeration,
  conditionalLawOfRecords,
  probabilityOfARecord,
} from './t-2.1.c3-conditional-law.ts';
import {
  dataProcessing,
  informationAtAPoint,
  largestOfThree,
  sufficiency,
  sufficientStatistic,
} from './t-2.1.c4-sufficiency.ts';
import { galtonBoard, meanOfTheBoard, normalApproximation, varianceOfTheBoard } from './t-2.1.g-galton-board.ts';
import { dropInPosition, tiltedBoard } from './t-2.1.g2-drop-in-position.ts';
import { likelihood } from './t-2.1.l-likelihood.ts';
import { networkInformation, networkInformationRepaired } from './t-2.2.1-network-information.ts';
import { normalDensityAgain } from './t-2.2.2-normal-density-as-a-family.ts';
import { derivativeAlongACurve } from './t-2.2.3-derivative-along-a-curve.ts';
import { tangentVectors } from './t-2.2.3a-tangent-vectors.ts';
import { coordinateCurves } from './t-2.2.4-coordinate-curves.ts';
import { naturalBasis } from './t-2.2.5-natural-basis.ts';
import { components } from './t-2.2.6-components.ts';
import { logLikelihood } from './t-2.2.7-log-likelihood.ts';
import { rankOfReluNetworks, rescaling, scoresOfReluNetworks } from './t-2.2.7a-scores-of-relu-networks.ts';
import { meanOfTheRepresentation, oneRepresentation } from './t-2.2.8-one-representation.ts';
import { isomorphismOfIndependentScores, naturalIsomorphism } from './t-2.2.9-natural-isomorphism.ts';
import { innerProduct } from './t-2.2.10-inner-product.ts';
import { transported } from './t-2.2.11-transported-inner-product.ts';
import { metricIsInformation, metricIsMeanProduct } from './t-2.2.12-metric-is-information.ts';
import { innerProductInComponents } from './t-2.2.13-inner-product-in-components.ts';
import { orthogonality, squaredLengthInComponents } from './t-2.2.13a-orthogonality.ts';
import { curveLength, curveLengthRepaired } from './t-2.2.14-curve-length.ts';
import { equator, geodesicEquation, geodesics, normalDistance } from './t-2.2.14a-geodesics.ts';
import { hessianForm, hessianFormOfRegularFamilies } from './t-2.2.15-hessian-form.ts';
import {
  christoffelSymbols,
  christoffelSymbolsKeepTheMetric,
  christoffelSymbolsRepaired,
  christoffelValues,
} from './t-2.2.16-christoffel-symbols.ts';
import {
  firstBianchiIdentity,
  loweredConnection,
  loweredRiemannTensor,
  productsOfSymbols,
  riemannTensor,
  riemannTensorIsAntisymmetric,
  riemannTensorOfPairs,
  riemannTensorOfTheFirstPair,
} from './t-2.2.17-riemann-tensor.ts';
import { flatPlane, scalarCurvature, scalarCurvatureOfTheTrinomial } from './t-2.2.18-scalar-curvature.ts';
import { indexPlacement, inverseIsSymmetric, inverseMetric, raisedAndLowered } from './t-2.2.19-index-placement.ts';
import { atlasOfTheSphere, hausdorff, manifold } from './t-2.2.m-manifold.ts';
import { octant, sphere } from './t-2.2.m1-sphere.ts';
import { independentScores, smoothFamily, sumOfParameters } from './t-2.2.m2-smooth-family.ts';
import { chart, chartDirection } from './t-2.2.p-chart-direction.ts';
import {
  probabilityFromTheSubloss,
  probabilityWithPartitionFunction,
} from './t-2.2.s5-probability-from-the-subloss.ts';
import {
  hessianOfTheSubloss,
  sublossInTheInformation,
  sublossWithConstantPartition,
} from './t-2.2.s5a-subloss-in-the-information.ts';
import { twoDefinitions, twoDefinitionsRepaired } from './t-2.3.1-two-definitions.ts';
import {
  innerProductOfOneVector,
  innerProductOfTwoVectors,
  sameDiagonal,
} from './t-2.3.2-inner-product-of-one-vector.ts';
import { innerProductOverData, innerProductOverDataRepaired } from './t-2.3.3-inner-product-over-data.ts';
import { informationIsMetric, informationIsMetricRepaired } from './t-2.3.4-information-is-metric.ts';
import { curveLengthAgain, curveLengthAgainRepaired } from './t-2.3.5-curve-length-again.ts';
import { lengthAlongACoordinate, lengthAlongACoordinateRepaired } from './t-2.3.6-length-along-a-coordinate.ts';
import { meaningOfTheEntries, meaningOfTheOffDiagonal } from './t-2.3.7-meaning-of-the-entries.ts';
import { infeasibility } from './t-2.3.8-infeasibility.ts';
import { tenTosses, tenTossesAsARecord } from './t-2.3.c-ten-tosses.ts';
import { curvedManifold, flatManifold } from './t-2.3.k-curved-manifold.ts';
import { gibbsMeasure, meanAsDerivative, metricOfGibbsMeasures } from './t-2.4.1-gibbs-measure.ts';
import { helmholtz, helmholtzWithBetaAsCoordinate, twoLevelSystem } from './t-2.4.2-helmholtz.ts';
import { chainsOfSpins, isingRing, partitionFunctionOfTheRing, phaseTransition } from './t-2.4.3-phase-transition.ts';
import {
  gradientDescentOfAllData,
  stochasticDescentOfAllData,
  stochasticDescentOfBatches,
} from './t-3.1.1-stochastic-descent-of-all-data.ts';
import { timeParametrisation } from './t-3.1.2-time-parametrisation.ts';
import { differenceQuotient } from './t-3.1.3-difference-quotient.ts';
import { derivative } from './t-3.1.4-derivative.ts';
import { decreaseAlongTheFlow, flowOfANetwork, gradientFlow } from './t-3.1.5-gradient-flow.ts';
import { componentOfTheFlow } from './t-3.1.6-component-of-the-flow.ts';
import { tangentKernel, tangentKernelOfNetworks, tangentKernelRepaired } from './t-3.1.7-tangent-kernel.ts';
import { matrixOfLearningRates, onlyForDescent, tensorOfLearningRates } from './t-3.1.8-only-for-descent.ts';
import {
  kernelIsSymmetric,
  kernelOfGradients,
  kernelOfNetworks,
  spectrumDuality,
} from './t-3.2.1-kernel-of-gradients.ts';
import { scalarDynamics, scalarDynamicsOfNetworks } from './t-3.2.2-scalar-dynamics.ts';
import { kernel, kernelOfTwoPoints } from './t-3.2.3-kernel.ts';
import { featureMap } from './t-3.2.4-feature-map.ts';
import { zeroKernel, zeroKernelToFirstOrder } from './t-3.2.5-zero-kernel.ts';
import { independence } from './t-a.1.1-independence.ts';
import { additivity } from './t-a.1.2-additivity.ts';
import { proofChain, proofChainRepaired } from './t-a.1.3-proof-chain.ts';
import { crossTerms, crossTermsRepaired } from './t-a.1.4-cross-terms.ts';
import { statementOfTheTwoForms, statementOfTheTwoFormsRepaired } from './t-a.2.1-two-forms-of-the-information.ts';
import { chainOfTheTwoForms, chainOfTheTwoFormsRepaired } from './t-a.2.2-chain-of-the-two-forms.ts';
import { vanishingTermAsPrinted, vanishingTermRepaired } from './t-a.2.3-vanishing-term.ts';
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
    meanOfTheSum,
    varianceOfTheSum,
    rowOfRows,
    cramersRule,
    determinantOfTheIdentity,
    determinantOfTheInverse,
    inverseByCofactors,
    inverseOnBothSides,
    determinantWithNullVector,
    jacobisFormula,
    derivativeByTheInverse,
    scoreHasMeanZero,
    crossTermsVanish,
    vanishingTerm,
    twoFormsOfTheMetric,
    neuron,
    heavisideNeuron,
    heavisideNeuronAtTheBoundary,
    rectifier,
    rectifierOnly,
    figureOneTwo,
    firstLayerIndices,
    firstLayerWithTwoIndices,
    layerMap,
    layerMapOverInputs,
    softmaxIsNormalised,
    softmaxOfShiftedInputs,
    softmaxJacobian,
    softmaxIsMonotone,
    softmaxOrder,
    parameterVector,
    parameterVectorOfNetworks,
    mnistEncoding,
    networkAsAMap,
    meanOfSublosses,
    lossThroughOutputs,
    distanceLoss,
    dissimilarity,
    squaredError,
    squaredErrorOverOutputs,
    gradientDescent,
    smallStep,
    steepestDescent,
    steepestDescentInAMetric,
    closestMinimum,
    minimumOfTheBasin,
    everNearer,
    stepsTowardsTheMinimum,
    oneComponent,
    oneComponentOfAStep,
    stochasticDescent,
    withoutReplacement,
    adam,
    generality,
    galtonBoard,
    normalApproximation,
    varianceOfTheBoard,
    meanOfTheBoard,
    dropInPosition,
    tiltedBoard,
    likelihood,
    numberOfHeads,
    lawOfTheNumberOfHeads,
    powersAdd,
    headsOfARecord,
    countingOutcomes,
    everyValueOccurs,
    recordsWithSoManyHeads,
    noMoreHeadsThanTosses,
    allHeads,
    allRecords,
    countingByEnumeration,
    conditionalLaw,
    conditionalLawOfRecords,
    probabilityOfARecord,
    conditionalLawByEnumeration,
    sufficiency,
    informationAtAPoint,
    dataProcessing,
    sufficientStatistic,
    largestOfThree,
    fisherInformation,
    positiveSemidefinite,
    zeroInformation,
    infiniteInformation,
    expectation,
    multiplicativity,
    additivityBySums,
    normalDensity,
    normalDensityIsNormalised,
    informationOfTheNormalFamily,
    informationInTheVariance,
    informationInTheWidth,
    informationOffTheDiagonal,
    standardDeviation,
    variance,
    offDiagonal,
    similarity,
    similarityOfEqual,
    similarityOfOpposite,
    similarityOfMeanAndWidth,
    easierMean,
    meanOfFour,
    networkInformation,
    networkInformationRepaired,
    manifold,
    hausdorff,
    atlasOfTheSphere,
    sphere,
    octant,
    smoothFamily,
    independentScores,
    sumOfParameters,
    normalDensityAgain,
    chartDirection,
    chart,
    derivativeAlongACurve,
    tangentVectors,
    coordinateCurves,
    naturalBasis,
    components,
    logLikelihood,
    scoresOfReluNetworks,
    rescaling,
    rankOfReluNetworks,
    oneRepresentation,
    meanOfTheRepresentation,
    naturalIsomorphism,
    isomorphismOfIndependentScores,
    innerProduct,
    transported,
    metricIsInformation,
    metricIsMeanProduct,
    innerProductInComponents,
    orthogonality,
    squaredLengthInComponents,
    curveLength,
    curveLengthRepaired,
    geodesics,
    geodesicEquation,
    equator,
    normalDistance,
    hessianForm,
    hessianFormOfRegularFamilies,
    christoffelSymbols,
    christoffelSymbolsRepaired,
    christoffelSymbolsKeepTheMetric,
    christoffelValues,
    riemannTensor,
    riemannTensorIsAntisymmetric,
    firstBianchiIdentity,
    loweredConnection,
    loweredRiemannTensor,
    productsOfSymbols,
    riemannTensorOfPairs,
    riemannTensorOfTheFirstPair,
    scalarCurvature,
    scalarCurvatureOfTheTrinomial,
    flatPlane,
    indexPlacement,
    inverseMetric,
    inverseIsSymmetric,
    raisedAndLowered,
    probabilityFromTheSubloss,
    probabilityWithPartitionFunction,
    sublossInTheInformation,
    sublossWithConstantPartition,
    hessianOfTheSubloss,
    twoDefinitions,
    twoDefinitionsRepaired,
    tenTosses,
    tenTossesAsARecord,
    curvedManifold,
    flatManifold,
    innerProductOfOneVector,
    innerProductOfTwoVectors,
    sameDiagonal,
    innerProductOverData,
    innerProductOverDataRepaired,
    informationIsMetric,
    informationIsMetricRepaired,
    curveLengthAgain,
    curveLengthAgainRepaired,
    lengthAlongACoordinate,
    lengthAlongACoordinateRepaired,
    meaningOfTheEntries,
    meaningOfTheOffDiagonal,
    infeasibility,
    gibbsMeasure,
    metricOfGibbsMeasures,
    meanAsDerivative,
    helmholtz,
    twoLevelSystem,
    helmholtzWithBetaAsCoordinate,
    phaseTransition,
    partitionFunctionOfTheRing,
    chainsOfSpins,
    isingRing,
    stochasticDescentOfAllData,
    gradientDescentOfAllData,
    stochasticDescentOfBatches,
    timeParametrisation,
    differenceQuotient,
    derivative,
    gradientFlow,
    decreaseAlongTheFlow,
    flowOfANetwork,
    componentOfTheFlow,
    tangentKernel,
    tangentKernelRepaired,
    tangentKernelOfNetworks,
    onlyForDescent,
    tensorOfLearningRates,
    matrixOfLearningRates,
    kernelOfGradients,
    kernelIsSymmetric,
    spectrumDuality,
    kernelOfNetworks,
    scalarDynamics,
    scalarDynamicsOfNetworks,
    kernel,
    kernelOfTwoPoints,
    featureMap,
    zeroKernel,
    zeroKernelToFirstOrder,
    independence,
    additivity,
    proofChain,
    proofChainRepaired,
    crossTerms,
    crossTermsRepaired,
    statementOfTheTwoForms,
    statementOfTheTwoFormsRepaired,
    chainOfTheTwoForms,
    chainOfTheTwoFormsRepaired,
    vanishingTermAsPrinted,
    vanishingTermRepaired,
  ],
});
