import {
  type Attributes,
  buildProgram,
  type Dtype,
  type Primitive,
  type Program,
  tensor,
  tensorType,
} from '../program/index.ts';

/** The same program in another number format: inputs, outputs and all between; constants are rounded to it. */
export function withDtype(program: Program, dtype: Dtype): Program {
  const types = Object.fromEntries(
    program.inputs.map(({ name, variable }) => [name, tensorType(dtype, variable.type.shape)]),
  );
  return buildProgram(program.name, types, (b, variables) => {
    const values = program.inputs.map(({ name }) => variables[name]!);
    for (const { primitive, operands, attributes } of program.equations) {
      values.push(
        b.emit(
          primitive,
          operands.map((operand) => values[operand.id]!),
          converted(primitive, attributes, dtype),
        ),
      );
    }
    return Object.fromEntries(program.outputs.map(({ name, variable }) => [name, values[variable.id]!]));
  });
}

function converted<P extends Primitive>(primitive: P, attributes: Attributes[P], dtype: Dtype): Attributes[P] {
  if (primitive !== 'constant') return attributes;
  const { value } = attributes as Attributes['constant'];
  return { value: tensor(dtype, value.shape, value.data) } as Attributes[P];
}
