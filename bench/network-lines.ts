import { program, transform } from 'fisher-rao';
import { fisherProgram } from 'fisher-rao/methods';
import {
  asDense,
  categoricalHead,
  type DenseNetwork,
  denseForward,
  denseLayers,
  denseNetwork,
  lossProgram,
  type NetworkModel,
  networkInputs,
  parameterCount,
} from 'fisher-rao/network';

const { buildProgram, entryCount, tensor, tensorType } = program;
const { jvp, selectOutputs, vjp, vmap } = transform;
type Dtype = program.Dtype;
type Program = program.Program;
type Tensors = Readonly<Record<string, program.Tensor>>;

/** What is measured of a network: a program, the inputs that stay the same from run to run, and those that change. */
export interface Line {
  readonly program: Program;
  readonly fixed: Tensors;
  readonly varying: Tensors;
}

/** Entries that are neither constant nor special; the peers use the same. */
export function wave(dtype: Dtype, shape: program.Shape, scale = 1): program.Tensor {
  const entries = Array.from({ length: entryCount(shape) }, (_, i) => scale * Math.cos(1 + 1.7 * i));
  return tensor(dtype, shape, entries);
}

/** The lines by name, in the order of the table. */
export const lineNames = ['gemm', 'forward', 'gradient', 'jvp', 'vjp', 'fvp', 'fvp_fixed', 'jet', 'ntk'] as const;

/** The name of a line. */
export type LineName = (typeof lineNames)[number];

/** What the lines are called in the table. */
export const titles: Readonly<Record<LineName, string>> = {
  gemm: 'matrix product 1024',
  forward: 'forward',
  gradient: 'gradient of the loss',
  jvp: 'jvp (forward and tangent)',
  vjp: 'vjp (forward and backward)',
  fvp: 'Fisher-vector product, from scratch',
  fvp_fixed: 'Fisher-vector product, point fixed',
  jet: 'second-order jet D(v,w), from scratch',
  ntk: 'NTK per output',
};

/** The programs of a tanh network with a categorical head on `samples` points. */
export function networkLines(widths: readonly number[], samples: number, dtype: Dtype): Record<LineName, () => Line> {
  const model: NetworkModel = { network: denseNetwork(widths, 'tanh'), head: categoricalHead() };
  const psi = fisherProgram(model, samples, dtype);
  const count = parameterCount(model.network);
  const outputs = [samples, widths.at(-1)!];
  const data = { x: wave(dtype, [samples, widths[0]!]) };
  const theta = { theta: wave(dtype, [count], 0.05) };
  const v = { d_theta: wave(dtype, [count]) };
  const square = tensorType(dtype, [1024, 1024]);
  return {
    gemm: () => ({
      program: buildProgram('gemm', { a: square }, (b, { a }) => ({ c: b.matmul(a, a) })),
      fixed: {},
      varying: { a: wave(dtype, square.shape) },
    }),
    forward: () => ({ program: psi, fixed: data, varying: theta }),
    gradient: () => ({
      program: selectOutputs(vjp(lossProgram(model, samples, dtype), { wrt: ['theta'], of: ['loss'] }), ['ct_theta']),
      fixed: { ...data, y: wave(dtype, outputs), ct_loss: program.scalar(1, dtype) },
      varying: theta,
    }),
    jvp: () => ({
      program: selectOutputs(jvp(psi, { wrt: ['theta'] }), ['d_psi']),
      fixed: data,
      varying: { ...theta, ...v },
    }),
    vjp: () => ({
      program: selectOutputs(vjp(psi, { wrt: ['theta'] }), ['ct_theta']),
      fixed: data,
      varying: { ...theta, ct_psi: wave(dtype, outputs) },
    }),
    fvp: () => ({ program: fisherVectorProduct(psi), fixed: data, varying: { ...theta, ...v } }),
    fvp_fixed: () => ({ program: fisherVectorProduct(psi), fixed: { ...data, ...theta }, varying: v }),
    jet: () => ({ program: jet(psi), fixed: data, varying: { ...theta, ...v, d2_theta: wave(dtype, [count]) } }),
    ntk: () => ({
      program: tangentKernel(asDense(model.network, 'the kernel'), samples, dtype),
      fixed: data,
      varying: theta,
    }),
  };
}

/** (theta, d_theta) -> J^T J d_theta: jvp, then vjp; `simplify` shares their forward pass. */
function fisherVectorProduct(psi: Program): Program {
  const [forward, backward] = [jvp(psi, { wrt: ['theta'] }), vjp(psi, { wrt: ['theta'] })];
  const types = Object.fromEntries(forward.inputs.map(({ name, variable }) => [name, variable.type]));
  return buildProgram('fisher-vector product', types, (b, variables) => {
    const { d_psi } = b.inline(forward, variables);
    return { product: b.inline(backward, { ...variables, ct_psi: d_psi! })['ct_theta']! };
  });
}

function jet(psi: Program): Program {
  const first = selectOutputs(jvp(psi, { wrt: ['theta'] }), ['d_psi']);
  return selectOutputs(jvp(first, { wrt: ['theta'], prefix: 'd2_' }), ['d2_d_psi']);
}

/**
 * The tangent kernel of each output, [C, N, N]: the sum over layers of (delta delta^T) * (a a^T + 1) for the inputs a of a
 * layer and the derivatives delta of the output by its pre-activations, sample by sample.
 */
function tangentKernel(network: DenseNetwork, samples: number, dtype: Dtype): Program {
  const layers = denseLayers(network);
  const shifts = layers.map((_, l) => `shift${l}`);
  const inputs = networkInputs(network, samples, dtype);
  const shiftTypes = layers.map(({ outputs }, l) => [shifts[l]!, tensorType(dtype, [samples, outputs])] as const);
  const shifted = buildProgram('outputs', { ...inputs, ...Object.fromEntries(shiftTypes) }, (b, variables) => {
    const { theta, x } = variables as { theta: program.Variable; x: program.Variable };
    const values = shifts.map((name) => (variables as Record<string, program.Variable>)[name]!);
    const { layerInputs, outputs } = denseForward(b, network, { theta, x, shifts: values });
    return { ...Object.fromEntries(layerInputs.map((value, l) => [`a${l}`, value])), h: outputs };
  });
  const classes = layers.at(-1)!.outputs;
  const deltas = vmap(vjp(shifted, { wrt: shifts, of: ['h'] }), { over: ['ct_h'], size: classes });
  return buildProgram('tangent kernel', inputs, (b, variables) => {
    const zeros = Object.fromEntries(shiftTypes.map(([name, type]) => [name, b.full(type, 0)]));
    const units = Array.from({ length: classes * classes }, (_, i) => (i % (classes + 1) === 0 ? 1 : 0));
    const identity = b.constant(tensor(dtype, [classes, classes], units));
    const ct_h = b.broadcast(identity, [classes, samples, classes], [0, 2]);
    const results = b.inline(deltas, { ...variables, ...zeros, ct_h });
    const terms = layers.map((_, l) => {
      const a = b.inline(shifted, { ...variables, ...zeros })[`a${l}`]!;
      const delta = results[`ct_${shifts[l]}`]!;
      const gram = b.add(b.matmul(a, a, { transposeRight: true }), 1);
      return b.multiply(b.matmul(delta, delta, { transposeRight: true }), gram);
    });
    return { kernel: terms.reduce((total, term) => b.add(total, term)) };
  });
}
