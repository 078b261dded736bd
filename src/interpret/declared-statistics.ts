import { type Expression, parseExpression, printClosedForm, printExpression } from '../calculus/index.ts';
import { UnsupportedError } from '../errors.ts';
import type { Family } from '../families/index.ts';
import { densityInField } from './density-field.ts';
import { exactModel } from './exact.ts';
import { unlessRefused } from './recognised-integral.ts';
import { exponentialStructure } from './sufficient-statistics.ts';

/** Sufficient statistics of a typed density. */
export interface DeclaredStatistics {
  /** The family with its statistics declared, where they are as many as the coordinates and their means determined. */
  readonly family: Family;
  readonly statistics: readonly string[];
  /** A sentence for people. */
  readonly remark: string;
}

/** What is known of a family by its sufficient statistics, or `null` where it is no exponential family. */
export function declareStatistics(family: Family): DeclaredStatistics | null {
  const density = densityInField(family);
  const structure = exponentialStructure(density);
  if (structure === null || structure.statistics.length === 0) return null;
  const texts = structure.statistics.map((statistic) => printClosedForm(density.forms, statistic));
  const list = texts.join(', ');
  const full = texts.length === family.coordinates.length && family.normalised;
  const kind = texts.length > family.coordinates.length ? 'a curved exponential family' : 'an exponential family';
  const remark = `recognised: ${kind} with sufficient statistics ${list}`;
  const declared = full
    ? unlessRefused(() =>
        confirmed(
          family,
          texts.map((text) => parseExpression(text)),
        ),
      )
    : null;
  return { family: declared ?? family, statistics: texts, remark };
}

/** Throws where the means of the statistics do not follow. */
function confirmed(family: Family, statistics: readonly Expression[]): Family {
  const declared = { ...family, statistics };
  const model = exactModel(declared);
  if (model.known === undefined) throw new UnsupportedError(`${printExpression(statistics[0])} has no mean`);
  return declared;
}
