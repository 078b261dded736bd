import { ShapeError } from '../errors.ts';
import type { Tensor } from '../program/index.ts';

/**
 * The share of rows of h: [samples, classes] whose largest entry stands at the label; of equal entries the first counts.
 *
 * @throws ShapeError if there is not one label per row.
 */
export function accuracy(h: Tensor, labels: Uint8Array): number {
  const [samples, classes] = h.shape as readonly [number, number];
  if (h.shape.length !== 2 || samples !== labels.length) {
    throw new ShapeError(
      `Accuracy needs one row of outputs per label; got shape [${h.shape}] for ${labels.length} labels.`,
    );
  }
  let right = 0;
  labels.forEach((label, row) => {
    let best = 0;
    for (let c = 1; c < classes; c += 1) if (h.data[row * classes + c]! > h.data[row * classes + best]!) best = c;
    if (best === label) right += 1;
  });
  return right / samples;
}
