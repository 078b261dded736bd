import type { OnnxNode } from '../onnx-file/index.ts';
import type { Builder, Dtype, Variable } from '../program/index.ts';

/** A value of a graph: a tensor of the program, with its numbers where they are known; or integers, which are known. */
export type GraphValue =
  | { readonly kind: 'tensor'; readonly variable: Variable; readonly constant?: Float64Array }
  | { readonly kind: 'integers'; readonly shape: readonly number[]; readonly data: readonly number[] };

/** Where a node is written. */
export interface NodeContext {
  readonly b: Builder;
  readonly dtype: Dtype;
  readonly node: OnnxNode;
  readonly opset: number;
  /** Notes the argument of a kink: the network is not smooth where an entry of it is 0. */
  readonly kink: (argument: Variable) => void;
}

/** The positions of the entries of a shape, the last axis fastest. */
export function positions(shape: readonly number[]): readonly (readonly number[])[] {
  return shape.reduce<readonly (readonly number[])[]>(
    (list, size) => list.flatMap((start) => Array.from({ length: size }, (_, k) => [...start, k])),
    [[]],
  );
}
