import type { Engine } from '../engine/index.ts';
import {
  mnistExperiment,
  type TrainingExperiment,
  type TrainingGeometry,
  type TrainingGeometryProgress,
  type TrainingGeometrySettings,
  trainingGeometry,
} from '../methods/index.ts';
import { mnist } from '../network/index.ts';
import type { NetworkGeometry, NetworkResult } from '../report/index.ts';

/** The size of the experiment of the report; what is not given is as in `mnistExperiment`. */
export interface NetworkSettings {
  readonly seed: number;
  readonly images: number | undefined;
  readonly epochs: number | undefined;
  readonly curvatureImages: number | undefined;
  readonly draws: number | undefined;
  readonly damping: number | undefined;
}

/**
 * The experiment of the main job on MNIST in the size that is asked for. Throws {@link InputError} for more images than
 * there are.
 */
export function networkExperiment(settings: NetworkSettings): TrainingExperiment {
  const usual = mnistExperiment({ seed: settings.seed });
  const training = settings.images === undefined ? usual.training : mnist('train', settings.images);
  const curvature = {
    ...usual.settings.curvature,
    images: Math.min(settings.curvatureImages ?? usual.settings.curvature.images, training.count),
    draws: settings.draws ?? usual.settings.curvature.draws,
    damping: settings.damping ?? usual.settings.curvature.damping,
  };
  const batch = Math.min(usual.settings.batch, training.count);
  const changed = { ...usual.settings, curvature, batch, epochs: settings.epochs ?? usual.settings.epochs };
  return { ...usual, training, settings: changed };
}

/** Trains the network of an experiment and measures its geometry before and after. */
export async function reportNetwork(
  experiment: TrainingExperiment,
  engine: Engine,
  progress: (state: TrainingGeometryProgress) => void,
): Promise<NetworkResult> {
  return networkResult(await trainingGeometry(experiment, engine, progress));
}

/** The measurements as the report shows them. */
export function networkResult(measured: TrainingGeometry): NetworkResult {
  const { settings, history, curvature } = measured;
  const first = history[0];
  const last = history.at(-1);
  if (first === undefined || last === undefined) throw new Error('training recorded no checkpoint');
  const at = (when: string, point: typeof first, estimate: typeof curvature.before): NetworkGeometry => ({
    when,
    samples: settings.curvature.images,
    trueFisherTrace: point.trueFisherTrace,
    empiricalFisherTrace: point.empiricalFisherTrace,
    damping: settings.curvature.damping,
    scalar: { value: estimate.value, standardError: estimate.standardError, pairs: estimate.pairs },
  });
  return {
    architecture: `${settings.widths.join('-')} tanh, softmax`,
    parameters: measured.parameters,
    trainingImages: measured.trainingSamples,
    testImages: measured.testSamples,
    optimiser: optimiserText(settings),
    history: history.map(({ step, loss, trueFisherTrace, empiricalFisherTrace, testAccuracy }) => ({
      step,
      loss,
      trueFisherTrace,
      empiricalFisherTrace,
      accuracy: testAccuracy,
    })),
    geometry: [at('before', first, curvature.before), at('after', last, curvature.after)],
  };
}

function optimiserText({ epochs, batch, rate }: TrainingGeometrySettings): string {
  return `Adam (step size ${rate}, batches of ${batch}, ${epochs} ${epochs === 1 ? 'epoch' : 'epochs'})`;
}
