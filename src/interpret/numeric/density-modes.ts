import { DomainError } from '../../errors.ts';

/** A local maximum of a log-density on the real line, with the distance in which the density falls by 1/e. */
export interface Mode {
  readonly place: number;
  readonly width: number;
  readonly height: number;
}

/** Modes that are lower than the highest by more than this have no mass to speak of. */
const negligibleDrop = 60;

/**
 * The modes of a log-density on the real line, the highest first: the local maxima on a grid of all magnitudes, each
 * refined by golden section. Values that are no number count as minus infinity. Throws {@link DomainError} where the
 * density vanishes on the whole grid or does not fall off.
 */
export function modesOf(logDensity: (t: number) => number): Mode[] {
  const f = (t: number): number => {
    const value = logDensity(t);
    return Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value;
  };
  const magnitudes = Array.from({ length: 257 }, (_, k) => 10 ** ((k - 128) / 12));
  const grid = [...magnitudes.toReversed().map((t) => -t), 0, ...magnitudes];
  const values = grid.map(f);
  const highest = Math.max(...values);
  if (highest === Number.POSITIVE_INFINITY) throw new DomainError('the density is infinite inside the sample space');
  if (highest === Number.NEGATIVE_INFINITY) throw new DomainError('the density vanishes wherever it was looked at');
  const found: Mode[] = [];
  grid.forEach((_, k) => {
    if (values[k] === Number.NEGATIVE_INFINITY) return;
    if (values[k] < (values[k - 1] ?? -Infinity) || values[k] <= (values[k + 1] ?? -Infinity)) return;
    const place = maximumBetween(f, grid[Math.max(k - 1, 0)], grid[Math.min(k + 1, grid.length - 1)]);
    const width = (dropDistance(f, place, 1) + dropDistance(f, place, -1)) / 2;
    found.push({ place, width, height: f(place) });
  });
  if (found.length === 0) throw new DomainError('the density has no peak within the range of double precision');
  found.sort((a, b) => b.height - a.height);
  // Rounding makes several peaks of one that is flat: a mode within the width of a higher one is that one.
  const apart = found.filter(
    (mode, k) =>
      !found.slice(0, k).some((higher) => Math.abs(higher.place - mode.place) <= Math.max(higher.width, mode.width)),
  );
  return apart.filter(({ height }) => height > found[0].height - negligibleDrop);
}

/** The maximum of a function with one peak in an interval, by golden section. */
function maximumBetween(f: (t: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  const ratio = (Math.sqrt(5) - 1) / 2;
  while (high - low > 1e-9 * (Math.abs(low) + Math.abs(high))) {
    const [left, right] = [high - ratio * (high - low), low + ratio * (high - low)];
    if (left <= low || right >= high) break;
    if (f(left) >= f(right)) high = right;
    else low = left;
  }
  const middle = (low + high) / 2;
  // Where the function jumps to minus infinity beside its maximum, the middle may lie beyond.
  return [low, high].reduce((best, end) => (f(end) > f(best) ? end : best), middle);
}

/** How far from the peak, in one direction, the log-density has dropped by one: by doubling, then bisection. */
function dropDistance(f: (t: number) => number, peak: number, direction: 1 | -1): number {
  const level = f(peak) - 1;
  const dropped = (distance: number): boolean => !(f(peak + direction * distance) > level);
  let far = 2 ** -40 * Math.max(Math.abs(peak), 2 ** -20);
  while (!dropped(far)) {
    far *= 2;
    if (far > 1e150) throw new DomainError('the density does not fall off: its integral diverges');
  }
  let near = 0;
  for (let i = 0; i < 20; i++) {
    const middle = (near + far) / 2;
    if (dropped(middle)) far = middle;
    else near = middle;
  }
  return far;
}
