import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Rational } from '../algebra/index.ts';
import { type Expression, parseWithFunctions, symbolsOf } from '../calculus/index.ts';
import { InputError } from '../errors.ts';
import type { GivenMetric } from '../interpret/index.ts';
import { unknownName } from '../suggestion.ts';

const name = z.string().regex(/^[A-Za-z]\w*$/, 'expected a name such as r or theta1');
const schema = z.strictObject({
  coordinates: z.array(name).min(1, 'expected at least one coordinate'),
  parameters: z.array(name).optional(),
  functions: z.array(name).optional(),
  metric: z.array(z.array(z.union([z.string(), z.number()]))),
});

const shape =
  '{"coordinates": ["x", ...], "parameters"?: ["M", ...], "functions"?: ["f", ...], "metric": [["...", ...], ...]}, a square of expressions';

/**
 * Reads a metric; `values` are those of its parameters, which otherwise stay symbolic. Its `functions` are undetermined:
 * closed forms hold for any of them. Throws {@link InputError} that names the field and what was expected there.
 */
export function readMetric(path: string, values: Readonly<Record<string, Rational>>): GivenMetric {
  const { coordinates, parameters = [], functions = [], metric } = parsed(path);
  const names = [...coordinates, ...parameters];
  names.forEach((given, k) => {
    if (names.indexOf(given) === k) return;
    const field = k < coordinates.length ? `coordinates[${k}]` : `parameters[${k - coordinates.length}]`;
    throw new InputError(`${path}: ${field}: the name "${given}" is declared twice`);
  });
  const n = coordinates.length;
  if (metric.length !== n) throw new InputError(`${path}: metric has ${metric.length} rows, expected ${n}`);
  const ragged = metric.findIndex((row) => row.length !== n);
  if (ragged >= 0)
    throw new InputError(`${path}: metric[${ragged}] has ${metric[ragged].length} entries, expected ${n}`);
  const unknown = Object.keys(values).find((given) => !parameters.includes(given));
  if (unknown !== undefined) throw unknownName(`parameter of ${path}`, unknown, parameters);
  return {
    coordinates,
    constants: parameters.map((parameter) => ({
      name: parameter,
      ...(Object.hasOwn(values, parameter) ? { value: values[parameter] } : {}),
    })),
    entries: metric.map((row, i) =>
      row.map((e, j) => entry(String(e), { names, functions }, `${path}: metric[${i}][${j}]`)),
    ),
  };
}

interface Declared {
  readonly names: readonly string[];
  readonly functions: readonly string[];
}

function entry(text: string, { names, functions }: Declared, where: string): Expression {
  try {
    const expression = parseWithFunctions(text, functions);
    const known = [...names, 'pi'];
    const unknown = symbolsOf(expression).find((symbol) => !known.includes(symbol));
    if (unknown !== undefined) throw unknownName('name', unknown, known);
    return expression;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(`${where}: ${error.message}`, { cause: error });
  }
}

function parsed(path: string): z.infer<typeof schema> {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new InputError(`cannot read the metric ${path}: ${(error as Error).message}; expected ${shape}`);
  }
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const [head, ...rest] = issue.path;
  const field = head === undefined ? 'the file' : [String(head), ...rest.map((key) => `[${String(key)}]`)].join('');
  throw new InputError(`${path}: ${field}: ${issue.message}; expected ${shape}`);
}
