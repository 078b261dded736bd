import { expect, it } from 'vitest';
import { printClosedForm } from '../../src/calculus/index.ts';
import { typedFamily } from '../../src/families/index.ts';
import { densityInField } from '../../src/interpret/density-field.ts';

it('the log-density has the sample variables as symbols, constants with a value filled in', () => {
  const { family } = typedFamily({
    density: 'exp(-(x-m)^2/(2*v))/sqrt(2*pi*v)',
    variables: 'x real',
    parameters: 'm real',
    constants: 'v = 4',
  });
  const { forms, logDensity, coordinates, variables } = densityInField(family, ['E1']);
  expect({ coordinates, variables }).toEqual({ coordinates: ['m'], variables: ['x'] });
  expect(printClosedForm(forms, forms.partial(logDensity, 0))).toBe('(x - m) / 4');
  expect(printClosedForm(forms, forms.symbol('E1'))).toBe('E1');
});

it('variables that are positive license log(x^2) = 2 log(x), others do not', () => {
  const shown = (variables: string): string => {
    const { family } = typedFamily({ logDensity: 'log(x^2) - 2*log(x) + t*x', variables, parameters: 't real' });
    const { forms, logDensity } = densityInField(family);
    return printClosedForm(forms, logDensity);
  };
  for (const variables of ['x positive', 'x unit', 'x 1..3']) expect(shown(variables)).toBe('t * x');
});
