import { expect, test } from 'vitest';
import { binaryFunctions, typeRules, unaryFunctions } from '../../src/program/index.ts';

// That they are what hand calculation says: test/conformance/hand-cases.ts, on the reference engine, which uses them.

test('the primitives with a function for entries are those that keep the type of their operands', () => {
  const elementwise = Object.entries(typeRules).filter(([, rule]) =>
    /same type; the result|has the type of/.test(rule.statement),
  );
  expect([...Object.keys(binaryFunctions), ...Object.keys(unaryFunctions)].sort()).toEqual(
    elementwise.map(([name]) => name).sort(),
  );
});
