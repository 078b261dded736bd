import type { FisherSummary, NullSpace } from '../methods/index.ts';
import type { NetworkSubject } from './network-subject.ts';

/** A line of a report: a name and what there is to say of it. */
export function line(name: string, value: string): string {
  return `${name.padEnd(20)}${value}\n`;
}

/** A number as people read it: ten digits, with its standard error where it has one. */
export function valueText(value: number, standardError?: number | null): string {
  if (standardError === undefined || standardError === null) return String(Number(value.toPrecision(10)));
  return `${value.toPrecision(5)} ± ${standardError.toPrecision(2)}`;
}

/** What is known of a model's Fisher matrix before any curvature. */
export function summaryText({ point, head }: NetworkSubject, summary: FisherSummary, space: NullSpace): string {
  const { parameters, ambient, rank, rankBound, trace, traceError, lambdaMax, logDetMetric } = summary;
  const unknownRank = `at most ${rankBound}; not computed, because both sides of J exceed 1500`;
  return [
    line('head', head),
    line('parameters', String(parameters)),
    line('samples', `${point.samples} (J has ${ambient} rows)`),
    line('rank of F', rank === null ? unknownRank : `${rank} of ${parameters}`),
    space.dimension === 0 ? '' : line('null space', nullSpaceText(space)),
    line('trace of F', valueText(trace, traceError)),
    line('largest eigenvalue', valueText(lambdaMax)),
    line('damping', String(point.damping)),
    logDetMetric === null ? '' : line('log det metric', valueText(logDetMetric)),
  ].join('');
}

function nullSpaceText({ dimension, symmetries, unusedParameters }: NullSpace): string {
  const unused = unusedParameters?.length ?? 0;
  const known = [
    ...(symmetries.length > 4 ? [`${symmetries.length} symmetries (${symmetries[0]}, ...)`] : symmetries),
    ...(unused > 0 ? [`${unused} parameters without effect on the data`] : []),
  ];
  const size = dimension === null ? 'of unknown dimension' : `of dimension ${dimension}`;
  return known.length === 0 ? size : `${size}, with ${known.join('; ')}`;
}
