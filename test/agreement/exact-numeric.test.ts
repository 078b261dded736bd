import fc from 'fast-check';
import { exactIsNumeric, lawProperty } from 'fisher-rao/testing';
import { describe, test } from 'vitest';
import { type Engine, referenceEngine } from '../../src/engine/index.ts';
import { onnxEngine } from '../../src/engine/onnx/index.ts';
import { agreementCases } from './families.ts';

const engines: readonly Engine[] = [referenceEngine, onnxEngine()];
const laws = engines.flatMap((engine) => engine.dtypes.map((dtype) => exactIsNumeric(engine, dtype)));

describe.each(agreementCases)(
  '$title: metric, connection and curvature in closed form',
  ({ family, points, runs = 3 }) => {
    test.each(laws)('$name', async (law) => {
      const cases = points.map((point) => ({ family, point }));
      await fc.assert(lawProperty(law, cases), { numRuns: runs });
    });
  },
);
