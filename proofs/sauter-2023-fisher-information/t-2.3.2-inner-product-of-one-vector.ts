import { by, calculation, equation, start, statement, theoremOf } from 'fisher-rao';
import { meanOfTwo, pulledBack } from './normal-family.ts';
import { information, p, regularX, x } from './setting.ts';
import { innerProductOfBasisVectors, transported } from './t-2.2.11-transported-inner-product.ts';

export const innerProductOfOneVector = calculation({
  ...meanOfTwo,
  label: 'T-2.3.2',
  title:
    'the inner product is that of a basis vector with itself (as printed), so that the diagonal determines the metric: N(a + b, s^2) and N(a - b, s^2) have the same one',
  claim: `${pulledBack('(a + b)', 'a', 'b')} = ${pulledBack('(a - b)', 'a', 'b')}`,
  expected: 'refuted',
});

export const innerProductOfTwoVectors = statement({
  label: 'T-2.3.2/repaired',
  title: 'it is that of two of them: the mean product of their scores; all families, any two coordinates',
  given: regularX,
  claim: equation(innerProductOfBasisVectors, information(x, p(x))),
  expected: 'proved',
  proof: () => start(innerProductOfBasisVectors).equals(information(x, p(x)), by.theorem(theoremOf(transported))),
});

export const sameDiagonal = calculation({
  ...meanOfTwo,
  label: 'T-2.3.2/same-diagonal',
  title: 'indeed they have',
  claim: `(${pulledBack('(a + b)', 'a', 'a')} - ${pulledBack('(a - b)', 'a', 'a')})^2 + (${pulledBack('(a + b)', 'b', 'b')} - ${pulledBack('(a - b)', 'b', 'b')})^2 = 0`,
  expected: 'proved',
});
