import { asPrinted, overLabels } from './networks-as-models.ts';

export const innerProductOverData = asPrinted(
  'T-2.3.3',
  'the inner product of parameters is a mean over the data (as printed)',
);
export const innerProductOverDataRepaired = overLabels('T-2.3.3/repaired');
