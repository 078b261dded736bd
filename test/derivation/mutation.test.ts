import fc from 'fast-check';
import {
  type Derivation,
  equation,
  examine,
  type GeneralStatement,
  printAssumption,
  printClaim,
  prove,
  verifyDocuments,
} from 'fisher-rao';
import { describe, expect, it } from 'vitest';
import { sauter2023 } from '../../proofs/sauter-2023-fisher-information/index.ts';
import { mutantsOf } from './mutants.ts';

const proved: readonly GeneralStatement[] = sauter2023.statements.flatMap((entry) =>
  entry.kind === 'statement' && entry.proof !== null ? [entry] : [],
);
const derivations: readonly Derivation[] = proved.map(({ given, claim, proof }) => ({ given, claim, proof: proof!() }));
const mutants = derivations.flatMap((derivation, place) =>
  mutantsOf(derivation).map((mutant) => ({ ...mutant, of: proved[place].label })),
);

/** How many mutants a run of the suite tries; MUTANTS=all tries every one. */
const count = process.env['MUTANTS'] === 'all' ? mutants.length : 600;

/** A seeded sample without repetition: fast-check chooses the seed of the suite. */
function sampled(): typeof mutants {
  const [order] = fc.sample(fc.shuffledSubarray([...mutants], { minLength: count, maxLength: count }), 1);
  return order;
}

describe('mutants of the shipped proofs', () => {
  it('are derived from proofs that the kernel accepts', async () => {
    expect((await verifyDocuments([sauter2023])).summary.unexpected).toBe(0);
    expect(mutants.length).toBeGreaterThan(1000);
  });

  it('are rejected, or what they prove and say holds in every model tried', () => {
    let accepted = 0;
    for (const { change, of, derivation, equalities } of sampled()) {
      const outcome = prove(derivation);
      if (outcome.outcome === 'failed') continue;
      accepted++;
      const { claim, assumptions } = outcome.theorem;
      const claims = [claim, ...equalities.map(([left, right]) => equation(left, right))];
      for (const [place, examined] of claims.entries()) {
        const { witness, cases, worstError } = examine(examined, place === 0 ? assumptions : derivation.given, {
          models: 60,
        });
        const what = `${of}, ${change}: ${printClaim(examined)} | ${assumptions.map(printAssumption).join('; ')}`;
        expect(witness, what).toBeNull();
        expect(cases, what).toBeGreaterThan(0);
        expect(worstError, what).toBeLessThan(1e-9);
      }
    }
    console.info(`${accepted} of ${count} mutants (${mutants.length} in all) accepted, all shown equal`);
  });
});
