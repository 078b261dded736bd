import { by, equation, start, statement, theoremOf } from 'fisher-rao';
import {
  differentiableLoss,
  gradientOfTheMean,
  meanOfSublosses,
  meanOfTheGradients,
} from '../sauter-2023-fisher-information/t-1.3.2-mean-of-sublosses.ts';

export const objective = statement({
  label: 'A-A.1',
  title: 'the gradient of the mean loss is the mean of the gradients, for any number of data',
  given: differentiableLoss,
  claim: equation(gradientOfTheMean, meanOfTheGradients),
  expected: 'proved',
  proof: () => start(gradientOfTheMean).equals(meanOfTheGradients, by.theorem(theoremOf(meanOfSublosses))),
});
