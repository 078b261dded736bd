import { z } from 'zod';
import { InputError } from '../errors.ts';
import { declaredHead, type Head, type HeadDeclaration } from '../network/index.ts';
import { parsedJson } from './network-files.ts';

const schema = z.strictObject({
  density: z.string().optional(),
  logDensity: z.string().optional(),
  variable: z.string().optional(),
  family: z.string().optional(),
  parameters: z.union([z.string(), z.record(z.string(), z.union([z.number(), z.string()]))]).optional(),
  constants: z.string().optional(),
  links: z.record(z.string(), z.string()).optional(),
});

const shape =
  '{"density": "lambda^x*exp(-lambda)/x!", "variable": "x natural", "parameters": "lambda positive", "links": {"lambda": "exp(z1)"}} or {"family": "gamma", "links": {"k": "exp(z1)", "theta": "exp(-z2)"}}';

/**
 * The head that a JSON file declares; see `HeadDeclaration`. Errors as those of `declaredHead`.
 *
 * @throws InputError naming the file and the field that is missing or does not fit.
 */
export function readHead(path: string): Head {
  const declaration = declarationOf(path);
  try {
    return declaredHead(declaration);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(`${path}: ${error.message}`, { cause: error });
  }
}

function declarationOf(path: string): HeadDeclaration {
  const { density, logDensity, variable, family, parameters, constants, links } = parsedJson(path, schema, shape);
  const refuse = (problem: string): never => {
    throw new InputError(`${path}: ${problem}; expected ${shape}`);
  };
  const linked = links === undefined ? {} : { links };
  if (family !== undefined) {
    if (density !== undefined || logDensity !== undefined)
      return refuse('family and density are given, and only one is meant');
    if (variable !== undefined || constants !== undefined)
      return refuse('variable and constants belong to a density; sizes and constants of a family are its parameters');
    if (typeof parameters === 'string') return refuse('parameters of a family are numbers by name, such as {"n": 3}');
    return { family, ...(parameters === undefined ? {} : { parameters }), ...linked };
  }
  if ((density === undefined) === (logDensity === undefined))
    return refuse('give a family, a density or a logDensity, one of them');
  if (variable === undefined)
    return refuse('variable is missing: the sample variable and its domain, such as "x real"');
  if (typeof parameters !== 'string')
    return refuse('parameters of a density are declared with their domains, such as "mu real, sigma positive"');
  return {
    ...(density === undefined ? {} : { density }),
    ...(logDensity === undefined ? {} : { logDensity }),
    variable,
    parameters,
    ...(constants === undefined ? {} : { constants }),
    ...linked,
  };
}
