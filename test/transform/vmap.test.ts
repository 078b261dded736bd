import fc from 'fast-check';
import { generatedCase, machineEpsilon, worstDifference } from 'fisher-rao/testing';
import { expect, test } from 'vitest';
import { evaluate } from '../../src/engine/index.ts';
import { InputError, ShapeError } from '../../src/errors.ts';
import { buildProgram, entryCount, type Program, type Tensor, tensor, tensorType } from '../../src/program/index.ts';
import { jvp, linearize, selectOutputs, simplify, vjp, vmap } from '../../src/transform/index.ts';
import { layer, layerInputs, wave } from './sample-programs.ts';

type Values = Readonly<Record<string, Tensor>>;

type Axis = 'first' | 'last';

/** A batch whose entries are the tensor with its entries shrunk in different ways: bounds of the tensor hold for all. */
function batchOf({ shape, data }: Tensor, size: number, axis: Axis = 'first'): Tensor {
  const count = data.length;
  const entries = Array.from({ length: size * count }, (_, i) => {
    const at = axis === 'first' ? i % count : Math.floor(i / size);
    return data[at]! * Math.cos(1.7 * i);
  });
  return tensor('float64', axis === 'first' ? [size, ...shape] : [...shape, size], entries);
}

function entryOf({ shape, data }: Tensor, k: number, axis: Axis): Tensor {
  const rest = axis === 'first' ? shape.slice(1) : shape.slice(0, -1);
  const count = entryCount(rest);
  const size = data.length / count;
  const entries = Array.from({ length: count }, (_, i) => data[axis === 'first' ? k * count + i : i * size + k]!);
  return tensor('float64', rest, entries);
}

/** The values of the program for entry k of the batch. */
function evaluateEntry(program: Program, inputs: Values, over: readonly string[], k: number, axis: Axis): Values {
  const entries = Object.entries(inputs).map(([name, value]) => [
    name,
    over.includes(name) ? entryOf(value, k, axis) : value,
  ]);
  return evaluate(program, Object.fromEntries(entries));
}

/** The largest difference between an output of the batch and the loop over its entries. */
function worstAgainstLoop(
  program: Program,
  inputs: Values,
  over: readonly string[],
  size: number,
  axis: Axis = 'first',
): Map<string, number> {
  const values = evaluate(vmap(program, { over, size, axis }), inputs);
  const worst = new Map(program.outputs.map(({ name }) => [name, 0]));
  for (let k = 0; k < size; k++) {
    const expected = evaluateEntry(program, inputs, over, k, axis);
    for (const [name, value] of Object.entries(expected)) {
      const difference = worstDifference(entryOf(values[name]!, k, axis).data, value.data);
      worst.set(name, Math.max(worst.get(name)!, difference));
    }
  }
  return worst;
}

const batches = fc.record({
  over: fc.constantFrom<string[][]>(['x'], ['y'], ['x', 'y'], []),
  size: fc.integer({ min: 1, max: 3 }),
  axis: fc.constantFrom<Axis[]>('first', 'last'),
});

test('vmap of every program over every subset of its inputs is the loop, wherever the batch stands', () => {
  fc.assert(
    fc.property(generatedCase(), batches, ({ program, inputs, errors }, { over, size, axis }) => {
      const batch = Object.entries(inputs).map(([name, x]) => [name, over.includes(name) ? batchOf(x, size, axis) : x]);
      for (const [name, worst] of worstAgainstLoop(program, Object.fromEntries(batch), over, size, axis))
        expect(worst, name).toBeLessThanOrEqual(errors[name]! * machineEpsilon.float64);
    }),
    { numRuns: 300 },
  );
});

