import { asPrinted, repaired } from './curves-and-curvature.ts';

export const curveLengthAgain = asPrinted('T-2.3.5', 'the length once more, the root inside the sum (as printed)');
export const curveLengthAgainRepaired = repaired('T-2.3.5/repaired');
