import { ShapeError, UnsupportedError } from '../errors.ts';
import { type Shape, tensor, type Variable } from '../program/index.ts';
import type { GraphValue, NodeContext } from './graph-value.ts';

/** What a node is given, in the order of its inputs; undefined where one is left out. */
export type GraphInputs = readonly (GraphValue | undefined)[];

/** Writes the operator of a node: its results, in the order of its outputs. */
export type GraphOperator = (context: NodeContext, inputs: GraphInputs) => readonly GraphValue[];

/** Refuses what the operator of a node cannot do here, by its name. */
export function refuse({ node }: Pick<NodeContext, 'node'>, what: string): never {
  throw new UnsupportedError(`operator ${node.operator} of node "${node.name}": ${what}.`);
}

/** One tensor as the result of a node. */
export function result(variable: Variable): readonly GraphValue[] {
  return [{ kind: 'tensor', variable }];
}

/** The input at a place as a tensor; integers become one. */
export function tensorAt(context: NodeContext, inputs: GraphInputs, place: number): Variable {
  const value = inputs[place];
  if (!value) return refuse(context, `input ${place} is missing`);
  if (value.kind === 'tensor') return value.variable;
  return context.b.constant(tensor(context.dtype, value.shape, [...value.data]));
}

/** The input at a place as integers that are known, or undefined where it is absent. */
export function integersAt(context: NodeContext, inputs: GraphInputs, place: number): readonly number[] | undefined {
  const value = inputs[place];
  if (!value) return undefined;
  return value.kind === 'integers' ? value.data : refuse(context, `input ${place} must be known integers`);
}

/** The shape of a value. */
export function shapeOf(value: GraphValue | undefined): Shape {
  if (!value) throw new ShapeError('an input is missing');
  return value.kind === 'tensor' ? value.variable.type.shape : value.shape;
}

/** A number among the attributes of a node; ONNX has them, its defaults too, in float32. */
export function numberOf({ node }: NodeContext, name: string, fallback: number): number {
  return node.attributes[name]?.number ?? Math.fround(fallback);
}

/** The attribute `axis`, counted from the front. */
export function axisOf(context: NodeContext, rank: number, fallback: number): number {
  const axis = numberOf(context, 'axis', fallback);
  return axis < 0 ? axis + rank : axis;
}

/** The axes that a node names, by an attribute or, in newer operator sets, by its second input; all where it names none. */
export function axesOf(context: NodeContext, inputs: GraphInputs, rank: number): number[] {
  const axes = context.node.attributes['axes']?.numbers ?? integersAt(context, inputs, 1);
  if (!axes) return Array.from({ length: rank }, (_, axis) => axis);
  return axes.map((axis) => (axis < 0 ? axis + rank : axis)).sort((a, b) => a - b);
}