test('every primitive of a batch is the loop, also a product of batches with a batch on one side only', () => {
  const shapes = { left: [4, 2, 3], right: [4, 3, 5], leftT: [4, 3, 2], rightT: [4, 5, 3] };
  const types = Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, tensorType('float64', shape)]));
  const program = buildProgram('products', types, (b, { left, right, leftT, rightT }) => ({
    plain: b.matmul(left!, right!),
    rightTransposed: b.matmul(left!, rightT!, { transposeRight: true }),
    leftTransposed: b.matmul(leftT!, right!, { transposeLeft: true }),
    both: b.matmul(leftT!, rightT!, { transposeLeft: true, transposeRight: true }),
  }));
  const names = Object.keys(shapes);
  const subsets: readonly (readonly string[])[] = [['left', 'leftT'], ['right', 'rightT'], names, ['left', 'rightT']];
  for (const axis of ['first', 'last'] as const) {
    const batched = (shape: readonly number[]) => (axis === 'first' ? [7, ...shape] : [...shape, 7]);
    for (const over of subsets) {
      const inputs = Object.fromEntries(
        Object.entries(shapes).map(([name, shape], i) => [name, wave(over.includes(name) ? batched(shape) : shape, i)]),
      );
      for (const [name, worst] of worstAgainstLoop(program, inputs, over, 7, axis))
        expect(worst, `${name} ${axis}`).toBeLessThan(1e-14);
    }
  }
});

// Derivatives of the smooth generated programs may be as large as 1e4 and lose that many digits against each other.
const closeness = (expected: Tensor): number => 1e-9 * (1 + Math.max(...expected.data.map(Math.abs)));

function expectClose(left: Tensor, right: Tensor, what: string): void {
  expect(left.shape, what).toEqual(right.shape);
  expect(worstDifference(left.data, right.data), what).toBeLessThanOrEqual(closeness(right));
}

test('jvp of vmap is vmap of jvp, and vjp of vmap is vmap of vjp', () => {
  fc.assert(
    fc.property(generatedCase({ smooth: true }), ({ program, inputs }) => {
      const [size, wrt] = [2, ['x', 'y']];
      const mapped = vmap(program, { over: wrt, size });
      const point = Object.fromEntries(Object.entries(inputs).map(([name, x]) => [name, batchOf(x, size)]));
      const directions = mapped.inputs.map(({ name, variable }, i) => [`d_${name}`, wave(variable.type.shape, i)]);
      const covectors = mapped.outputs.map(({ name, variable }, i) => [`ct_${name}`, wave(variable.type.shape, i)]);
      const forward = { ...point, ...Object.fromEntries(directions) };
      const forwards = [jvp(mapped, { wrt }), vmap(jvp(program, { wrt }), { over: Object.keys(forward), size })];
      const [outside, inside] = forwards.map((derived) => evaluate(derived, forward));
      for (const [name, value] of Object.entries(inside!)) expectClose(outside![name]!, value, name);
      const backward = { ...point, ...Object.fromEntries(covectors) };
      const backwards = [vjp(mapped, { wrt }), vmap(vjp(program, { wrt }), { over: Object.keys(backward), size })];
      const [left, right] = backwards.map((derived) => evaluate(derived, backward));
      for (const [name, value] of Object.entries(right!)) expectClose(left![name]!, value, name);
    }),
    { numRuns: 60 },
  );
});

test('vmap of vmap is the double loop', () => {
  fc.assert(
    fc.property(generatedCase(), ({ program, inputs }) => {
      const once = vmap(program, { over: ['x'], size: 2 });
      const point = { x: batchOf(inputs['x']!, 2), y: batchOf(inputs['y']!, 3) };
      for (const [name, worst] of worstAgainstLoop(once, point, ['y'], 3)) expect(worst, name).toBeLessThan(1e-9);
    }),
    { numRuns: 60 },
  );
});

