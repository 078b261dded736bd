import { InputError } from '../errors.ts';
import { type Context, defineCommand } from './command.ts';
import { budgets } from './derive.ts';
import { linePrinter, type Printer } from './derive-printer.ts';
import type { CramerRaoRequest } from './derive-request.ts';
import { receive } from './derive-run.ts';
import { assignments, expressions, seconds, wholeNumber } from './options.ts';
import { subjectArgument, subjectOptions, subjectRequest } from './subject-request.ts';

const options = {
  ...subjectOptions,
  function: expressions('functions of the coordinates, such as mu^2; several have a bound of their covariance matrix'),
  observations: wholeNumber('independent observations', 1, 1),
  at: assignments('the number at this point as well'),
  budget: seconds(
    `seconds for the closed form, 0 for none (${budgets.alone} unless given, ${budgets.besidePoint} with --at)`,
  ),
};

/** `fisher-rao cramer-rao`: the least variance of unbiased estimators of functions of the parameters. */
export const cramerRao = defineCommand({
  name: 'cramer-rao',
  summary: 'the least variance of unbiased estimators of functions of the parameters',
  description:
    'The Cramer-Rao bound of a function f of the coordinates, grad(f)^T g^-1 grad(f) divided by the number of observations: in closed form, and as a number at a point. Several functions have a matrix, which the covariance matrix of unbiased estimators exceeds by a positive semidefinite one. Where the metric is singular, functions that do not change in its null directions have the bound of a pseudo-inverse, which is said; others are refused, as are families whose support moves with the parameters.',
  arguments: [subjectArgument],
  formats: ['text', 'latex', 'json'],
  options,
  examples: [
    { line: "fisher-rao cramer-rao normal --function 'mu^2'", does: '4 mu^2 sigma^2' },
    {
      line: "fisher-rao cramer-rao gamma --function 'k*theta, k' --observations 100 --at k=2,theta=3",
      does: 'mean and shape together, in closed form and at a point',
    },
  ],
  run: async ({ positional, options: given }, context) => {
    const { function: functions, observations, at } = given;
    if (functions.length === 0) throw new InputError('expected --function with an expression in the coordinates');
    const request: CramerRaoRequest = {
      ...subjectRequest(positional[0], { ...given, observations: undefined }),
      show: ['cramer-rao'],
      functions,
      observations,
      format: context.format,
      ...(Object.keys(at).length === 0 ? {} : { at }),
    };
    const budget = given.budget ?? (request.at === undefined ? budgets.alone : budgets.besidePoint);
    if (budget === 0 && request.at === undefined)
      throw new InputError('--budget 0 leaves nothing to show without --at');
    const printer = context.format === 'json' ? jsonPrinter(context, request) : linePrinter(context);
    const outcome = await receive(request, budget, printer.event);
    printer.end(outcome);
    return outcome.code;
  },
});

function jsonPrinter({ write }: Context, { functions, observations }: CramerRaoRequest): Printer {
  const heading: Record<string, unknown> = {};
  const result: Record<string, unknown> = { functions, observations, bound: null };
  return {
    event: (event) => {
      if (event.kind === 'family') Object.assign(heading, { family: event.name, coordinates: event.coordinates });
      if (event.kind === 'metric-file') Object.assign(heading, { file: event.file, coordinates: event.coordinates });
      if (event.kind === 'closed-form') {
        result['bound'] = event.text;
        if (event.nullDirections !== undefined) result['nullDirections'] = event.nullDirections;
      }
      if (event.kind === 'at') {
        const { point, values, method, error } = event;
        const doubt = error === undefined ? {} : { error: error['cramer-rao'] };
        result['at'] = { point, bound: values['cramer-rao'], method, ...doubt };
      }
    },
    end: ({ missing, reason }) => {
      if (missing.length > 0) result['reason'] = reason;
      write(`${JSON.stringify({ ...heading, ...result })}\n`);
    },
  };
}
