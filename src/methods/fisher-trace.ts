import type { Engine } from '../engine/index.ts';
import { UnsupportedError } from '../errors.ts';
import {
  asDense,
  type DataSet,
  type DenseNetwork,
  denseForward,
  denseLayers,
  type NetworkModel,
  oneHot,
  parameterCount,
} from '../network/index.ts';
import {
  type Builder,
  buildProgram,
  type Dtype,
  type Program,
  type Tensor,
  tensor,
  tensorType,
  type Variable,
} from '../program/index.ts';
import { simplify, vjp } from '../transform/index.ts';
import type { Vector } from './euclidean.ts';

/** The traces of two Fisher matrices of a model on the same inputs, with the model's loss and outputs there. */
export interface FisherTraces {
  /**
   * tr F of the true Fisher matrix, (1/N) sum_n E_y |grad log p(y | x_n, theta)|^2 with y drawn from the *model*; exact,
   * by enumeration of the terms of the head's embedding (its classes, for a categorical head).
   */
  readonly trueFisher: number;
  /** The same with y the *observed* target: (1/N) sum_n |grad log p(y_n | x_n, theta)|^2. */
  readonly empiricalFisher: number;
  /** Mean negative log-likelihood of the observed targets. */
  readonly loss: number;
  /** The network's outputs, [samples, C]. */
  readonly outputs: Tensor;
}

/** Measures Fisher traces on one data set at any parameters. */
export interface FisherTraceMeter {
  measure(theta: Vector): Promise<FisherTraces>;
  dispose(): Promise<void>;
}

/**
 * A meter of both Fisher traces. For sample n the gradient by a dense layer's parameters is delta (a; 1)^T, with delta
 * the gradient by its pre-activation and a its input, so |grad|^2 = sum over layers of |delta|^2 (|a|^2 + 1): no
 * per-sample gradient is formed, and the cost is one backward pass per class. [Goodfellow 2015, arXiv:1510.01799]
 *
 * The true trace sums over components c of the embedding psi, |grad psi_c|^2; for classes this *is* the expectation,
 * because psi_c = 2 sqrt(p_c) has |grad psi_c|^2 = p_c |grad log p_c|^2.
 */
export async function fisherTraceMeter(
  model: NetworkModel,
  data: DataSet,
  engine: Engine,
  dtype: Dtype = 'float64',
): Promise<FisherTraceMeter> {
  const { count: samples, classes } = data;
  const { embedding } = model.head;
  if (!embedding) throw new UnsupportedError(`The ${model.head.family} head has no flat embedding to take traces of.`);
  const x = tensor(dtype, [samples, data.features], data.inputs);
  const y = tensor(dtype, [samples, classes], oneHot(data.labels, classes));
  const embedded = await engine.compile(squaredGradientProgram(model, samples, dtype, embedding));
  const observed = await engine.compile(
    squaredGradientProgram(model, samples, dtype, (b, h, target) =>
      b.reshape(model.head.negativeLogLikelihood(b, h, target), [samples, 1]),
    ),
  );
  const units = Array.from({ length: classes }, (_, c) =>
    tensor(
      dtype,
      [samples, classes],
      Float64Array.from({ length: samples * classes }, (_, i) => (i % classes === c ? 1 : 0)),
    ),
  );
  const ones = tensor(dtype, [samples, 1], new Float64Array(samples).fill(1));
  return {
    measure: async (parameters) => {
      const theta = tensor(dtype, [parameters.length], parameters);
      let trueFisher = 0;
      for (const weights of units) trueFisher += mean((await embedded.run({ theta, x, y, weights }))['squares']!);
      const { squares, terms, h } = await observed.run({ theta, x, y, weights: ones });
      return { trueFisher, empiricalFisher: mean(squares!), loss: mean(terms!), outputs: h! };
    },
    dispose: async () => {
      await embedded.dispose();
      await observed.dispose();
    },
  };
}

type Terms = (b: Builder, h: Variable, y: Variable) => Variable;

/**
 * The program (theta, x, y, weights: [samples, K]) -> squares: [samples], the squared length of the gradient by theta of
 * sum_k weights_nk terms_nk for each sample n; also terms: [samples, K] and the outputs h.
 */
function squaredGradientProgram(model: NetworkModel, samples: number, dtype: Dtype, terms: Terms): Program {
  const network = asDense(model.network, 'A trace by backward passes');
  const shifted = shiftedProgram(network, samples, dtype, terms);
  const shifts = denseLayers(network).map((_, layer) => `shift${layer}`);
  const gradient = simplify(vjp(shifted, { wrt: shifts, of: ['terms'] }));
  const port = (name: string) =>
    [...shifted.inputs, ...shifted.outputs].find((candidate) => candidate.name === name)!.variable.type;
  const inputs = { theta: port('theta'), x: port('x'), y: port('y'), weights: port('terms') };
  const program = buildProgram(
    `squared gradients of ${network.widths.join('-')}`,
    inputs,
    (b, { weights, ...variables }) => {
      const zeros = Object.fromEntries(shifts.map((name) => [name, b.full(port(name), 0)]));
      const outputs = b.inline(gradient, { ...variables, ...zeros, ct_terms: weights });
      const squares = shifts.map((name, layer) => {
        const signal = b.add(rowSquares(b, outputs[`input${layer}`]!), 1);
        return b.multiply(rowSquares(b, outputs[`ct_${name}`]!), signal);
      });
      return {
        squares: squares.reduce((sum, square) => b.add(sum, square)),
        terms: outputs['terms']!,
        h: outputs['h']!,
      };
    },
  );
  return simplify(program);
}

/** (theta, x, y, shift0, ...) -> terms, h, and each layer's input as input0, ...; shifts are added to pre-activations. */
function shiftedProgram(network: DenseNetwork, samples: number, dtype: Dtype, terms: Terms): Program {
  const layers = denseLayers(network);
  const outputs = network.widths.at(-1)!;
  const inputs = {
    theta: tensorType(dtype, [parameterCount(network)]),
    x: tensorType(dtype, [samples, network.widths[0]!]),
    y: tensorType(dtype, [samples, outputs]),
    ...Object.fromEntries(layers.map((layer, l) => [`shift${l}`, tensorType(dtype, [samples, layer.outputs])])),
  };
  return buildProgram('shifted network', inputs, (b, variables) => {
    const shifts = layers.map((_, l) => (variables as Readonly<Record<string, Variable>>)[`shift${l}`]!);
    const pass = denseForward(b, network, { theta: variables.theta, x: variables.x, shifts });
    return {
      terms: terms(b, pass.outputs, variables.y),
      h: pass.outputs,
      ...Object.fromEntries(pass.layerInputs.map((input, l) => [`input${l}`, input])),
    };
  });
}

function rowSquares(b: Builder, rows: Variable): Variable {
  return b.reduceSum(b.multiply(rows, rows), [1]);
}

function mean({ data }: Tensor): number {
  let sum = 0;
  for (const value of data) sum += value;
  return sum / data.length;
}
