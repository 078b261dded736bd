import {
  type Attributes,
  type Equation,
  type EquationOf,
  type Primitive,
  type Program,
  type Shape,
  sameShape,
  type Variable,
} from '../../program/index.ts';
import { broadcastShape, repeatedShape } from '../index.ts';
import { composedErf } from './composed-erf.ts';
import { feedsOf } from './feeds.ts';
import { GraphWriter, type LoweredGraph, type Placed } from './graph.ts';
import { type SumWithProduct, sumsWithProducts } from './sums.ts';

/** Writes the ONNX operators that compute a primitive with attributes A. */
type Lowering<A> = (graph: GraphWriter, operands: readonly Variable[], attributes: A, result: Variable) => Placed;

/** An elementwise operator of one operand; repeated entries are computed once. */
function unary(opType: string): Lowering<unknown> {
  return (graph, [operand]) => {
    const { name, shape } = graph.read(operand!);
    return graph.node(opType, [name], shape);
  };
}

/** An elementwise operator of two operands, which ONNX broadcasts by itself. */
function binary(opType: string): Lowering<unknown> {
  return (graph, [left, right]) => {
    const [x, y] = [graph.read(left!), graph.read(right!)];
    return graph.node(opType, [x.name, y.name], broadcastShape(x.shape, y.shape));
  };
}

function reduction(opType: string): Lowering<{ readonly axes: readonly number[] }> {
  return (graph, [operand], { axes }, { type }) =>
    axes.length === 0 // ONNX reads an empty list as all axes.
      ? { name: graph.full(operand!), shape: type.shape }
      : graph.node(opType, [graph.full(operand!), graph.axes(axes)], type.shape, { keepdims: 0 });
}

function reshaped(graph: GraphWriter, value: Placed, shape: Shape): Placed {
  return sameShape(value.shape, shape) ? value : graph.node('Reshape', [value.name, graph.sizes(shape)], shape);
}

/** The operand with size 1 wherever its entries repeat; ONNX operators do the repeating. */
function broadcast(graph: GraphWriter, [operand]: readonly Variable[], attributes: Attributes['broadcast']): Placed {
  const value = graph.read(operand!);
  return reshaped(graph, value, repeatedShape(value.shape, attributes));
}

function exchangeLastTwo(graph: GraphWriter, name: string, shape: Shape): string {
  const axes = shape.map((_, axis) => axis);
  const perm = [...axes.slice(0, -2), ...axes.slice(-2).reverse()];
  return graph.node(
    'Transpose',
    [name],
    perm.map((axis) => shape[axis]!),
    { perm },
  ).name;
}

/** Gemm reads transposed operands in place; MatMul, for batches, needs them written out. */
function matmul(
  graph: GraphWriter,
  [left, right]: readonly Variable[],
  { transposeLeft, transposeRight }: Attributes['matmul'],
  { type: { shape } }: Variable,
): Placed {
  const [x, y] = [graph.full(left!), graph.full(right!)];
  if (shape.length === 2)
    return graph.node('Gemm', [x, y], shape, { transA: Number(transposeLeft), transB: Number(transposeRight) });
  const straight = transposeLeft ? exchangeLastTwo(graph, x, left!.type.shape) : x;
  return graph.node('MatMul', [straight, transposeRight ? exchangeLastTwo(graph, y, right!.type.shape) : y], shape);
}

/** A product of matrices and what is added to it, which Gemm does in one. */
function gemm(graph: GraphWriter, { operands, attributes, result }: EquationOf<'matmul'>, added: Variable): Placed {
  const [x, y] = operands.map((operand) => graph.full(operand)) as [string, string];
  const flags = { transA: Number(attributes.transposeLeft), transB: Number(attributes.transposeRight) };
  return graph.node('Gemm', [x, y, graph.read(added).name], result.type.shape, flags);
}

function passed(graph: GraphWriter, [operand]: readonly Variable[]): Placed {
  return graph.read(operand!);
}

/** Other ways to write some primitives, for a device on which those of the table fail. */
export type Overrides = { readonly [P in Primitive]?: Lowering<Attributes[P]> };

/** How every primitive is written in ONNX. */
const lowerings: { readonly [P in Primitive]: Lowering<Attributes[P]> } = {
  add: binary('Add'),
  subtract: binary('Sub'),
  multiply: binary('Mul'),
  divide: binary('Div'),
  negate: unary('Neg'),
  exp: unary('Exp'),
  log: unary('Log'),
  sqrt: unary('Sqrt'),
  tanh: unary('Tanh'),
  sin: unary('Sin'),
  cos: unary('Cos'),
  erf: (graph, operands, attributes, result) =>
    result.type.dtype === 'float32' ? unary('Erf')(graph, operands, attributes, result) : composedErf(graph, operands),
  sign: unary('Sign'),
  stopGradient: passed,
  matmul,
  transpose: (graph, [operand], { permutation }, { type }) =>
    graph.node('Transpose', [graph.full(operand!)], type.shape, { perm: permutation }),
  reshape: (graph, [operand], { shape }) =>
    reshaped(graph, { name: graph.full(operand!), shape: operand!.type.shape }, shape),
  broadcast,
  reduceSum: reduction('ReduceSum'),
  reduceMax: reduction('ReduceMax'),
  concatenate: (graph, operands, { axis }, { type }) =>
    graph.node(
      'Concat',
      operands.map((operand) => graph.full(operand)),
      type.shape,
      { axis },
    ),
  slice: (graph, [operand], { start, limit }, { type }) =>
    graph.node('Slice', [graph.full(operand!), graph.sizes(start), graph.sizes(limit)], type.shape),
  pad: (graph, [operand], { low, high }, { type }) =>
    graph.node('Pad', [graph.full(operand!), graph.sizes([...low, ...high])], type.shape),
  constant: (graph, _, { value }) => graph.constant(value),
};

function describe({ primitive, result }: Equation): string {
  return `${primitive} %${result.id}`;
}

/** The ONNX graph of a program. Inputs that no equation and no output uses are left out of it; see `feedsOf`. */
export function lowerToOnnx(program: Program, overrides: Overrides = {}): LoweredGraph {
  const graph = new GraphWriter();
  const feeds = feedsOf(program);
  for (const { name, variable } of feeds) {
    graph.place(variable, `feed ${name}`, () => ({ name, shape: variable.type.shape }));
  }
  const sums = overrides.add || overrides.matmul ? new Map<number, SumWithProduct>() : sumsWithProducts(program);
  const products = new Set(Array.from(sums.values(), ({ product }) => product.result.id));
  for (const equation of program.equations) {
    const { operands, result } = equation;
    // Fed as it is, taken out of an input that is fed in parts, or part of a sum.
    if (graph.has(result) || operands.some((operand) => !graph.has(operand) && !products.has(operand.id))) continue;
    if (products.has(result.id)) continue;
    const sum = sums.get(result.id);
    if (sum) {
      graph.place(result, describe(equation), () => gemm(graph, sum.product, sum.added));
      continue;
    }
    const lowering = (overrides[equation.primitive] ?? lowerings[equation.primitive]) as Lowering<
      Equation['attributes']
    >;
    graph.place(equation.result, describe(equation), () =>
      lowering(graph, equation.operands, equation.attributes, equation.result),
    );
  }
  return graph.finish(program.name, feeds, program.outputs);
}
