import { expect, test } from 'vitest';
import { lowerToOnnx } from '../../../src/engine/onnx/lowering.ts';
import { type Builder, buildProgram, tensorType, type Variable } from '../../../src/program/index.ts';

// That the operators compute what the reference computes is tested in test/conformance; here, how much they do.

const types = { x: tensorType('float64', [5, 3]), w: tensorType('float64', [4, 3]), bias: tensorType('float64', [4]) };

function operators(body: (b: Builder, v: Record<keyof typeof types, Variable>) => Variable): string[] {
  const program = buildProgram('f', types, (b, variables) => ({ y: body(b, variables) }));
  return lowerToOnnx(program).node.map((node) => node.opType);
}

test('a broadcast costs nothing where the operator broadcasts by itself', () => {
  expect(
    operators((b, { x, bias }) => b.add(b.exp(b.matmul(x, x, { transposeRight: true })), b.slice(bias, [0], [1]))),
  ).toEqual(['Gemm', 'Exp', 'Add', 'Identity']);
  expect(operators((b, { x }) => b.multiply(x, 2))).toEqual(['Mul', 'Identity']);
});

test('a product of matrices and what is added to it are one operator, unless the product is needed by itself', () => {
  const affine = (b: Builder, { x, w, bias }: Record<keyof typeof types, Variable>) =>
    b.add(b.matmul(x, w, { transposeRight: true }), bias);
  expect(operators(affine)).toEqual(['Gemm', 'Identity']);
  expect(
    operators((b, { x, w }) =>
      b.add(b.matmul(x, w, { transposeRight: true }), b.matmul(x, w, { transposeRight: true })),
    ),
  ).toEqual(['Gemm', 'Gemm', 'Identity']);
  expect(
    operators((b, { x, w, bias }) => {
      const product = b.matmul(x, w, { transposeRight: true });
      return b.add(product, b.add(product, bias));
    }),
  ).toEqual(['Gemm', 'Add', 'Add', 'Identity']);
});

test('what is repeated is computed once, then expanded where needed', () => {
  expect(operators((b, { bias }) => b.exp(b.broadcast(bias, [5, 4])))).toEqual(['Exp', 'Expand', 'Identity']);
});

test('transposed operands of a matrix product are read in place, those of a batch are not', () => {
  expect(operators((b, { x, w }) => b.matmul(w, x, { transposeRight: true }))).toEqual(['Gemm', 'Identity']);
  const batch = { a: tensorType('float64', [2, 5, 3]) };
  const program = buildProgram('batch', batch, (b, { a }) => ({ y: b.matmul(a, a, { transposeRight: true }) }));
  expect(lowerToOnnx(program).node.map((node) => node.opType)).toEqual(['Transpose', 'MatMul', 'Identity']);
});

test('nodes are labelled by the equation they come from', () => {
  const program = buildProgram('f', types, (b, { x }) => ({ y: b.tanh(x) }));
  expect(lowerToOnnx(program).node[0]!.name).toContain('tanh %3');
});

test('an input that nothing uses is left out', () => {
  const program = buildProgram('f', types, (b, { x }) => ({ y: b.tanh(x) }));
  expect(lowerToOnnx(program).input.map((input) => input.name)).toEqual(['in:x']);
});
