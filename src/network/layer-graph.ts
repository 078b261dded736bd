import { InputError } from '../errors.ts';
import type { NodeAttribute, OnnxNode, StoredTensor } from '../onnx-file/index.ts';

/** The nodes of a graph of layers under construction: each layer takes `inputs` and leaves its result as `last`. */
export class LayerGraph {
  readonly nodes: OnnxNode[] = [];
  readonly constants: StoredTensor[] = [];
  readonly #stored: ReadonlyMap<string, StoredTensor>;
  inputs: readonly string[] = [];
  last = '';

  constructor(stored: ReadonlyMap<string, StoredTensor>) {
    this.#stored = stored;
  }

  /** Begins a layer with the values that it takes. */
  begin(inputs: readonly string[]): void {
    this.inputs = inputs;
    this.last = inputs[0]!;
  }

  /** Applies an operator to the last value and further ones. */
  apply(
    operator: string,
    layer: string,
    others: readonly string[] = [],
    attributes: Record<string, NodeAttribute> = {},
  ): void {
    this.last = this.node(operator, layer, [this.last, ...others], attributes);
  }

  /** Writes a node of one output and gives the name of that. */
  node(
    operator: string,
    layer: string,
    inputs: readonly string[],
    attributes: Record<string, NodeAttribute> = {},
  ): string {
    const output = `${layer}:${this.nodes.length}`;
    this.nodes.push({ name: layer, operator, inputs, outputs: [output], attributes });
    return output;
  }

  /** The name of a weight of a layer, which stands in the manifest with the path of its scope. */
  weight(layer: string, weight: string): string {
    const found = [...this.#stored.keys()].find(
      (key) => key === `${layer}/${weight}` || key.endsWith(`/${layer}/${weight}`),
    );
    if (found) return found;
    throw new InputError(
      `layer "${layer}": weight ${weight} is missing; there are ${[...this.#stored.keys()].join(', ')}.`,
    );
  }

  integers(name: string, data: readonly number[]): string {
    this.constants.push({ name, shape: [data.length], type: 'integer', data: Float64Array.from(data) });
    return name;
  }

  number(name: string, value: number): string {
    this.constants.push({ name, shape: [], type: 'float', data: Float64Array.of(value) });
    return name;
  }
}
