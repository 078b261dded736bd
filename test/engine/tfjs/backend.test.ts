import { expect, test } from 'vitest';
import { loadBackend, restart, withBackend } from '../../../src/engine/tfjs/backend.ts';
import { UnsupportedError } from '../../../src/errors.ts';

const wasm = await loadBackend('wasm');
const { tf } = wasm;

test('a package that is not installed is a reason with the command that installs it', async () => {
  const attempt = loadBackend('tfjs-node', () => Promise.reject(new Error("Cannot find package 'tfjs-node'\nmore")));
  await expect(attempt).rejects.toThrow(UnsupportedError);
  await expect(attempt).rejects.toThrow(
    "tfjs has no backend tfjs-node here: Cannot find package 'tfjs-node'. To get it: npm install @tensorflow/tfjs-node, with a Node before 23.",
  );
});

test('the backend that others have chosen stays chosen, after loading, a run and a failed run', async () => {
  const cpu = await loadBackend('cpu');
  await tf.setBackend('cpu');
  await loadBackend('wasm');
  expect(tf.getBackend()).toBe('cpu');
  expect(withBackend(wasm, () => tf.getBackend())).toBe('wasm');
  expect(() =>
    withBackend(wasm, () => {
      throw new Error('planned');
    }),
  ).toThrow('planned');
  expect(tf.getBackend()).toBe('cpu');
  await restart(wasm);
  expect(tf.getBackend()).toBe('cpu');
  expect(cpu.name).toBe('cpu');
});

test('after a restart the backend computes again', async () => {
  await restart(wasm);
  const sum = withBackend(wasm, () => Array.from(tf.tidy(() => tf.add(tf.tensor1d([1, 2]), 1)).dataSync()));
  expect(sum).toEqual([2, 3]);
});

test('the handlers of uncaught errors in the process stay what they are, those of others included', async () => {
  const handlers = () => [process.listeners('uncaughtException'), process.listeners('unhandledRejection')];
  const own = () => {};
  process.on('uncaughtException', own);
  const before = handlers();
  expect(before[0]).toContain(own);
  await restart(wasm);
  expect(handlers()).toEqual(before);
  await restart(wasm);
  expect(handlers()).toEqual(before);
  process.removeListener('uncaughtException', own);
});

test('plain JavaScript says nothing on stderr about other bindings', async () => {
  const { tf: plain } = await loadBackend('cpu');
  expect(plain.findBackend('cpu')).toMatchObject({ firstUse: false });
});
