import type { Engine } from '../engine/index.ts';
import { UnsupportedError } from '../errors.ts';
import type { Dtype } from '../program/index.ts';

/** The engines that network commands can run on. */
export const networkEngines = ['onnx', 'reference', 'tfjs'] as const;

/** The name of one of them. */
export type NetworkEngine = (typeof networkEngines)[number];

/**
 * The engine of that name, loaded only now.
 *
 * @throws UnsupportedError if it does not compute in the number format.
 */
export async function networkEngine(name: NetworkEngine, dtype: Dtype, threads: number): Promise<Engine> {
  const engine = await loaded(name, threads);
  if (engine.dtypes.includes(dtype)) return engine;
  throw new UnsupportedError(
    `the engine ${engine.name} computes in ${engine.dtypes.join(', ')}, not in ${dtype}; try --engine onnx`,
  );
}

async function loaded(name: NetworkEngine, threads: number): Promise<Engine> {
  switch (name) {
    case 'onnx':
      return (await import('../engine/onnx/index.ts')).onnxEngine({ threads });
    case 'reference':
      return (await import('../engine/index.ts')).referenceEngine;
    case 'tfjs':
      return (await import('../engine/tfjs/index.ts')).tfjsEngine();
  }
}
