import { InputError, ShapeError } from '../errors.ts';
import type { Port, Program } from '../program/index.ts';

/** Every name of an input or output of the program. */
export function portNames(program: Program): Set<string> {
  return new Set([...program.inputs, ...program.outputs].map((port) => port.name));
}

/**
 * A prefix that turns `names` into names the program does not have: `d_` the first time, then `d2_`, `d3_`, ... for
 * base `d`; so derived programs can be derived again, to any order. With `wanted` that prefix, or ShapeError where it
 * collides.
 */
export function freshPrefix(program: Program, base: string, names: readonly string[], wanted?: string): string {
  const taken = portNames(program);
  const collides = (prefix: string): boolean => names.some((name) => taken.has(prefix + name));
  if (wanted !== undefined) {
    if (!collides(wanted)) return wanted;
    throw new ShapeError(
      `program ${program.name}: prefix "${wanted}" gives a name it already has: ${[...taken].join(', ')}.`,
    );
  }
  let prefix = `${base}_`;
  for (let order = 2; collides(prefix); order++) prefix = `${base}${order}_`;
  return prefix;
}

/** The ports of the given names, in that order; InputError lists the valid names where one is unknown or repeated. */
export function portsNamed(program: Program, which: 'inputs' | 'outputs', names: readonly string[]): Port[] {
  return names.map((name, i) => {
    const port = program[which].find((candidate) => candidate.name === name);
    if (port && names.indexOf(name) === i) return port;
    const valid = program[which].map((candidate) => candidate.name).join(', ');
    throw new InputError(
      `program ${program.name} has the ${which} ${valid}; "${name}" is ${port ? 'given twice' : 'none of them'}.`,
    );
  });
}
