import fc from 'fast-check';
import { flatSpace } from '../../src/geodesic/flat-space.ts';
import { modelSpaceLaws, within } from './model-space-laws.ts';

const metric = [
  [2, -1],
  [-1, 3],
];
modelSpaceLaws('flat space', {
  space: flatSpace(metric),
  metric: () => metric,
  points: fc.tuple(within(-3, 3), within(-3, 3)).map((point) => [...point]),
});
