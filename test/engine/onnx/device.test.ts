import { expect, test } from 'vitest';
import { devices, onnxDeviceNames } from '../../../src/engine/onnx/device.ts';

test('a device other than the CPU computes everything itself or refuses: onnxruntime may not fall back', () => {
  for (const name of onnxDeviceNames) {
    expect(devices[name].options.executionProviders).toEqual([name]);
    const fallback = devices[name].options.extra?.['session'] as Record<string, string> | undefined;
    expect(fallback?.['disable_cpu_ep_fallback']).toBe(name === 'cpu' ? undefined : '1');
  }
});

test('WebGPU has no float64', () => {
  expect(onnxDeviceNames.filter((name) => devices[name].dtypes.includes('float64'))).toEqual(['cpu', 'cuda']);
});
