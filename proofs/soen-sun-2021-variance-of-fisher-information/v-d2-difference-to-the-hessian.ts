import { difference } from './estimators.ts';

export const differenceToTheHessian = difference('V-D2', 'the difference of the Hessian to the second estimator', 2);
