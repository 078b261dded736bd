import type { InferenceSession } from 'onnxruntime-node';
import type { Dtype } from '../../program/index.ts';
import type { Overrides } from './lowering.ts';
import { webgpuLowerings } from './webgpu-lowering.ts';

/** What onnxruntime may run on, by name: its CPU kernels, a GPU by way of WebGPU, an NVIDIA GPU by way of CUDA. */
export const onnxDeviceNames = ['cpu', 'webgpu', 'cuda'] as const;

/** One of `onnxDeviceNames`. */
export type OnnxDeviceName = (typeof onnxDeviceNames)[number];

/** A device and how onnxruntime is told to use it. */
export interface Device {
  /** The name of the engine on it. */
  readonly engine: string;
  readonly dtypes: readonly Dtype[];
  /** The part of the session options that chooses it, and it alone. */
  readonly options: Pick<InferenceSession.SessionOptions, 'executionProviders' | 'extra'>;
  /** What is written in other operators on it. */
  readonly overrides: Overrides;
  /**
   * Whether programs that differ in sizes alone share a session. Only the CPU reads the sizes and constants that are then
   * given at each run where they lie.
   */
  readonly sharesSessions: boolean;
  /** What to try where it does not start. */
  readonly howToGet: string;
}

// Without this onnxruntime computes on the CPU, without a word, what a provider lacks.
const noFallback = { session: { disable_cpu_ep_fallback: '1' } };

/** Every device. WebGPU has no float64: its shading language has no such type. */
export const devices: { readonly [Name in OnnxDeviceName]: Device } = {
  cpu: {
    engine: 'onnx',
    dtypes: ['float64', 'float32'],
    options: { executionProviders: ['cpu'] },
    overrides: {},
    sharesSessions: true,
    howToGet: 'reinstall onnxruntime-node for this platform',
  },
  webgpu: {
    engine: 'onnx/webgpu',
    dtypes: ['float32'],
    options: { executionProviders: ['webgpu'], extra: noFallback },
    overrides: webgpuLowerings,
    sharesSessions: false,
    howToGet:
      'install the driver of your GPU with Vulkan (Linux also needs libvulkan.so.1), Metal or Direct3D 12; without a GPU a software adapter such as SwiftShader or Mesa lavapipe will do for tests',
  },
  cuda: {
    engine: 'onnx/cuda',
    dtypes: ['float64', 'float32'],
    options: { executionProviders: ['cuda'], extra: noFallback },
    overrides: {},
    sharesSessions: false,
    howToGet:
      'on Linux x64 with an NVIDIA GPU, CUDA 12 and cuDNN 9: npm rebuild onnxruntime-node --onnxruntime-node-install=cuda12',
  },
};
