import { expect, it } from 'vitest';
import { engineCandidates } from '../../src/cli/engine-candidates.ts';
import { onnxDeviceNames } from '../../src/engine/onnx/index.ts';
import { tfjsBackendNames } from '../../src/engine/tfjs/index.ts';

it('every device of onnx and every backend of tfjs is a candidate, besides the reference', () => {
  const names = [
    'reference',
    'onnx',
    ...onnxDeviceNames.filter((device) => device !== 'cpu').map((device) => `onnx/${device}`),
    ...tfjsBackendNames.map((backend) => `tfjs/${backend}`),
  ];
  expect(engineCandidates.map(({ name }) => name).sort()).toEqual(names.sort());
});

it.each(['reference', 'onnx', 'onnx/webgpu', 'tfjs/wasm', 'tfjs/cpu'])(
  '%s opens the engine of that name',
  async (name) => {
    expect((await engineCandidates.find((one) => one.name === name)!.open()).name).toBe(name);
  },
);
