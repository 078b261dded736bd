import { asPrinted, overLabels } from './networks-as-models.ts';

export const networkInformation = asPrinted(
  'T-2.2.1',
  'the Fisher information of a network is a mean over the data set (as printed)',
);
export const networkInformationRepaired = overLabels('T-2.2.1/repaired');
