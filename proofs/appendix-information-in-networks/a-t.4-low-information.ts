import { experiment, statement } from 'fisher-rao';
import { bernoulliHead, denseNetwork } from 'fisher-rao/network';
import { atTheBasePoint, secondOrderOfAStep } from '../divergence.ts';
import { at, fisherOf, gradientOf, moved, outputsOf, type Setting } from '../networks.ts';
import { bernoulliDivergence } from './setting.ts';

const probability = async (setting: Setting): Promise<number> => 1 / (1 + Math.exp(-(await outputsOf(setting))[0][0]));

export const lowInformation = experiment({
  label: 'A-T.4',
  title:
    'low F means that an update does not change predictions (as printed): a logit at 5 for a datum with the label 0, where tr F is 0.013, and a step of gradient descent',
  claim: 'KL of the predictions before and after the step <= tr F',
  expected: 'refuted',
  relation: 'atMost',
  instances: [{ w: 5, eta: 2 }],
  evaluate: async ({ w, eta }) => {
    const before: Setting = { network: denseNetwork([1, 1]), head: bernoulliHead(), theta: [w, 0], inputs: [[1]] };
    const after = at(before, moved(before.theta, -eta, await gradientOf(before, [0])));
    const F = await fisherOf(before);
    return { left: bernoulliDivergence(await probability(before), await probability(after)), right: F[0][0] + F[1][1] };
  },
});

export const changeOfPredictions = statement({
  label: 'A-T.4/repaired',
  title:
    'an update -η g changes predictions by KL = η^2 g F g/2 to second order: it depends on η and on the direction of g too; all families, any dimension',
  given: atTheBasePoint,
  ...secondOrderOfAStep,
  expected: 'proved',
});
