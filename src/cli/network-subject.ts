import { dirname, join } from 'node:path';
import type { Engine } from '../engine/index.ts';
import { InputError } from '../errors.ts';
import { exactTrace, type FisherPoint, type SummaryOptions } from '../methods/index.ts';
import {
  type Activation,
  activations,
  denseNetwork,
  featureCount,
  groupSize,
  type Head,
  headByName,
  headNames,
  type ImportedNetwork,
  type Initialisation,
  importLayersModel,
  importOnnx,
  initialisations,
  initialParameters,
  type Network,
  type NetworkModel,
  networkName,
  outputCount,
  parameterCount,
  randomSource,
} from '../network/index.ts';
import type { Dtype } from '../program/index.ts';
import { unknownName } from '../suggestion.ts';
import type { CommandOption } from './command.ts';
import { readHead } from './head-file.ts';
import type { Request } from './network-checkpoint.ts';
import { type NetworkEngine, networkEngines } from './network-engine.ts';
import { fileBytes, readWeights } from './network-files.ts';
import { readSamples, type SampleFile, sampleFormats } from './network-samples.ts';
import { choice, positiveNumber, text, wholeNumber } from './options.ts';

const activationNames = Object.keys(activations) as readonly Activation[];

const widths: CommandOption<readonly number[] | undefined> = {
  placeholder: 'LIST',
  summary: 'a dense network by its layer sizes, inputs first, as in 784,100,10',
  parse: (given) => {
    const list = given.split(',').map(Number);
    if (list.length >= 2 && list.every((width) => Number.isSafeInteger(width) && width > 0)) return list;
    throw new InputError(`expected two or more positive whole numbers such as 784,100,10; got '${given}'`);
  },
  fallback: undefined,
};

const damping: CommandOption<number> = {
  placeholder: 'NUMBER',
  summary: 'added to the diagonal of the Fisher matrix; the curvature then depends on the parametrisation',
  parse: (given) => {
    const value = Number(given);
    if (given.trim() === '' || !Number.isFinite(value) || value < 0)
      throw new InputError(`expected a number, 0 or more; got '${given}'`);
    return value;
  },
  fallback: 0,
};

const head: CommandOption<string> = {
  placeholder: 'NAME|FILE',
  summary:
    'the law of the outputs: normal (mean z), normal-learned-variance (natural parameters z1, -exp z2), bernoulli (logit z), categorical (softmax), poisson (mean exp z), gamma (shape exp z1, rate exp z2), beta (shapes exp z1, exp z2), negative-binomial (mean r exp z); or a file with a family of your own, {"density", "variable", "parameters", "constants"?, "links"?} as derive reads them or {"family", "parameters"?, "links"?}, links such as {"lambda": "exp(z1)"} being its parameters in the outputs of one variable',
  parse: (given) => {
    if (given.endsWith('.json') || headNames.some((name) => name === given)) return given;
    throw unknownName('value', given, [...headNames, 'FILE.json']);
  },
  fallback: 'categorical',
};

/** The options that say which network, data and engine are meant; every network command has them. */
export const networkOptions = {
  widths,
  model: text(
    'FILE',
    'a trained network instead of --widths: an ONNX file, whose initialisers are the parameters by name, or the model.json of a TensorFlow.js LayersModel',
  ),
  activation: choice(activationNames, 'activation of the hidden layers', 'tanh'),
  outputActivation: choice(activationNames, 'activation after the last layer', 'identity'),
  head,
  scale: positiveNumber('normal head: its standard deviation (1 unless given)', undefined),
  successes: positiveNumber('negative-binomial head: its number r of successes (1 unless given)', undefined),
  weights: text(
    'FILE',
    '.json: {"layers": [{"weight": [[...]], "bias": [...]}]}; .npz: arrays W0, b0, W1, ...; .npy: all in theta order; without it, initial weights by --seed',
  ),
  initialisation: choice(initialisations, 'law of initial weights', 'lecun'),
  seed: wholeNumber('seed of everything random', 0, 1),
  data: text('DATA', sampleFormats),
  targets: text('FILE', 'targets of data that have none: .npy, .csv, .tsv or IDX, one row a sample'),
  samples: wholeNumber('take this many samples, the first', 1, undefined),
  damping,
  engine: choice(networkEngines, 'what computes', 'onnx'),
  dtype: choice(['float64', 'float32'], 'number format', 'float64'),
  threads: wholeNumber('threads of the engine; with 1 the same seed gives the same numbers', 1, 2),
} as const;

/** The values of `networkOptions`. */
export interface NetworkOptionValues {
  readonly widths: readonly number[] | undefined;
  readonly model: string | undefined;
  readonly activation: Activation;
  readonly outputActivation: Activation;
  /** The name of a head, or a file that ends in .json. */
  readonly head: string;
  readonly scale: number | undefined;
  readonly successes: number | undefined;
  readonly weights: string | undefined;
  readonly initialisation: Initialisation;
  readonly seed: number;
  readonly data: string | undefined;
  readonly targets: string | undefined;
  readonly samples: number | undefined;
  readonly damping: number;
  readonly engine: NetworkEngine;
  readonly dtype: Dtype;
  readonly threads: number;
}

