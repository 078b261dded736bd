import { defineCommand } from './command.ts';
import { exitCodes } from './exit-code.ts';
import { geodesicOptions, geodesicRequest } from './geodesic-request.ts';
import { subjectArgument } from './subject-request.ts';

/** `fisher-rao geodesic`: a geodesic between two points, or from one in a direction. */
export const geodesic = defineCommand({
  name: 'geodesic',
  summary: 'the geodesic between two members of a family, or from one in a direction, point by point',
  description:
    'Points of the geodesic at equal lengths, in closed form where the metric is recognised, otherwise from the geodesic equation on the exact Christoffel symbols (see distance). With --direction it starts with that velocity (the exponential map), and where it leaves the domain of the family before the length asked for, it says so and where. The velocity shown is that at the start of the geodesic that takes time 1.',
  arguments: [subjectArgument],
  formats: ['text', 'json'],
  options: geodesicOptions,
  examples: [
    {
      line: 'fisher-rao geodesic normal --from mu=0,sigma=1 --to mu=2,sigma=1 --points 5',
      does: 'half an ellipse',
    },
    {
      line: 'fisher-rao geodesic bernoulli --from theta=0.5 --direction theta=0.08',
      does: 'the exponential map: theta = 0.579659',
    },
    {
      line: 'fisher-rao geodesic beta --from a=1,b=1 --direction a=1,b=-1 --length 2 --format json',
      does: 'by the geodesic equation',
    },
  ],
  run: async ({ positional, options: given }, context) => {
    const request = geodesicRequest(positional[0], given);
    const [{ geodesicReport }, { pointsText, pointText, tellingText }] = await Promise.all([
      import('./geodesic-job.ts'),
      import('./geodesic-text.ts'),
    ]);
    const report = geodesicReport(request);
    const { heading, title, from, to, length, told, velocity, points, end } = report;
    if (context.format === 'json') {
      const ends = to === undefined ? { from } : { from, to };
      const leaving = end === undefined ? {} : { leavesDomain: end };
      context.write(`${JSON.stringify({ ...heading, ...ends, length, ...told, velocity, points, ...leaving })}\n`);
      return exitCodes.done;
    }
    const where = to === undefined ? `from ${pointText(from)}` : `from ${pointText(from)} to ${pointText(to)}`;
    const size = Number(length.toPrecision(12));
    context.write(
      `${title}geodesic ${where}\nlength ${size}, velocity ${pointText(velocity)}\n${tellingText(report)}${pointsText(report)}`,
    );
    if (end !== undefined) {
      context.write(
        `it leaves the domain at length ${Number(end.length.toPrecision(8))}, near ${pointText(end.point)}\n`,
      );
    }
    return exitCodes.done;
  },
});
