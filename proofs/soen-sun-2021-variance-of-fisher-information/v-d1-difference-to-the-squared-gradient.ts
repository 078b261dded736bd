import { difference } from './estimators.ts';

export const differenceToTheSquaredGradient = difference(
  'V-D1',
  'the difference of the squared gradient to the first estimator',
  1,
);
