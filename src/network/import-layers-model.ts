import { InputError, UnsupportedError } from '../errors.ts';
import { fromGraph, type ImportedNetwork } from './import-onnx.ts';
import { LayerGraph } from './layer-graph.ts';
import { layerWriters } from './layer-writers.ts';
import { inputShape, layerSteps, type ModelConfig } from './layers-model-topology.ts';
import { storedWeights, type WeightGroup } from './layers-model-weights.ts';

/** A TensorFlow.js LayersModel: its `model.json` parsed, and the bytes of the files that its manifest names, by path. */
export interface LayersModelFiles {
  readonly model: unknown;
  readonly weights: (path: string) => Uint8Array;
}

/**
 * The network of a TensorFlow.js LayersModel: a sequence of Keras layers, or a functional model of one input and one output,
 * in which layers take the results of others and may merge several. The weights become theta by name, in the order in which
 * they are used and as they are stored: kernels [inputs, outputs], [height, width, inputs, outputs]; moving mean and variance
 * of batch normalisations are constants. `logits` leaves out a softmax at the end.
 *
 * @throws InputError if the file is no such model or its weights do not fit, UnsupportedError naming layer and class where one
 *   is not known here.
 */
export function importLayersModel(
  { model, weights }: LayersModelFiles,
  name: string,
  { logits = false } = {},
): ImportedNetwork {
  const { config, manifest } = partsOf(model, name);
  const { steps, input, output } = layerSteps(config, name);
  const shape = inputShape(input.layer, name);
  const stored = storedWeights(manifest, weights, name);
  const graph = new LayerGraph(stored);
  const values = new Map<string, string>();
  for (const { layer, value, inputs } of steps) {
    if (value === input.value) {
      values.set(value, 'x');
      if (layer.class_name === 'InputLayer') continue;
    }
    const write = Object.hasOwn(layerWriters, layer.class_name) ? layerWriters[layer.class_name] : undefined;
    if (!write) {
      throw new UnsupportedError(
        `${name}: layer "${layer.config.name}" is a ${layer.class_name}; known are ${Object.keys(layerWriters).join(', ')}.`,
      );
    }
    graph.begin(inputs.length === 0 ? ['x'] : inputs.map((one) => values.get(one)!));
    write(graph, layer.config);
    values.set(value, graph.last);
  }
  const onnx = {
    name,
    nodes: graph.nodes,
    initialisers: [...stored.values(), ...graph.constants],
    inputs: [{ name: 'x', shape: [null, ...shape] }],
    outputs: [values.get(output)!],
    opset: 18,
  };
  return fromGraph(onnx, name, logits);
}

function partsOf(
  model: unknown,
  name: string,
): { readonly config: ModelConfig; readonly manifest: readonly WeightGroup[] } {
  const { modelTopology, weightsManifest } = (model ?? {}) as {
    readonly modelTopology?: { readonly model_config?: unknown };
    readonly weightsManifest?: readonly WeightGroup[];
  };
  const config = (modelTopology?.model_config ?? modelTopology) as ModelConfig | undefined;
  if (!config || !weightsManifest)
    throw new InputError(`${name}: expected a LayersModel, a JSON object with modelTopology and weightsManifest.`);
  return { config, manifest: weightsManifest };
}
