/**
 * Neural networks as statistical models: data sets read from files, seeded randomness, layers and heads as tensor
 * programs, losses, optimisers and training. A network is a program from parameters and inputs to the natural parameters
 * of its outputs; what that says about geometry is the business of `methods/`. A new activation is a line in
 * `activation.ts`, a new head or layer a file here.
 */
export { accuracy } from './accuracy.ts';
export { type Activation, activations, hasKink } from './activation.ts';
export { bernoulliHead } from './bernoulli-head.ts';
export { categoricalHead, logSoftmax } from './categorical-head.ts';
export { type DataSet, dataSet, firstSamples, oneHot, selectSamples } from './data-set.ts';
export {
  type DeclaredDensity,
  type DeclaredFamily,
  declaredHead,
  type HeadDeclaration,
} from './declared-head.ts';
export {
  type DenseLayer,
  type DenseNetwork,
  denseForward,
  denseLayers,
  denseNetwork,
  denseParameterCount,
  type ForwardPass,
  type Initialisation,
  initialisations,
  initialParameters,
} from './dense.ts';
export { drawGamma, drawPoisson } from './draws.ts';
export {
  betaHead,
  gammaHead,
  learnedVarianceHead,
  negativeBinomialHead,
  poissonHead,
} from './exponential-heads.ts';
export { type FiniteLaw, finiteHead } from './finite-head.ts';
export { type GraphLayer, type GraphLayers, graphLayers } from './graph-layers.ts';
export {
  type GraphNetwork,
  type GraphParameter,
  type GraphSample,
  graphFeatures,
  graphParameterCount,
  graphSample,
} from './graph-network.ts';
export { knownOperators } from './graph-operators.ts';
export type { Window } from './graph-window.ts';
export { groupSize, type Head, targetCount } from './head.ts';
export { type HeadGeometry, headGeometry } from './head-geometry.ts';
export { type Links, linkedLaw } from './head-link.ts';
export { type HeadConstants, type HeadName, headByName, headNames } from './heads.ts';
export { type IdxArray, readIdx } from './idx.ts';
export { importLayersModel, type LayersModelFiles } from './import-layers-model.ts';
export { type ImportedNetwork, importOnnx } from './import-onnx.ts';
export { type KinkQuery, kinkDistance, refuseKink } from './kink.ts';
export { groupColumns, type LawHead, lawHead, outputCoordinates } from './law-head.ts';
export { lossProgram, type NetworkModel } from './loss.ts';
export { type MnistSplit, mnist, mnistDirectory } from './mnist.ts';
export {
  asDense,
  featureCount,
  type Network,
  type NetworkPass,
  networkForward,
  networkInputs,
  networkName,
  networkProgram,
  outputCount,
  type ParameterBlock,
  parameterBlocks,
  parameterCount,
} from './network.ts';
export { normalHead } from './normal-head.ts';
export { type NumberArray, readNpy } from './npy.ts';
export { readNpz } from './npz.ts';
export { type NumberTable, readNumberTable } from './number-table.ts';
export { adam, initialOptimiserState, type Optimiser, type OptimiserState, optimiserStep } from './optimiser.ts';
export { normalVector, permutation, type RandomSource, randomSource } from './random.ts';
export { knownSymmetries, type Symmetry } from './symmetry.ts';
export { type Training, type TrainingState, train, trainingStates } from './train.ts';
