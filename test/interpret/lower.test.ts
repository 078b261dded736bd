import { expect, test } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { closedForms, evaluator, realNumbers } from '../../src/calculus/index.ts';
import { evaluate } from '../../src/engine/index.ts';
import { InputError } from '../../src/errors.ts';
import { binomial, categorical } from '../../src/families/index.ts';
import { exactGeometry, exactModel, lowerClosedForms } from '../../src/interpret/index.ts';
import { dtypeOf, scalar, tensor } from '../../src/program/index.ts';

const model = exactModel(categorical(3));
const { scalar: curvature, metric, christoffel } = exactGeometry(model);

test('lowered metric, connection and curvature have the values of the closed forms', () => {
  const outputs = { g12: metric.at([0, 1]), gamma: christoffel.at([0, 1, 1]), scalar: curvature.at([]) };
  const program = lowerClosedForms({ name: 'geometry', forms: model.field, outputs, inputs: ['p1', 'p2'] });
  const values = evaluate(program, { p1: scalar(0.2), p2: scalar(0.5) });
  const exact = evaluator(model.field, realNumbers, (name) => ({ p1: 0.2, p2: 0.5 })[name] as number);
  for (const [name, form] of Object.entries(outputs)) expect(values[name]!.data[0]).toBeCloseTo(exact(form), 12);
  expect(values['scalar']!.data[0]).toBeCloseTo(0.5, 12); // the trinomial is a sphere of radius 2
});

test('common subexpressions are computed once', () => {
  const forms = closedForms([{ name: 'x' }]);
  const e = forms.exp(forms.symbol('x'));
  const square = forms.multiply(e, e);
  const program = lowerClosedForms({
    name: 'f',
    forms,
    outputs: { a: square, b: forms.add(square, forms.one) },
    inputs: ['x'],
  });
  expect(
    program.equations.map((equation) => equation.primitive).filter((p) => p === 'exp' || p === 'multiply').length,
  ).toBeLessThanOrEqual(2);
  expect(evaluate(program, { x: scalar(0.5) })['b']!.data[0]).toBeCloseTo(Math.E + 1, 14);
});

test('pi is a number, roots of symbols are roots, the dtype is the one asked for', () => {
  const forms = closedForms([
    { name: 'pi', positive: true },
    { name: 'v', positive: true, order: 2 },
  ]);
  const root = forms.power(forms.symbol('v'), rational(1, 2));
  const lowered = (dtype: 'float64' | 'float32') =>
    lowerClosedForms({
      name: 'f',
      forms,
      outputs: { y: forms.multiply(forms.symbol('pi'), root) },
      inputs: ['v'],
      dtype,
    });
  expect(evaluate(lowered('float64'), { v: scalar(4) })['y']!.data[0]).toBeCloseTo(2 * Math.PI, 14);
  expect(dtypeOf(lowered('float32'))).toBe('float32');
});

test('with a shape it computes entry by entry, a constant too', () => {
  const forms = closedForms([{ name: 'x' }]);
  const x = forms.symbol('x');
  const outputs = { square: forms.multiply(x, x), three: forms.fromInteger(3) };
  const program = lowerClosedForms({ name: 'f', forms, outputs, inputs: ['x'], shape: [2, 2] });
  const { square, three } = evaluate(program, { x: tensor('float64', [2, 2], [1, 2, 3, 4]) });
  expect([...square!.data]).toEqual([1, 4, 9, 16]);
  expect([...three!.data]).toEqual([3, 3, 3, 3]);
});

test('a symbol that is no input is named', () => {
  const symbolic = exactModel(binomial());
  const outputs = { g: exactGeometry(symbolic).metric.at([0, 0]) };
  const lower = (inputs: string[]) => lowerClosedForms({ name: 'g', forms: symbolic.field, outputs, inputs });
  expect(() => lower(['theta'])).toThrow(InputError);
  expect(() => lower(['theta'])).toThrow(/depends on "n"/);
  const value = evaluate(lower(['theta', 'n']), { theta: scalar(0.25), n: scalar(3) })['g']!.data[0];
  expect(value).toBeCloseTo(3 / (0.25 * 0.75), 13); // n / (theta (1 - theta))
});
