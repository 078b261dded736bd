import { expect, it } from 'vitest';
import { closedForms, isNumberPi, numberPiBeside, parseExpression } from '../../src/calculus/index.ts';

it('is pi, and π beside something else that is called pi', () => {
  expect(numberPiBeside(['mu'])).toBe('pi');
  expect(numberPiBeside(['mu', 'pi'])).toBe('π');
  expect(['pi', 'π', 'p', 'Pi'].map(isNumberPi)).toEqual([true, true, false, false]);
});

it('is what a field takes for pi, while a variable of that name is none', () => {
  const forms = closedForms([
    { name: 'pi', variable: true },
    { name: numberPiBeside(['pi']), positive: true },
  ]);
  expect(forms.pi).toEqual(forms.symbol('π'));
  expect(forms.equals(forms.sin(forms.symbol('π')), forms.zero)).toBe(true);
  expect(forms.isZero(forms.sin(forms.symbol('pi')))).toBe(false);
  expect(closedForms([{ name: 'pi', variable: true }]).pi).toBeNull();
});

it('is read again as it was printed', () => {
  expect(parseExpression('2*π')).toEqual(
    expect.objectContaining({ kind: 'multiply', factors: expect.arrayContaining([{ kind: 'symbol', name: 'π' }]) }),
  );
});
