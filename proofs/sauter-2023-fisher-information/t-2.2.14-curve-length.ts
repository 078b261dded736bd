import { asPrinted, repaired } from './curves-and-curvature.ts';

export const curveLength = asPrinted('T-2.2.14', 'the length of a curve, the root inside the sum (as printed)');
export const curveLengthRepaired = repaired('T-2.2.14/repaired');
