import { estimator } from './estimators.ts';

export const secondEstimator = estimator('V-8', 'the second estimator in an exponential family', 2);
