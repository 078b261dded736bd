/**
 * The numeric layer on one network: medians of forward pass, gradient, jvp, vjp, Fisher-vector product and second-order
 * jet, beside the machine's own matrix product, in one process. Prints a table in Markdown.
 *
 *     node --conditions=fisher-rao-source --import tsx bench/numeric.ts [widths=784,32,10] [samples=500]
 */
import { type engine, program, transform } from 'fisher-rao';
import { onnxEngine } from 'fisher-rao/engine/onnx';
import { fisherProgram } from 'fisher-rao/methods';
import { categoricalHead, denseNetwork, lossProgram, type NetworkModel, parameterCount } from 'fisher-rao/network';

const { buildProgram, entryCount, tensor, tensorType } = program;
const { jvp, linearize, selectOutputs, simplify, transpose, vjp } = transform;
type Dtype = program.Dtype;
type Program = program.Program;
type Tensors = Readonly<Record<string, program.Tensor>>;

const [widths = '784,32,10', samples = '500'] = process.argv.slice(2);
const count = Number(samples);
const repetitions = 101;

/** Entries that are neither constant nor special. */
function wave(dtype: Dtype, shape: program.Shape, scale = 1): program.Tensor {
  return tensor(
    dtype,
    shape,
    Array.from({ length: entryCount(shape) }, (_, i) => scale * Math.cos(1 + 1.7 * i)),
  );
}

/** Multiplications and additions of the matrix products in a program. */
function matmulOperations(subject: Program): number {
  return simplify(subject).equations.reduce((sum, { primitive, attributes, operands, result }) => {
    if (primitive !== 'matmul') return sum;
    const { transposeLeft } = attributes as program.Attributes['matmul'];
    return sum + 2 * operands[0]!.type.shape.at(transposeLeft ? -2 : -1)! * entryCount(result.type.shape);
  }, 0);
}

async function medianMilliseconds(executable: engine.Executable, inputs: Tensors): Promise<number> {
  const times: number[] = [];
  for (let i = -10; i < repetitions; i++) {
    const start = performance.now();
    await executable.run(inputs);
    if (i >= 0) times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(repetitions / 2)]!;
}

/** J^T J v from what `linearize` leaves: no forward pass. */
function metricProduct(tangent: Program, cotangent: Program): Program {
  const ports = [...tangent.inputs, ...cotangent.inputs].filter(({ name }) => name !== 'ct_d_psi');
  const types = Object.fromEntries(ports.map(({ name, variable }) => [name, variable.type]));
  return buildProgram('fisher-vector product', types, (b, variables) => {
    const { d_psi } = b.inline(tangent, variables);
    return b.inline(cotangent, { ...variables, ct_d_psi: d_psi! });
  });
}

function secondDerivative(subject: Program): Program {
  const first = selectOutputs(jvp(subject, { wrt: ['theta'] }), ['d_psi']);
  return selectOutputs(jvp(first, { wrt: ['theta'], prefix: 'd2_' }), ['d2_d_psi']);
}

const model: NetworkModel = { network: denseNetwork(widths.split(',').map(Number), 'tanh'), head: categoricalHead() };
const onnx = onnxEngine();
console.log(
  `${model.network.widths.join('-')} tanh/softmax, N = ${count}, ${parameterCount(model.network)} parameters, medians of ${repetitions}\n`,
);
console.log('| | float64 ms | GFLOP/s | float32 ms | GFLOP/s |\n|---|---|---|---|---|');

const rows = new Map<string, string[]>();
for (const dtype of ['float64', 'float32'] as const) {
  const subject = fisherProgram(model, count, dtype);
  const [theta, outputs] = [[parameterCount(model.network)], [count, model.network.widths.at(-1)!]];
  const { primal, tangent } = linearize(subject, { wrt: ['theta'] });
  const cotangent = transpose(tangent, { wrt: ['d_theta'] });
  const loss = lossProgram(model, count, dtype);
  const square = tensorType(dtype, [1024, 1024]);
  const programs: Readonly<Record<string, Program>> = {
    'matrix product 1024': buildProgram('gemm', { a: square }, (b, { a }) => ({ c: b.matmul(a, a) })),
    forward: subject,
    'gradient of the loss (forward and backward)': selectOutputs(vjp(loss, { wrt: ['theta'], of: ['loss'] }), [
      'ct_theta',
    ]),
    'jvp (forward and tangent)': jvp(subject, { wrt: ['theta'] }),
    'vjp (forward and backward)': selectOutputs(vjp(subject, { wrt: ['theta'] }), ['ct_theta']),
    'Fisher-vector product (tangent and cotangent)': metricProduct(tangent, cotangent),
    'second-order jet D(v,w) (with forward)': secondDerivative(subject),
  };
  const point: Tensors = {
    a: wave(dtype, [1024, 1024]),
    theta: wave(dtype, theta, 0.05),
    x: wave(dtype, [count, model.network.widths[0]!]),
    y: wave(dtype, outputs),
    d_theta: wave(dtype, theta),
    d2_theta: wave(dtype, theta),
    ct_psi: wave(dtype, outputs),
    ct_loss: program.scalar(1, dtype),
  };
  const atPoint = await onnx.compile(primal);
  const inputs = { ...point, ...(await atPoint.run(point)) };
  await atPoint.dispose();
  for (const [name, part] of Object.entries(programs)) {
    const executable = await onnx.compile(part);
    const milliseconds = await medianMilliseconds(executable, inputs);
    await executable.dispose();
    const rate = matmulOperations(part) / milliseconds / 1e6;
    rows.set(name, [...(rows.get(name) ?? []), milliseconds.toFixed(3), rate.toFixed(0)]);
  }
}
for (const [name, cells] of rows) console.log(`| ${name} | ${cells.join(' | ')} |`);
