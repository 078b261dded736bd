import { defineCommand } from './command.ts';
import { exitCodes } from './exit-code.ts';
import { distanceOptions, geodesicRequest } from './geodesic-request.ts';
import { subjectArgument } from './subject-request.ts';

/** `fisher-rao distance`: the Fisher-Rao distance of two members of a family. */
export const distance = defineCommand({
  name: 'distance',
  summary: 'the Fisher-Rao distance of two members of a family, or of two points of a given metric',
  description:
    'The length of the geodesic between two points, in closed form where the metric is recognised (hyperbolic, a simplex of probabilities, positive definite matrices, flat, one parameter with a known arc length, and products of these), by quadrature for any other single parameter, otherwise from the geodesic equation on the exact Christoffel symbols, with an error estimate. It says which it was, and whether the geodesic is known to be the shortest path; where it is known not to be, the distance is null and the length is an upper bound.',
  arguments: [subjectArgument],
  formats: ['text', 'json'],
  options: distanceOptions,
  examples: [
    {
      line: 'fisher-rao distance normal --from mu=0,sigma=1 --to mu=2,sigma=1',
      does: '1.86246, in the hyperbolic plane',
    },
    {
      line: 'fisher-rao distance categorical --parameters n=3 --from p1=0.2,p2=0.3 --to p1=0.5,p2=0.4',
      does: 'an arc of a great circle',
    },
    {
      line: 'fisher-rao distance gamma --from k=1,theta=2 --to k=5,theta=1 --format json',
      does: 'by the geodesic equation',
    },
  ],
  run: async ({ positional, options: given }, context) => {
    const request = geodesicRequest(positional[0], { ...given, direction: {}, length: undefined, points: 2 });
    // Loaded here, so that the list of commands never waits for the algebra.
    const [{ geodesicReport }, { pointText, tellingText }] = await Promise.all([
      import('./geodesic-job.ts'),
      import('./geodesic-text.ts'),
    ]);
    const report = geodesicReport(request);
    const { heading, title, from, to = {}, length, told } = report;
    const known = told.minimality !== 'conjugate';
    if (context.format === 'json') {
      const answer = { ...heading, from, to, distance: known ? length : null, ...(known ? {} : { length }), ...told };
      context.write(`${JSON.stringify(answer)}\n`);
    } else {
      const value = `${known ? 'distance' : 'length of a geodesic'} ${Number(length.toPrecision(12))}`;
      context.write(`${title}from ${pointText(from)} to ${pointText(to)}\n${value}\n${tellingText(report)}`);
    }
    return exitCodes.done;
  },
});
