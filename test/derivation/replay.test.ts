import { describe, expect, it } from 'vitest';
import {
  calculation,
  declare,
  equation,
  experiment,
  openQuestion,
  type ProofDocument,
  proofDocument,
  replayWitness,
  type Statement,
  statement,
  verifyDocuments,
} from '../../src/derivation/index.ts';

const common = { title: 't', expected: 'refuted' } as const;
const X = declare.space('X');
const x = declare.point('x', X);
const f = declare.function('f', X);

const statements: readonly Statement[] = [
  statement({ ...common, label: 'general', claim: equation(f(x), 1) }),
  calculation({
    ...common,
    label: 'calculation',
    symbols: { a: 'real', t: 'real' },
    functions: ['h'],
    definitions: { twice: '2*a*h(t)' },
    claim: 'twice = pi*a^2',
  }),
  calculation({ ...common, label: 'chain', symbols: { a: 'real' }, claim: 'a = a + 1 = a' }),
  experiment({
    ...common,
    label: 'experiment',
    claim: 'n^2 = 2 n',
    instances: [0, 2, 3],
    evaluate: (n) => ({ left: [n, n ** 2], right: [n, 2 * n] }),
  }),
];
const document: ProofDocument = proofDocument({ name: 'd', source: '', statements });
const reports = (await verifyDocuments([document])).statements;

describe('a witness, read from JSON,', () => {
  it.each(statements.map((of, place) => [of.label, of, place] as const))(
    'of a %s gives the same sides again',
    async (_label, of, place) => {
      const witness = JSON.parse(JSON.stringify(reports[place].witness));
      const again = await replayWitness(of, witness);
      expect(again.isReproduced).toBe(true);
      expect(again.left).not.toBe(again.right);
      expect((await replayWitness(of, { ...witness, left: '7' })).isReproduced).toBe(false);
    },
  );

  it('is refused by a statement of another kind, and where it lacks what the claim mentions', async () => {
    const question = openQuestion({ label: 'o', title: '', claim: 'c', reason: 'r' });
    for (const of of [question, statements[0], statements[1]]) {
      const other = of === statements[0] ? reports[1].witness! : reports[0].witness!;
      await expect(replayWitness(of, other)).rejects.toThrow('the witness is not one of such a statement');
    }
    await expect(replayWitness(statements[1], { inputs: { a: '1' }, left: 1, right: 2 })).rejects.toThrow(
      'no value for t',
    );
  });
});
