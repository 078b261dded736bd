import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { parseRational, type Rational } from '../algebra/index.ts';
import { InputError } from '../errors.ts';
import type { GibbsModel } from '../families/index.ts';

const value = z.union([z.number(), z.string()]);
const schema = z.strictObject({
  states: z.array(z.array(z.unknown())),
  variables: z.array(z.array(value)),
  coordinates: z.array(z.string().regex(/^[A-Za-z]\w*$/, 'expected a name such as J or theta1')).optional(),
});

const shape =
  '{"states": [[...], ...], "variables": [[...], ...], "coordinates"?: ["name", ...]}, one row of variables a state';

/**
 * Reads a Gibbs model: one row of values of the collective variables for each state; numbers, or exact fractions as
 * strings. Throws {@link InputError} that names the field and what was expected there.
 */
export function readGibbsModel(path: string): GibbsModel {
  const model = parsed(path);
  const { states, variables } = model;
  if (states.length !== variables.length) {
    throw new InputError(
      `${path}: states has ${states.length} rows and variables has ${variables.length}: expected one row of variables for each state`,
    );
  }
  if (states.length < 2) throw new InputError(`${path}: states has ${states.length} rows: a model has two or more`);
  if ((variables[0]?.length ?? 0) === 0)
    throw new InputError(`${path}: variables[0] has no values: a model has at least one collective variable`);
  const count = model.coordinates?.length ?? variables[0]?.length ?? 0;
  const ragged = variables.findIndex((row) => row.length !== count);
  if (ragged >= 0) {
    throw new InputError(`${path}: variables[${ragged}] has ${variables[ragged].length} values, expected ${count}`);
  }
  return {
    coordinates: model.coordinates ?? Array.from({ length: count }, (_, i) => `theta${i + 1}`),
    variables: variables.map((row, s) => row.map((entry, i) => exactValue(entry, `${path}: variables[${s}][${i}]`))),
  };
}

function parsed(path: string): z.infer<typeof schema> {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new InputError(`cannot read the model ${path}: ${(error as Error).message}; expected ${shape}`);
  }
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const field = issue.path.reduce<string>(
    (at, key) => (typeof key === 'number' ? `${at}[${key}]` : `${at}.${String(key)}`),
    '',
  );
  throw new InputError(
    `${path}: ${field === '' ? 'the model' : field.slice(field.startsWith('.') ? 1 : 0)}: ${issue.message}; expected ${shape}`,
  );
}

function exactValue(entry: number | string, where: string): Rational {
  try {
    return parseRational(String(entry));
  } catch (error) {
    throw new InputError(`${where}: ${(error as Error).message}`);
  }
}
