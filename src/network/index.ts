/**
 * Neural networks as statistical models: data sets read from files, seeded randomness, layers and heads as tensor
 * programs, losses, optimisers and training. A network is a program from parameters and inputs to the natural parameters
 * of its outputs; what that says about geometry is the business of `methods/`. A new activation is a line in
 * `activation.ts`, a new head or layer a file here.
 */
export { accuracy } from './accuracy.ts';
export { type Activation, activations } from './activation.ts';
export { categoricalHead, logSoftmax } from './categorical-head.ts';
export { type DataSet, dataSet, firstSamples, oneHot, selectSamples } from './data-set.ts';
export {
  type DenseLayer,
  type DenseNetwork,
  denseForward,
  denseLayers,
  denseNetwork,
  type ForwardPass,
  initialParameters,
  networkProgram,
  parameterCount,
} from './dense.ts';
export type { Head } from './head.ts';
export { type IdxArray, readIdx } from './idx.ts';
export { lossProgram, type NetworkModel } from './loss.ts';
export { type MnistSplit, mnist, mnistDirectory } from './mnist.ts';
export { normalHead } from './normal-head.ts';
export { adam, initialOptimiserState, type Optimiser, type OptimiserState, optimiserStep } from './optimiser.ts';
export { normalVector, permutation, type RandomSource, randomSource } from './random.ts';
export { type Training, type TrainingState, train, trainingStates } from './train.ts';
