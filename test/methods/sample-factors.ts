import type { Matrix } from 'ml-matrix';
import { referenceEngine } from '../../src/engine/index.ts';
import {
  type FisherKind,
  type FisherPoint,
  factoredImmersionPoint,
  fisherMatrix,
  immerse,
  outputFactors,
} from '../../src/methods/index.ts';
import { type HeadName, headByName } from '../../src/network/index.ts';
import { sampleModel } from './sample-immersions.ts';

/** A 1-2-2 network, 10 parameters, with a head. */
export function sampleWith(head: HeadName, samples = 4): FisherPoint {
  const point = sampleModel({ widths: [1, 2, 2], head: 'normal', samples, damping: 0 });
  return { ...point, model: { ...point.model, head: headByName(head) } };
}

/** The Fisher matrix of a kind, through its output factors. */
export async function matrixOf(point: FisherPoint, kind: FisherKind): Promise<Matrix> {
  const factors = await outputFactors(point, kind, referenceEngine);
  return fisherMatrix(await immerse(factoredImmersionPoint(point, factors), referenceEngine));
}
