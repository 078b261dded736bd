import { tfjsEngine } from '../../src/engine/tfjs/index.ts';
import { describeConformance } from './describe-conformance.ts';

describeConformance(await tfjsEngine({ backend: 'wasm' }));
describeConformance(await tfjsEngine({ backend: 'cpu' }));
