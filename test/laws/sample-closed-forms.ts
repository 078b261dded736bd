import fc from 'fast-check';
import { rational } from '../../src/algebra/index.ts';
import { type ClosedForm, type ClosedForms, closedForms } from '../../src/calculus/index.ts';

/** A field with a real symbol x, positive symbols s and t, and some exponentials and logarithms in them. */
export function sampleField(): ClosedForms {
  const forms = closedForms([{ name: 'x' }, { name: 's', positive: true }, { name: 't', positive: true, order: 2 }]);
  const [x, s, t] = ['x', 's', 't'].map(forms.symbol);
  forms.exp(forms.multiply(x, forms.fromRational(rational(1, 2))));
  forms.exp(forms.divide(x, s));
  forms.log(forms.add(s, forms.one));
  forms.log(t);
  return forms;
}

/** Rational functions of the kernels that a field has, small. */
export function closedFormValues(forms: ClosedForms): fc.Arbitrary<ClosedForm> {
  const kernel = fc.nat(forms.kernels.length - 1).map(forms.generator);
  const { value } = fc.letrec<{ value: ClosedForm }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 2, depthSize: 'small' },
      fc.oneof(kernel, fc.integer({ min: -4, max: 4 }).map(forms.fromInteger)),
      fc.tuple(tie('value'), tie('value')).map(([a, b]) => forms.add(a, b)),
      fc.tuple(tie('value'), tie('value')).map(([a, b]) => forms.multiply(a, b)),
      fc.tuple(tie('value'), tie('value')).map(([a, b]) => (forms.isZero(b) ? a : forms.divide(a, b))),
    ),
  }));
  return value;
}
