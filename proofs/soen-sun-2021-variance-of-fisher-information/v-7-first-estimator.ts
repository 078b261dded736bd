import { estimator } from './estimators.ts';

export const firstEstimator = estimator('V-7', 'the first estimator in an exponential family', 1);
