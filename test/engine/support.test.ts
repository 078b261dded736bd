import { expect, test } from 'vitest';
import { checkSupport, unsupportedPrimitives } from '../../src/engine/index.ts';
import { UnsupportedError } from '../../src/errors.ts';
import { buildProgram, type Dtype, tensorType } from '../../src/program/index.ts';

const program = (dtype: Dtype) =>
  buildProgram('wave', { x: tensorType(dtype, [2]) }, (b, { x }) => ({ y: b.sin(b.sin(b.exp(x))) }));
const engine = { name: 'tiny', dtypes: ['float32'], lacks: { sin: 'it has no trigonometry' } } as const;

test('an engine without a declared gap has every primitive', () => {
  expect(unsupportedPrimitives({ name: 'all', dtypes: ['float64'] }, program('float64'))).toEqual([]);
  expect(() => checkSupport({ name: 'all', dtypes: ['float64'] }, program('float64'))).not.toThrow();
});

test('a declared gap is named with its reason and the engine that has the primitive', () => {
  expect(unsupportedPrimitives(engine, program('float32'))).toEqual(['sin']);
  const attempt = () => checkSupport(engine, program('float32'));
  expect(attempt).toThrow(UnsupportedError);
  expect(attempt).toThrow(
    /tiny engine has no sin, which program wave uses: it has no trigonometry. The reference engine/,
  );
});

test('a number format that the engine does not compute in is named with the engines that do', () => {
  expect(() => checkSupport(engine, program('float64'))).toThrow(/float32 only; program wave has float64. .*onnx/);
  const double = { name: 'double', dtypes: ['float64'] } as const;
  expect(() => checkSupport(double, program('float32'))).toThrow(/float64 only.* has float32. .*onnx/);
});
