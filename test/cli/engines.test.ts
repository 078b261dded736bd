import { expect, it } from 'vitest';
import { runCaptured } from './run-captured.ts';

it('reports every engine, those that need nothing working, as a JSON array on stdout alone', async () => {
  const { code, stdout, stderr } = await runCaptured(['engines', '--format', 'json']);
  expect(code).toBe(0);
  const reports = JSON.parse(stdout) as { name: string; problem: string | null; dtypes: { dtype: string }[] }[];
  const found = new Map(reports.map((report) => [report.name, report]));
  for (const [name, dtypes] of [
    ['reference', ['float64']],
    ['onnx', ['float64', 'float32']],
    ['tfjs/wasm', ['float32']],
    ['tfjs/cpu', ['float32']],
  ] as const) {
    expect(found.get(name)!.problem).toBeNull();
    expect(found.get(name)!.dtypes.map(({ dtype }) => dtype)).toEqual(dtypes);
    expect(found.get(name)!.dtypes[0]).toMatchObject({
      selfTest: { primitives: expect.any(Number), failed: [] },
      product: { size: expect.any(Number), gigaflops: expect.any(Number) },
    });
  }
  // Whatever a GPU may do here, it works or says how to get it.
  for (const name of ['onnx/webgpu', 'onnx/cuda', 'tfjs/tfjs-node', 'tfjs/tfjs-node-gpu']) {
    const { problem, dtypes } = found.get(name)!;
    if (problem === null) expect(dtypes.length).toBeGreaterThan(0);
    else expect(problem).toMatch(/To get it: .*(npm|driver)/);
  }
  expect(stderr).toMatch(/^trying engines \.\.\.\ntrying engines: done in [\d.]+ s\n$/);
});
