import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideExperiment, experiment, isExperiment, replayExperiment } from '../../src/derivation/experiment.ts';
import { DomainError } from '../../src/errors.ts';

const common = { label: 'e', title: 't', claim: 'c', expected: 'supported' } as const;
const draw = (seed: number) => ({ seed });

describe('an experiment', () => {
  it('is supported where no case is beyond the tolerance, with the worst error', async () => {
    const made = experiment({
      ...common,
      draw,
      cases: 5,
      evaluate: ({ seed }) => ({ left: [seed], right: [seed + 1e-12] }),
    });
    expect(await decideExperiment(made)).toMatchObject({ kind: 'supported', cases: 5, tolerance: 1e-9 });
    expect(isExperiment(made)).toBe(true);
    expect(isExperiment({ ...made })).toBe(false);
  });

  it('is refuted by the first case beyond doubt, which can be evaluated again', async () => {
    const instances = [{ seed: 3 }, { seed: 4 }];
    const made = experiment({ ...common, instances, draw, evaluate: ({ seed }) => ({ left: seed ** 2, right: 9 }) });
    const verdict = await decideExperiment(made);
    expect(verdict).toEqual({ kind: 'refuted', witness: { inputs: { seed: 4 }, left: 16, right: 9 } });
    if (verdict.kind === 'refuted' && 'inputs' in verdict.witness) {
      expect(await replayExperiment(made, verdict.witness)).toEqual({ left: 16, right: 9 });
    }
  });

  it('is undecided between tolerance and certainty, without a meaningful case, and where a case has no value', async () => {
    const between = experiment({ ...common, draw, evaluate: () => ({ left: 1, right: 1 + 1e-8 }) });
    expect(await decideExperiment(between)).toMatchObject({ kind: 'undecided' });
    const nowhere = experiment({ ...common, draw, evaluate: () => ({ left: Number.NaN, right: 1 }) });
    expect(await decideExperiment(nowhere)).toMatchObject({ reason: 'both sides have a meaning in none of the cases' });
    const evaluate = (): never => {
      throw new DomainError('singular');
    };
    expect(await decideExperiment(experiment({ ...common, draw, evaluate }))).toMatchObject({ reason: 'singular' });
  });

  it('is undecided where its own code does not run, or gives no sides', async () => {
    const evaluations = [
      () => {
        throw new TypeError('x is undefined');
      },
      () => Promise.reject('no'),
      () => undefined,
      () => ({ left: '1', right: 2 }),
    ];
    const reasons = [];
    for (const evaluate of evaluations) {
      const verdict = await decideExperiment(
        experiment({ ...common, instances: [{ n: 2 }], evaluate: evaluate as never }),
      );
      reasons.push(verdict.kind === 'undecided' && verdict.reason);
    }
    expect(reasons).toEqual([
      'experiment e at n = 2 does not run: x is undefined',
      'experiment e at n = 2 does not run: no',
      'experiment e at n = 2: expected { left, right }, each a number or a list of numbers; got undefined',
      'experiment e at n = 2: expected { left, right }, each a number or a list of numbers; got {"left":"1","right":2}',
    ]);
  });

  it('tells a bound from an equality: below is right, above is wrong', async () => {
    const below = (relation: 'equal' | 'atMost', left: number) =>
      decideExperiment(experiment({ ...common, relation, instances: [null], evaluate: () => ({ left, right: 1 }) }));
    expect((await below('atMost', 0.5)).kind).toBe('supported');
    expect((await below('equal', 0.5)).kind).toBe('refuted');
    expect((await below('atMost', 1.5)).kind).toBe('refuted');
    expect((await below('atMost', Number.POSITIVE_INFINITY)).kind).toBe('refuted');
    expect((await below('equal', Number.POSITIVE_INFINITY)).kind).toBe('refuted');
  });

  it('has errors that do not depend on the order of the sides of an equality', async () => {
    await fc.assert(
      fc.asyncProperty(fc.double({ noNaN: true }), fc.double({ noNaN: true }), async (left, right) => {
        const verdict = (a: number, b: number) =>
          decideExperiment(experiment({ ...common, instances: [null], evaluate: () => ({ left: a, right: b }) }));
        expect((await verdict(left, right)).kind).toBe((await verdict(right, left)).kind);
      }),
    );
  });

  it('is complete, consistent, and never expected to be proved', () => {
    const evaluate = () => ({ left: 1, right: 1 });
    expect(() => experiment({ ...common, evaluate })).toThrow('has no cases');
    expect(() => experiment({ ...common, label: '', draw, evaluate })).toThrow('needs a label');
    expect(() => experiment({ ...common, expected: 'proved', draw, evaluate })).toThrow(
      'cannot be expected to be proved',
    );
    expect(() => experiment({ ...common, tolerance: 1, certain: 0.1, draw, evaluate })).toThrow('tolerance <= certain');
  });
});
