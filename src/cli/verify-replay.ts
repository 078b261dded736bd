import { z } from 'zod';
import { type Instance, type Replay, replayWitness, type Witness, witnessText } from '../derivation/index.ts';
import { InputError } from '../errors.ts';
import { parsedJson } from './network-files.ts';
import { loadProofDocuments } from './proof-files.ts';
import { shortened } from './verify-text.ts';

/** A witness of a report, evaluated again. */
export interface ReplayedWitness extends Replay {
  readonly document: string;
  readonly label: string;
  readonly witness: Witness | Instance;
}

const sides = z.union([z.string(), z.number(), z.array(z.number())]);
/** A model or inputs, with the two sides; what is in them is checked when they are evaluated. */
const witnessSchema = z.looseObject({ left: sides, right: sides });
const entry = z.looseObject({ document: z.string(), label: z.string(), witness: witnessSchema.optional() });
const schema = z.union([
  z.looseObject({ statements: z.array(entry) }),
  entry.transform((one) => ({ statements: [one] })),
]);
const shape = 'what fisher-rao verify --format json prints, with or without --explain';

/**
 * Evaluates again every witness in a report, or that of one label, in the documents in `paths` (those of the package where
 * there are none). Throws {@link InputError} for a file that is no report, or statements that are not in the documents.
 */
export async function replayReport(
  paths: readonly string[],
  report: string,
  label: string | undefined,
): Promise<readonly ReplayedWitness[]> {
  const { statements } = parsedJson(report, schema, shape);
  const wanted = statements.flatMap(({ witness, ...of }) =>
    witness !== undefined && (label === undefined || of.label === label)
      ? [{ document: of.document, label: of.label, witness: witness as unknown as Witness | Instance }]
      : [],
  );
  if (wanted.length === 0) {
    throw new InputError(
      `${report} has no witness${label === undefined ? '' : ` of ${label}`}: nothing is refuted in it`,
    );
  }
  const documents = await loadProofDocuments(paths);
  const replayed: ReplayedWitness[] = [];
  for (const one of wanted) {
    const document = documents.find(({ name }) => name === one.document);
    const statement = document?.statements.find((candidate) => candidate.label === one.label);
    if (statement === undefined) {
      throw new InputError(
        `${report}: there is no ${one.document}/${one.label} in the documents: give the paths that it was made from`,
      );
    }
    replayed.push({ ...one, ...(await replayWitness(statement, one.witness)) });
  }
  return replayed;
}

/** The replays as text: one line each, and at the end whether all gave what the report says. */
export function replayText(replayed: readonly ReplayedWitness[]): string {
  const lines = replayed.map(({ document, label, witness, left, right, isReproduced }) => {
    const outcome = isReproduced ? 'again' : `NOW ${left} against ${right}, not`;
    return `${document}/${label}: ${outcome} ${shortened(witnessText(witness))}\n`;
  });
  const others = replayed.filter(({ isReproduced }) => !isReproduced).length;
  const count = `${replayed.length} ${replayed.length === 1 ? 'witness' : 'witnesses'}`;
  return `${lines.join('')}\n${count}, ${others === 0 ? 'all as reported' : `${others} not as reported`}\n`;
}
