import { ShapeError } from '../errors.ts';
import type { Attributes, Equation, Primitive, Variable } from './equation.ts';
import { defineProgram, type Port, type Program } from './program.ts';
import { ProgramText } from './program-text.ts';
import {
  type Dtype,
  describeType,
  entryCount,
  type Shape,
  sameType,
  type TensorType,
  tensor,
  tensorType,
} from './tensor.ts';
import { resultType } from './type-rule.ts';

type AttributeKind = 'integers' | 'integer' | 'flag' | 'tensor';

/** What stands for each attribute in the text of a program. */
const attributeKinds: {
  readonly [P in Primitive]: { readonly [K in keyof Attributes[P] & string]: AttributeKind };
} = {
  add: {},
  subtract: {},
  multiply: {},
  divide: {},
  negate: {},
  exp: {},
  log: {},
  sqrt: {},
  tanh: {},
  sin: {},
  cos: {},
  erf: {},
  sign: {},
  stopGradient: {},
  matmul: { transposeLeft: 'flag', transposeRight: 'flag' },
  transpose: { permutation: 'integers' },
  reshape: { shape: 'integers' },
  broadcast: { shape: 'integers', axes: 'integers' },
  reduceSum: { axes: 'integers' },
  reduceMax: { axes: 'integers' },
  concatenate: { axis: 'integer' },
  slice: { start: 'integers', limit: 'integers' },
  pad: { low: 'integers', high: 'integers' },
  constant: { value: 'tensor' },
};

function readDtype(text: ProgramText): Dtype {
  return text.take(/float64|float32/y, 'a number format, float64 or float32') as Dtype;
}

function readShape(text: ProgramText): Shape {
  const start = text.position;
  const sizes = readIntegers(text);
  if (sizes.some((size) => size < 1)) throw text.error(start, `expected positive sizes; found [${sizes}]`);
  return sizes;
}

function readIntegers(text: ProgramText): number[] {
  text.expect('[');
  const integers = text.list(']', () => readInteger(text));
  text.expect(']');
  return integers;
}

function readInteger(text: ProgramText): number {
  return Number(text.take(/-?\d+/y, 'an integer'));
}

function readType(text: ProgramText): TensorType {
  const dtype = readDtype(text);
  return tensorType(dtype, readShape(text));
}

function readTensor(text: ProgramText): Attributes['constant']['value'] {
  const type = readType(text);
  const start = text.position;
  text.expect('{');
  const entries = text.list('}', () =>
    Number(text.take(/-?(?:\d+(?:\.\d+)?(?:e[+-]?\d+)?|Infinity)|NaN/iy, 'a number')),
  );
  text.expect('}');
  const count = entryCount(type.shape);
  if (entries.length !== count)
    throw text.error(start, `expected the ${count} entries of ${describeType(type)}; found ${entries.length}`);
  return tensor(type.dtype, type.shape, entries);
}

const attributeReaders: { readonly [K in AttributeKind]: (text: ProgramText) => unknown } = {
  integers: readIntegers,
  integer: readInteger,
  flag: (text) => text.take(/true|false/y, 'true or false') === 'true',
  tensor: readTensor,
};

/** The attributes of a primitive, in the order in which the printer writes them. */
function readAttributes(text: ProgramText, primitive: Primitive): Equation['attributes'] {
  const kinds = Object.entries(attributeKinds[primitive]) as [string, AttributeKind][];
  if (kinds.length === 0) return Object.freeze({}) as Equation['attributes'];
  text.expect('{');
  const attributes = kinds.map(([name, kind]) => {
    text.expect(name);
    text.expect('=');
    return [name, attributeReaders[kind](text)];
  });
  text.expect('}');
  return Object.fromEntries(attributes) as Equation['attributes'];
}

/** Reads `%id`, which must be the variable assigned next, or one assigned already. */
function readVariable(text: ProgramText, assigned: readonly Variable[]): Variable {
  const start = text.position;
  const id = Number(text.take(/%\d+/y, 'a variable, such as %0').slice(1));
  const variable = assigned[id];
  if (!variable) throw text.error(start, `%${id} is used before it is assigned`);
  return variable;
}

function readAssigned(text: ProgramText, next: number): void {
  const start = text.position;
  const id = Number(text.take(/%\d+/y, `the variable %${next}`).slice(1));
  if (id !== next) throw text.error(start, `expected %${next} to be assigned next; found %${id}`);
}

function readPortName(text: ProgramText, taken: ReadonlySet<string>): string {
  const start = text.position;
  const name = text.take(/[\p{L}_][\p{L}\p{N}_']*/uy, 'a name');
  if (taken.has(name)) throw text.error(start, `the name "${name}" occurs twice`);
  return name;
}

function readEquation(text: ProgramText, assigned: Variable[]): Equation {
  const start = text.position;
  readAssigned(text, assigned.length);
  text.expect(':');
  const type = readType(text);
  text.expect('=');
  const place = text.position;
  const primitive = text.take(/[a-zA-Z]+/y, 'a primitive') as Primitive;
  if (!Object.hasOwn(attributeKinds, primitive)) {
    throw text.error(place, `expected one of ${Object.keys(attributeKinds).join(', ')}; found ${primitive}`);
  }
  const attributes = readAttributes(text, primitive);
  text.expect('(');
  const operands = text.list(')', () => readVariable(text, assigned));
  text.expect(')');
  const found = typeOf(text, place, { primitive, attributes, operands });
  if (!sameType(found, type)) {
    throw new ShapeError(
      text.locate(start, `${primitive} gives ${describeType(found)}; declared ${describeType(type)}`),
    );
  }
  const result: Variable = Object.freeze({ id: assigned.length, type });
  assigned.push(result);
  return Object.freeze({ primitive, attributes, operands, result }) as Equation;
}

function typeOf(
  text: ProgramText,
  place: number,
  { primitive, attributes, operands }: Pick<Equation, 'primitive' | 'attributes' | 'operands'>,
): TensorType {
  const types = operands.map((operand) => operand.type);
  try {
    return resultType(primitive, types, attributes as Attributes[Primitive]);
  } catch (error) {
    throw error instanceof ShapeError ? new ShapeError(text.locate(place, error.message)) : error;
  }
}

/** The ports of a comma-separated list that ends at `end`. */
function readPorts(text: ProgramText, end: string, variable: () => Variable): Port[] {
  const names = new Set<string>();
  return text.list(end, () => {
    const name = readPortName(text, names);
    names.add(name);
    return { name, variable: variable() };
  });
}

/**
 * The program that a text denotes, in the form of {@link printProgram}: parsing what was printed gives the same program.
 * Line breaks and blanks may stand between any two parts. Throws InputError where the text is no program and ShapeError
 * where it is ill-typed, both with line and column.
 */
export function parseProgram(source: string): Program {
  const text = new ProgramText(source);
  text.expect('program');
  const name = text.at('"') ? text.string() : text.take(/[\p{L}_][\p{L}\p{N}_']*/uy, 'the name of the program');
  const assigned: Variable[] = [];
  text.expect('(');
  const inputs = readPorts(text, ')', () => {
    readAssigned(text, assigned.length);
    text.expect(':');
    const variable: Variable = Object.freeze({ id: assigned.length, type: readType(text) });
    assigned.push(variable);
    return variable;
  });
  text.expect(')');
  const equations: Equation[] = [];
  while (text.at('%')) equations.push(readEquation(text, assigned));
  text.expect('return');
  const outputs = readPorts(text, '', () => readVariable(text, assigned));
  text.end();
  return defineProgram({ name, inputs, equations, outputs });
}
