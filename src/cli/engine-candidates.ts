import type { Engine } from '../engine/index.ts';
import type { OnnxDeviceName } from '../engine/onnx/index.ts';
import type { TfjsBackendName } from '../engine/tfjs/index.ts';

/** An engine on one device, as it may or may not be had on this machine. */
export interface EngineCandidate {
  /** The name of the engine, with its device or backend: `onnx/webgpu`. */
  readonly name: string;
  /** What it is, in a phrase. */
  readonly summary: string;
  /** Loads it. Throws UnsupportedError with the reason where it cannot be had; some say so only when they compile. */
  readonly open: () => Promise<Engine>;
}

function onnx(device: OnnxDeviceName, summary: string): EngineCandidate {
  const open = async () => (await import('../engine/onnx/index.ts')).onnxEngine({ device });
  return { name: device === 'cpu' ? 'onnx' : `onnx/${device}`, summary, open };
}

function tfjs(backend: TfjsBackendName, summary: string): EngineCandidate {
  const open = async () => (await import('../engine/tfjs/index.ts')).tfjsEngine({ backend });
  return { name: `tfjs/${backend}`, summary, open };
}

/** Every engine on every device, those that need nothing first. */
export const engineCandidates: readonly EngineCandidate[] = [
  {
    name: 'reference',
    summary: 'plain JavaScript, the definition of the others',
    open: async () => (await import('../engine/index.ts')).referenceEngine,
  },
  onnx('cpu', 'onnxruntime on the processor, two threads'),
  onnx('webgpu', 'onnxruntime on a GPU by way of WebGPU'),
  onnx('cuda', 'onnxruntime on an NVIDIA GPU'),
  tfjs('wasm', 'TensorFlow.js in WebAssembly, one thread'),
  tfjs('cpu', 'TensorFlow.js in plain JavaScript'),
  tfjs('tfjs-node', 'TensorFlow.js on the native library'),
  tfjs('tfjs-node-gpu', 'TensorFlow.js on an NVIDIA GPU'),
];
