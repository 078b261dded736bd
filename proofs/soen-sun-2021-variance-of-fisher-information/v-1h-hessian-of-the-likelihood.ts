import { hessianForm } from './estimators.ts';

export const hessianOfTheLikelihood = hessianForm('V-1h', 'the information is minus the mean Hessian');
