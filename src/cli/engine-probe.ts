import type { Engine } from '../engine/index.ts';
import { UnsupportedError } from '../errors.ts';
import type { Dtype } from '../program/index.ts';
import type { EngineCandidate } from './engine-candidates.ts';
import { type ProductRate, productRate } from './engine-rate.ts';
import { type SelfTest, selfTest } from './engine-self-test.ts';

/** What an engine does in one number format here. */
export interface DtypeReport {
  readonly dtype: Dtype;
  readonly selfTest: SelfTest;
  /** Measured only where the self-test has passed. */
  readonly product: ProductRate | null;
}

/** What became of a candidate: it works in these number formats, or it cannot be had, with the reason. */
export interface EngineReport {
  readonly name: string;
  readonly summary: string;
  readonly dtypes: readonly DtypeReport[];
  /** Null where it works, the self-test passed in every number format. */
  readonly problem: string | null;
}

/** Tries a candidate; whatever goes wrong with it is its problem and not thrown. */
export async function probeEngine({ name, summary, open }: EngineCandidate): Promise<EngineReport> {
  const dtypes: DtypeReport[] = [];
  try {
    const engine = await open();
    for (const dtype of engine.dtypes) dtypes.push(await probeDtype(engine, dtype));
    const wrong = dtypes.filter((report) => report.selfTest.failed.length > 0);
    return { name, summary, dtypes, problem: wrong.length === 0 ? null : wrong.map(wrongText).join('; ') };
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return { name, summary, dtypes, problem: thrown instanceof UnsupportedError ? message : `a bug: ${message}` };
  }
}

async function probeDtype(engine: Engine, dtype: Dtype): Promise<DtypeReport> {
  const tested = await selfTest(engine, dtype);
  return { dtype, selfTest: tested, product: tested.failed.length === 0 ? await productRate(engine, dtype) : null };
}

function wrongText({ dtype, selfTest: { failed, worst } }: DtypeReport): string {
  return `wrong values in ${dtype} of ${failed.join(', ')}, off by up to ${worst.toPrecision(2)} epsilon; do not use it`;
}