/** A network with its parameters, data and damping, and the targets of the data where there are any. */
export interface NetworkSubject {
  readonly point: FisherPoint;
  readonly targets: SampleFile['targets'];
  /** How the outputs are read, for reports. */
  readonly head: string;
  readonly parameters: number;
  /** What a reader should know of how the network was read. */
  readonly remarks: readonly string[];
}

/**
 * What the options mean.
 *
 * @throws InputError if parts are missing or do not fit together.
 */
export function networkSubject(options: NetworkOptionValues): NetworkSubject {
  const { network, theta, remarks } = givenNetwork(options);
  const head = givenHead(options);
  groupSize(head, outputCount(network));
  const data = givenData(options);
  if (data.features !== featureCount(network)) {
    throw new InputError(
      `the data have ${data.features} features, but the network ${networkName(network)} takes ${featureCount(network)}`,
    );
  }
  const model: NetworkModel = { network, head };
  return {
    point: { model, theta, inputs: data.inputs, samples: data.samples, damping: options.damping, dtype: options.dtype },
    targets: data.targets,
    head: head.description,
    parameters: parameterCount(network),
    remarks,
  };
}

function givenHead({ head, scale, successes }: NetworkOptionValues): Head {
  const constants = { ...(scale === undefined ? {} : { scale }), ...(successes === undefined ? {} : { successes }) };
  const name = headNames.find((known) => known === head);
  if (name !== undefined) return headByName(name, constants);
  if (Object.keys(constants).length > 0)
    throw new InputError(`--scale and --successes are of heads known by name: write the constants into ${head}`);
  return readHead(head);
}

/** A network with its parameters, and what a reader should know of how it was read. */
interface GivenNetwork {
  readonly network: Network;
  readonly theta: Float64Array;
  readonly remarks: readonly string[];
}

function givenNetwork(options: NetworkOptionValues): GivenNetwork {
  const { widths, model, activation, outputActivation, weights, seed, initialisation } = options;
  if (model !== undefined) {
    if (widths !== undefined || weights !== undefined)
      throw new InputError('--model has its own shape and weights: leave out --widths and --weights');
    const { softmaxRemoved, ...read } = readModel(model, options.head === 'categorical');
    const strange = read.theta.findIndex((value) => !Number.isFinite(value));
    if (strange >= 0) {
      throw new InputError(
        `${model}: parameter ${strange} of ${read.theta.length}, in theta order, is ${read.theta[strange]}; expected finite numbers: save the network before its training diverges`,
      );
    }
    const remark = 'the softmax at the end of the model is taken for the link of the head';
    return { ...read, remarks: softmaxRemoved ? [remark] : [] };
  }
  if (!widths)
    throw new InputError(
      'a network is given by --widths, inputs first, as in --widths 784,100,10, or by --model FILE.onnx',
    );
  const network = denseNetwork(widths, activation, outputActivation);
  const theta =
    weights === undefined
      ? initialParameters(network, randomSource(seed), initialisation)
      : readWeights(weights, network);
  return { network, theta, remarks: [] };
}

/** A model by the end of its file's name: `.json` of TensorFlow.js with its weights beside it, else ONNX. */
function readModel(path: string, logits: boolean): ImportedNetwork {
  if (!path.endsWith('.json')) return importOnnx(fileBytes(path), path, { logits });
  let model: unknown;
  try {
    model = JSON.parse(new TextDecoder().decode(fileBytes(path)));
  } catch (error) {
    throw new InputError(`cannot read ${path}: ${(error as Error).message}; expected the model.json of a LayersModel`);
  }
  return importLayersModel({ model, weights: (file) => fileBytes(join(dirname(path), file)) }, path, { logits });
}

function givenData({ data, targets, samples }: NetworkOptionValues): SampleFile {
  if (data === undefined) throw new InputError('data are given by --data FILE or --data mnist:500');
  return readSamples(data, targets, samples);
}

/** What the numbers of a command depend on, under the names of its options. */
export function requestOf(
  command: string,
  { point, targets, head }: NetworkSubject,
  options: Pick<NetworkOptionValues, 'engine'> & { readonly head?: string },
  settings: Request,
): Request {
  const { model, theta, inputs, samples, damping, dtype } = point;
  const file = options.head?.endsWith('.json') ? fileBytes(options.head).toString() : undefined;
  return {
    command: `network ${command}`,
    ...{ network: model.network, weights: Float64Array.from(theta), head: file ?? head },
    ...{ data: Float64Array.from(inputs), targets, samples, damping, dtype, engine: options.engine },
    ...settings,
  };
}

/** The way to the trace of F without any matrix: gradients, layer by layer or sample by sample. */
export function traceOf({ point }: NetworkSubject, engine: Engine): SummaryOptions {
  return { trace: () => exactTrace(point, engine) };
}
