import { InputError } from '../errors.ts';
import { type CommandOption, defineCommand } from './command.ts';
import { jsonPrinter, linePrinter } from './derive-printer.ts';
import { type DeriveRequest, type Quantity, quantities, readQuantities } from './derive-request.ts';
import { receive } from './derive-run.ts';
import { assignments, seconds, united, wholeNumber } from './options.ts';
import { subjectArgument, subjectOptions, subjectRequest } from './subject-request.ts';

/** Seconds for closed forms, and beside numbers at a point, which must not wait for them. */
export const budgets = { alone: 30, besidePoint: 2 };

/** The most digits of --digits: more are not answered. */
const mostDigits = 900;

const show: CommandOption<readonly Quantity[]> = {
  placeholder: 'LIST',
  summary: `what to derive (any of ${quantities.join(', ')}, and alpha=0.5 for that alpha-connection; metric,scalar unless given)`,
  parse: readQuantities,
  join: united,
  fallback: ['metric', 'scalar'],
};

const options = {
  show,
  at: assignments('numbers at this point as well; they never wait for a closed form'),
  budget: seconds(
    `seconds for closed forms, 0 for none; what has not arrived by then is null (${budgets.alone} unless given, ${budgets.besidePoint} with --at)`,
  ),
  digits: wholeNumber(
    'closed forms at the point of --at to so many significant digits as well, at most 900',
    1,
    undefined,
  ),
  ...subjectOptions,
};

/** `fisher-rao derive`: metric, connection and curvature of a family. */
export const derive = defineCommand({
  name: 'derive',
  summary: 'metric, connection and curvature of a family, or of a given metric, in closed form',
  description:
    'Derives the Fisher information metric of a parametric family from its log-density, and from the metric the connection and curvature: as closed forms, and as numbers at a point. With --metric it starts from any Riemannian or pseudo-Riemannian metric; names under a root are then taken to be positive. Conventions: spheres have positive curvature, the univariate normal family -1; christoffel[k][i][j] = Gamma^k_ij; riemann[k][l][i][j] = R^k_lij; alpha = 1 is the exponential connection.',
  arguments: [subjectArgument],
  formats: ['text', 'latex', 'json'],
  options,
  examples: [
    { line: 'fisher-rao derive normal', does: 'metric and scalar curvature of the normal family' },
    { line: 'fisher-rao derive categorical --parameters n=4 --show scalar', does: 'the simplex of four outcomes' },
    { line: "fisher-rao derive 'normal*categorical(n=4)'", does: 'independent samples from two families' },
    {
      line: "fisher-rao derive normal --map 'mu = a, sigma = exp(b)' --observations N",
      does: 'other coordinates, and N observations',
    },
    { line: 'fisher-rao derive binomial --parameters n=10 --at theta=0.3', does: 'numbers as well, at a point' },
    { line: 'fisher-rao derive gamma --at k=2,theta=1 --digits 50', does: 'and to fifty digits' },
    {
      line: "fisher-rao derive --density 'x^(k-1)*exp(-x/t)' --variable 'x positive' --parameters 'k positive, t positive'",
      does: 'a density of your own, normalised and recognised as far as possible',
    },
    {
      line: 'fisher-rao derive --metric kerr.json --show ricci,kretschmann',
      does: 'the curvature of a metric of your own',
    },
    {
      line: 'fisher-rao derive normal --show amari-chentsov,alpha=1',
      does: 'the exponential connection, which is flat',
    },
    {
      line: 'fisher-rao derive gibbs --spins 3 --couplings ring --format latex',
      does: 'three spins on a ring, for a paper',
    },
  ],
  run: async ({ positional, options: given }, context) => {
    const { show, at, digits } = given;
    if (digits !== undefined && Object.keys(at).length === 0)
      throw new InputError('--digits needs a point: give --at as well');
    if (digits !== undefined && digits > mostDigits)
      throw new InputError(`expected at most ${mostDigits} digits, got ${digits}`);
    const request: DeriveRequest = {
      ...subjectRequest(positional[0], given),
      show,
      format: context.format,
      ...(Object.keys(at).length === 0 ? {} : { at }),
      ...(digits === undefined ? {} : { digits }),
    };
    const budget = given.budget ?? (request.at === undefined ? budgets.alone : budgets.besidePoint);
    if (budget === 0 && request.at === undefined)
      throw new InputError('--budget 0 leaves nothing to show without --at');
    const printer = context.format === 'json' ? jsonPrinter(context) : linePrinter(context);
    const outcome = await receive(request, budget, printer.event);
    printer.end(outcome);
    return outcome.code;
  },
});
