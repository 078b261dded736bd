import { UnsupportedError } from '../errors.ts';
import type { Dtype, Primitive, Program } from '../program/index.ts';
import type { Engine } from './engine.ts';

/** What an engine declares about itself. */
export type Capabilities = Pick<Engine, 'name' | 'dtypes' | 'lacks'>;

/** The primitives of a program that the engine declares it cannot do, each once, in order of use. */
export function unsupportedPrimitives({ lacks = {} }: Capabilities, program: Program): Primitive[] {
  const used = new Set(program.equations.map((equation) => equation.primitive));
  return [...used].filter((primitive) => lacks[primitive] !== undefined);
}

const whoComputesIn: Readonly<Record<Dtype, string>> = {
  float64: 'The reference engine and the onnx engine on the CPU have it',
  float32: 'The engines onnx and tfjs have it',
};

/**
 * Throws UnsupportedError where a program has a number format or a primitive that the engine does not have, naming it and
 * an engine that has it. Every engine asks this before it compiles.
 */
export function checkSupport(engine: Capabilities, program: Program): void {
  const types = [...program.inputs.map(({ variable }) => variable), ...program.equations.map(({ result }) => result)];
  const foreign = types.find(({ type }) => !engine.dtypes.includes(type.dtype))?.type.dtype;
  if (foreign) {
    throw new UnsupportedError(
      `the ${engine.name} engine computes in ${engine.dtypes.join(' and ')} only; program ${program.name} has ${foreign}. ${whoComputesIn[foreign]}.`,
    );
  }
  const [primitive] = unsupportedPrimitives(engine, program);
  if (primitive) {
    throw new UnsupportedError(
      `the ${engine.name} engine has no ${primitive}, which program ${program.name} uses: ${engine.lacks![primitive]}. The reference engine has every primitive in float64.`,
    );
  }
}
