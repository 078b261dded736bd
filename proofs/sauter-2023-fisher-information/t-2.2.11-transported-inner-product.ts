import { calculation } from 'fisher-rao';
import { firstVector, inComponents, secondVector, twoVectors } from './tangent-space.ts';

export const transported = calculation({
  ...twoVectors,
  label: 'T-2.2.11',
  title: 'the inner product of tangent vectors is that of their representations',
  claim: `E(${firstVector}*${secondVector}) = ${inComponents}`,
  expected: 'proved',
});
