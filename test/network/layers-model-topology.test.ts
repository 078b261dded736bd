import { expect, test } from 'vitest';
import { InputError, UnsupportedError } from '../../src/errors.ts';
import { inputShape, layerSteps } from '../../src/network/layers-model-topology.ts';

const layer = (name: string, ...inbound: string[][]) => ({
  class_name: 'Dense',
  name,
  config: { name },
  inbound_nodes: inbound.map((list) => list.map((from) => [from, 0, 0] as const)),
});

const functional = (layers: ReturnType<typeof layer>[], input = 'a', output = 'c') =>
  layerSteps(
    { class_name: 'Model', config: { layers, input_layers: [[input, 0, 0]], output_layers: [[output, 0, 0]] } },
    'm',
  );

test('a sequence is in its order, a functional model in one in which each layer finds what it takes', () => {
  const sequence = layerSteps({ class_name: 'Sequential', config: [layer('a'), layer('b')] }, 'm');
  expect(sequence.steps.map(({ inputs }) => inputs)).toEqual([[], ['0']]);
  const { steps, input, output } = functional([layer('c', ['b', 'a']), layer('b', ['a']), layer('a')]);
  expect(steps.map(({ value }) => value)).toEqual(['a:0', 'b:0', 'c:0']);
  expect(steps[2]!.inputs).toEqual(['b:0', 'a:0']);
  expect([input.value, output]).toEqual(['a:0', 'c:0']);
});

test('a layer that is applied twice is two steps', () => {
  const { steps } = functional([layer('a'), layer('b', ['a'], ['a']), layer('c', ['b'])]);
  expect(steps.map(({ value }) => value)).toEqual(['a:0', 'b:0', 'b:1', 'c:0']);
});

test('what does not connect, or is of another kind, is refused', () => {
  expect(() => functional([layer('a'), layer('b', ['d']), layer('c', ['b'])])).toThrow(InputError);
  expect(() => functional([layer('a')], 'a', 'z')).toThrow(/no layer z:0/);
  expect(() => layerSteps({ class_name: 'Graph', config: [layer('a')] }, 'm')).toThrow(UnsupportedError);
  expect(() => layerSteps({ class_name: 'Sequential', config: [] }, 'm')).toThrow(/no layers/);
});

test('the sizes of the input leave out that of the batch, and must be known', () => {
  const given = (shape: readonly (number | null)[]) => ({
    class_name: 'InputLayer',
    config: { name: 'i', batch_input_shape: shape },
  });
  expect(inputShape(given([null, 28, 28, 1]), 'm')).toEqual([28, 28, 1]);
  expect(() => inputShape(given([null, null]), 'm')).toThrow(InputError);
});
