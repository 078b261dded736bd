import { InputError } from '../errors.ts';
import type { OptionValues } from './command.ts';
import { assignments, text, wholeNumber } from './options.ts';
import { type SubjectRequest, subjectOptions, subjectRequest } from './subject-request.ts';

/** Values by name as text, as in `mu=0,sigma=1`. */
export type GivenPoint = Readonly<Record<string, string>>;

/** What `geodesic` is asked for: one between two points, or one that starts in a direction. */
export interface GeodesicRequest extends SubjectRequest {
  readonly from: GivenPoint;
  readonly goal:
    | { readonly kind: 'to'; readonly to: GivenPoint }
    | { readonly kind: 'direction'; readonly direction: GivenPoint; readonly length?: string };
  /** How many points of the geodesic are shown, both ends among them. */
  readonly points: number;
}

const ends = {
  from: assignments('the point where it starts, such as mu=0,sigma=1'),
  to: assignments('the point where it ends'),
};

/** The options of `distance`. */
export const distanceOptions = { ...ends, ...subjectOptions };

/** The options of `geodesic`. */
export const geodesicOptions = {
  ...ends,
  direction: assignments('instead of --to: the first velocity; components not named are 0'),
  length: text('NUMBER', 'with --direction: how far to go (the length of the direction unless given)'),
  points: wholeNumber('points of the geodesic to show, both ends among them', 2, 11),
  ...subjectOptions,
};

const nothing = (given: GivenPoint): boolean => Object.keys(given).length === 0;

/** Throws {@link InputError} for options that do not fit together. */
export function geodesicRequest(
  family: string | undefined,
  given: OptionValues<typeof geodesicOptions>,
): GeodesicRequest {
  const { from, to, direction, length, points } = given;
  if (nothing(from)) throw new InputError('expected --from with a value for each coordinate');
  if (nothing(to) === nothing(direction)) throw new InputError('give either --to or --direction');
  if (length !== undefined && nothing(direction)) throw new InputError('--length goes with --direction');
  return {
    ...subjectRequest(family, given),
    from,
    goal: nothing(to)
      ? { kind: 'direction', direction, ...(length === undefined ? {} : { length }) }
      : { kind: 'to', to },
    points,
  };
}
