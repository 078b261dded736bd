import { asPrinted, overLabels } from './networks-as-models.ts';

export const twoDefinitions = asPrinted('T-2.3.1', 'the two definitions of the information coincide (as printed)');
export const twoDefinitionsRepaired = overLabels('T-2.3.1/repaired');
