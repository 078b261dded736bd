import { InputError, UnsupportedError } from '../errors.ts';
import type { LayerConfig } from './layer-writers.ts';

/** A layer as model.json has it. */
export interface Layer {
  readonly class_name: string;
  readonly name?: string;
  readonly config: LayerConfig;
  /** Of a functional model: for each time that the layer is applied, the values that it takes. */
  readonly inbound_nodes?: readonly (readonly Inbound[])[];
}

/** The result of a layer, of the application with that number. */
type Inbound = readonly [layer: string, application: number, tensor: number, ...more: unknown[]];

/** The topology of a model as model.json has it. */
export interface ModelConfig {
  readonly class_name?: string;
  readonly config?: readonly Layer[] | FunctionalConfig;
}

interface FunctionalConfig {
  readonly layers: readonly Layer[];
  readonly input_layers?: readonly Inbound[] | Inbound;
  readonly output_layers?: readonly Inbound[] | Inbound;
}

/** One application of a layer: what it takes and the name of what it gives. */
export interface LayerStep {
  readonly layer: Layer;
  readonly value: string;
  readonly inputs: readonly string[];
}

/** The applications of layers in an order in which each finds what it takes. */
export interface LayerSteps {
  readonly steps: readonly LayerStep[];
  readonly input: LayerStep;
  readonly output: string;
}

/**
 * The layers of a model in order: one after another, or as a functional model connects them.
 *
 * @throws UnsupportedError if it is neither, or has several inputs or outputs; InputError if its layers do not connect.
 */
export function layerSteps({ class_name: kind, config }: ModelConfig, name: string): LayerSteps {
  const layers = Array.isArray(config) ? config : ((config as FunctionalConfig | undefined)?.layers ?? []);
  if (layers.length === 0) throw new InputError(`${name}: the model has no layers.`);
  switch (kind) {
    case 'Sequential':
      return sequence(layers);
    case 'Model':
    case 'Functional':
      return functional(config as FunctionalConfig, name);
    default:
      throw new UnsupportedError(
        `${name}: a ${kind} model; Sequential and functional ones are read. Convert it to ONNX.`,
      );
  }
}

function sequence(layers: readonly Layer[]): LayerSteps {
  const steps = layers.map((layer, i) => ({
    layer,
    value: `${i}`,
    inputs: i === 0 ? [] : [`${i - 1}`],
  }));
  return { steps, input: steps[0]!, output: steps.at(-1)!.value };
}

function functional(
  { layers, input_layers: inputs, output_layers: outputs }: FunctionalConfig,
  name: string,
): LayerSteps {
  const [input, output] = [onlyOne(inputs, 'inputs', name), onlyOne(outputs, 'outputs', name)];
  const waiting = layers.flatMap((layer) => applications(layer, name));
  const steps: LayerStep[] = [];
  const done = new Set<string>();
  while (waiting.length > 0) {
    const ready = waiting.findIndex((step) => step.inputs.every((value) => done.has(value)));
    if (ready < 0)
      throw new InputError(
        `${name}: layer "${waiting[0]!.layer.config.name}" takes ${waiting[0]!.inputs.join(', ')}, which no layer before it gives.`,
      );
    const [step] = waiting.splice(ready, 1) as [LayerStep];
    steps.push(step);
    done.add(step.value);
  }
  const first = steps.find((step) => step.value === input);
  if (!first || !done.has(output))
    throw new InputError(`${name}: the model has no layer ${first ? output : input}, which its list of ends names.`);
  return { steps, input: first, output };
}

/** One step for each time that a layer is applied. */
function applications(layer: Layer, name: string): LayerStep[] {
  const own = layer.name ?? layer.config.name;
  const nodes = layer.inbound_nodes ?? [];
  if (nodes.length === 0) return [{ layer, value: valueName([own, 0, 0], name), inputs: [] }];
  return nodes.map((inbound, k) => ({
    layer,
    value: valueName([own, k, 0], name),
    inputs: inbound.map((one) => valueName(one, name)),
  }));
}

function valueName([layer, application, tensor]: Inbound, name: string): string {
  if (tensor !== 0)
    throw new UnsupportedError(`${name}: layer "${layer}" gives several values; layers with one result are known.`);
  return `${layer}:${application}`;
}

function onlyOne(ends: FunctionalConfig['input_layers'], what: string, name: string): string {
  const list = (ends && typeof ends[0] === 'string' ? [ends] : (ends ?? [])) as readonly Inbound[];
  if (list.length !== 1)
    throw new UnsupportedError(`${name}: ${list.length} ${what}; a model with one input and one output is read.`);
  return valueName(list[0]!, name);
}

/**
 * The sizes that a model takes, without that of the batch.
 *
 * @throws InputError if the first layer does not say them.
 */
export function inputShape({ config }: Layer, name: string): readonly number[] {
  const shape = (config['batch_input_shape'] ?? config['batchInputShape']) as readonly (number | null)[] | undefined;
  const sizes = shape?.slice(1);
  if (sizes && sizes.length > 0 && sizes.every((size): size is number => size !== null)) return sizes;
  throw new InputError(`${name}: the first layer must have a batch_input_shape with all sizes but the first.`);
}
