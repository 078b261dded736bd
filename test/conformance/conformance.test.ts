import { referenceEngine } from '../../src/engine/index.ts';
import { onnxEngine } from '../../src/engine/onnx/index.ts';
import { describeConformance } from './describe-conformance.ts';

describeConformance(referenceEngine);
describeConformance(onnxEngine());
