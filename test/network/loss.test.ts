import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/engine/index.ts';
import {
  categoricalHead,
  denseNetwork,
  lossProgram,
  networkProgram,
  normalHead,
  oneHot,
} from '../../src/network/index.ts';
import { scalar, tensor } from '../../src/program/index.ts';
import { vjp } from '../../src/transform/index.ts';
import { sampleInputs, sampleParameters } from './sample-networks.ts';

const network = denseNetwork([2, 3, 3]);
const parameters = sampleParameters(network);
const theta = tensor('float64', [parameters.length], parameters);
const x = tensor('float64', [4, 2], sampleInputs(4, 2));
const y = tensor('float64', [4, 3], oneHot(Uint8Array.of(2, 0, 1, 1), 3));

describe.each([categoricalHead(), normalHead(0.5)])('the loss of a network with $family head', (head) => {
  const program = lossProgram({ network, head }, 4, 'float64');

  test('is the mean over samples, beside the outputs', () => {
    const { loss, h } = evaluate(program, { theta, x, y });
    expect(h).toEqual(evaluate(networkProgram(network, 4, 'float64'), { theta, x }).h);
    let sum = 0;
    for (let n = 0; n < 4; n += 1) {
      const row = {
        x: tensor('float64', [1, 2], x.data.slice(2 * n, 2 * n + 2)),
        y: tensor('float64', [1, 3], y.data.slice(3 * n, 3 * n + 3)),
      };
      sum += evaluate(lossProgram({ network, head }, 1, 'float64'), { theta, ...row }).loss!.data[0]!;
    }
    expect(loss!.data[0]).toBeCloseTo(sum / 4, 13);
  });

  test('has the gradient that difference quotients give', () => {
    const gradient = evaluate(vjp(program, { wrt: ['theta'], of: ['loss'] }), { theta, x, y, ct_loss: scalar(1) })[
      'ct_theta'
    ]!;
    const at = (moved: Float64Array) =>
      evaluate(program, { theta: tensor('float64', theta.shape, moved), x, y }).loss!.data[0]!;
    for (let i = 0; i < parameters.length; i += 3) {
      const step = (size: number) => parameters.map((value, j) => (i === j ? value + size : value));
      // Central differences with step 1e-5: truncation about 1e-10, rounding about 1e-11.
      expect((at(step(1e-5)) - at(step(-1e-5))) / 2e-5).toBeCloseTo(gradient.data[i]!, 8);
    }
  });
});