test('vmap of vjp over the unit covectors gives the rows of the Jacobian, vmap of jvp its columns', () => {
  const program = selectOutputs(layer, ['probabilities']);
  const rows = vmap(vjp(program, { wrt: ['bias'] }), { over: ['ct_probabilities'], size: 20 });
  const columns = vmap(jvp(program, { wrt: ['bias'] }), { over: ['d_bias'], size: 4 });
  const unit = (size: number, shape: readonly number[]) =>
    tensor(
      'float64',
      [size, ...shape],
      Array.from({ length: size * size }, (_, i) => (i % (size + 1) === 0 ? 1 : 0)),
    );
  const byRow = evaluate(rows, { ...layerInputs, ct_probabilities: unit(20, [5, 4]) })['ct_bias']!;
  const byColumn = evaluate(columns, { ...layerInputs, d_bias: unit(4, [4]) })['d_probabilities']!;
  for (let i = 0; i < 20; i++)
    for (let j = 0; j < 4; j++) expect(byRow.data[i * 4 + j]).toBeCloseTo(byColumn.data[j * 20 + i]!, 14);
  expect(Math.max(...byRow.data)).toBeGreaterThan(0.01);
});

test('vmap of a second derivative is the loop over directions', () => {
  const second = jvp(jvp(layer, { wrt: ['w'] }), { wrt: ['w'], of: ['d_probabilities'] });
  const inputs = { ...layerInputs, d_w: wave([3, 4, 3], 1), d2_w: wave([3, 4, 3], 2) };
  for (const [name, worst] of worstAgainstLoop(second, inputs, ['d_w', 'd2_w'], 3))
    expect(worst, name).toBeLessThan(1e-14);
});

test('many right-hand sides of one matrix make one product, and what they share is computed once', () => {
  const { tangent, tangents } = linearize(layer, { wrt: ['w'] });
  const count = (program: Program, primitive: string) =>
    simplify(program).equations.filter((equation) => equation.primitive === primitive).length;
  const many = vmap(tangent, { over: tangents, size: 8 });
  expect(count(many, 'matmul')).toBe(count(tangent, 'matmul'));
  expect(many.equations.find(({ primitive }) => primitive === 'matmul')!.result.type.shape).toEqual([5, 32]);
  const forward = vmap(jvp(layer, { wrt: ['w'] }), { over: ['d_w'], size: 8 });
  const exponentials = forward.equations.filter(({ primitive }) => primitive === 'exp');
  expect(exponentials.map((equation) => equation.result.type.shape)).toEqual([[5, 4]]);
});

test('a matrix times a batch that stands last, and a batch of rows times a matrix, move nothing', () => {
  const types = {
    w: tensorType('float64', [5, 3]),
    x: tensorType('float64', [3, 4]),
    row: tensorType('float64', [1, 5]),
  };
  const program = buildProgram('products', types, (b, { w, x, row }) => ({
    image: b.matmul(w, x),
    rows: b.matmul(row, w),
  }));
  const moved = ({ equations }: Program) => equations.some(({ primitive }) => primitive === 'transpose');
  const over = ['x', 'row'];
  expect(moved(vmap(program, { over, size: 8, axis: 'last' }))).toBe(false);
  expect(moved(vmap(program, { over, size: 8 }))).toBe(true);
});

test('outputs that do not depend on the batch are repeated; a batch of none and unknown names are refused', () => {
  const program = buildProgram('f', { x: tensorType('float64', [2]) }, (_, { x }) => ({ x }));
  const { x } = evaluate(vmap(program, { over: [], size: 3 }), { x: tensor('float64', [2], [1, 2]) });
  expect(x).toEqual(tensor('float64', [3, 2], [1, 2, 1, 2, 1, 2]));
  const last = evaluate(vmap(program, { over: [], size: 3, axis: 'last' }), { x: tensor('float64', [2], [1, 2]) });
  expect(last['x']).toEqual(tensor('float64', [2, 3], [1, 1, 1, 2, 2, 2]));
  expect(() => vmap(program, { over: ['x'], size: 0 })).toThrow(ShapeError);
  expect(() => vmap(program, { over: ['y'], size: 1 })).toThrow(InputError);
});
