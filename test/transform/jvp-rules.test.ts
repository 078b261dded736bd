import fc from 'fast-check';
import { generatedCase } from 'fisher-rao/testing';
import { expect, test } from 'vitest';
import { evaluate } from '../../src/engine/index.ts';
import { type Program, type Tensor, tensor, typeRules } from '../../src/program/index.ts';
import { jvp } from '../../src/transform/index.ts';
import { jvpRules } from '../../src/transform/jvp-rules.ts';
import { wave } from './sample-programs.ts';

type Values = Readonly<Record<string, Tensor>>;

function moved(inputs: Values, directions: Values, step: number): Values {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, { shape, data }]) => [
      name,
      tensor(
        'float64',
        shape,
        Array.from(data, (x, i) => x + step * directions[name]!.data[i]!),
      ),
    ]),
  );
}

/** Difference quotients of orders 2 and 4 (Richardson); their distance tells how far either can be trusted. */
function differenceQuotients(
  program: Program,
  inputs: Values,
  directions: Values,
  output: string,
): { value: number[]; doubt: number[] } {
  const quotient = (step: number): number[] => {
    const [plus, minus] = [step, -step].map((h) => evaluate(program, moved(inputs, directions, h))[output]!.data);
    return Array.from(plus!, (p, i) => (p - minus![i]!) / (2 * step));
  };
  const [coarse, fine] = [quotient(2e-3), quotient(1e-3)];
  const value = fine.map((f, i) => (4 * f - coarse[i]!) / 3);
  return { value, doubt: value.map((v, i) => Math.abs(v - fine[i]!)) };
}

test('the jvp of every smooth program is its central difference quotient', () => {
  fc.assert(
    fc.property(generatedCase({ smooth: true }), ({ program, inputs }) => {
      const directions = Object.fromEntries(
        Object.entries(inputs).map(([name, { shape }], i) => [name, wave(shape, i)]),
      );
      const tangents = Object.fromEntries(Object.entries(directions).map(([name, value]) => [`d_${name}`, value]));
      const derivatives = evaluate(jvp(program, { wrt: ['x', 'y'] }), { ...inputs, ...tangents });
      for (const { name } of program.outputs) {
        const { value, doubt } = differenceQuotients(program, inputs, directions, name);
        const exact = derivatives[`d_${name}`]!.data;
        // Rounding in the quotient is about 1e-16 / 1e-3 times the size of values, at most 64 * 200.
        value.forEach((v, i) => {
          expect(Math.abs(exact[i]! - v), name).toBeLessThanOrEqual(1e-8 + doubt[i]!);
        });
      }
    }),
    { numRuns: 150 },
  );
});

test('every primitive that has a typing rule has a derivative rule', () => {
  expect(Object.keys(jvpRules).sort()).toEqual(Object.keys(typeRules).sort());
});
