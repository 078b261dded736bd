import { expect, it } from 'vitest';
import { selfTest, tolerance } from '../../src/cli/engine-self-test.ts';
import { type Engine, referenceEngine } from '../../src/engine/index.ts';
import { meanings } from '../../src/engine/reference/rules.ts';
import type { Primitive } from '../../src/program/index.ts';
import { wrongIn } from '../conformance/wrong-engine.ts';

const primitives = Object.keys(meanings) as Primitive[];

it('the reference engine is exact on every primitive', async () => {
  expect(await selfTest(referenceEngine, 'float64')).toEqual({ primitives: primitives.length, worst: 0, failed: [] });
});

it.each(primitives)('an engine that computes %s wrongly fails in it and in nothing else', async (primitive) => {
  const { failed, worst } = await selfTest(wrongIn(primitive), 'float64');
  expect(failed).toEqual([primitive]);
  expect(worst).toBeGreaterThan(tolerance);
});

it('what an engine declares it lacks is left out', async () => {
  const engine: Engine = { ...wrongIn('exp'), lacks: { exp: 'a planted gap' } };
  expect(await selfTest(engine, 'float64')).toEqual({ primitives: primitives.length - 1, worst: 0, failed: [] });
});

it('NaN in place of a number is a failure', async () => {
  const engine: Engine = {
    ...referenceEngine,
    compile: async (program) => {
      const executable = await referenceEngine.compile(program);
      const run: typeof executable.run = async (inputs) => {
        const results = await executable.run(inputs);
        results['tanh']!.data[3] = Number.NaN;
        return results;
      };
      return { ...executable, run };
    },
  };
  expect(await selfTest(engine, 'float64')).toMatchObject({ failed: ['tanh'], worst: Number.POSITIVE_INFINITY });
});
