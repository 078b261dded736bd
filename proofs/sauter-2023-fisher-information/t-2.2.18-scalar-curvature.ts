import { calculation, categorical, normal } from 'fisher-rao';

export const scalarCurvature = calculation({
  family: normal(),
  label: 'T-2.2.18',
  title: 'R = g^ij R^m_imj: for the normal family -1, with Ric = -g/2',
  claim:
    'ricci(mu, mu)/metric(mu, mu) + ricci(sigma, sigma)/metric(sigma, sigma) = scalar = -1 = 2*ricci(mu, mu)/metric(mu, mu)',
  expected: 'proved',
});

export const scalarCurvatureOfTheTrinomial = calculation({
  family: categorical(3),
  label: 'T-2.2.18/trinomial',
  title: 'for the trinomial family 1/2',
  claim: 'scalar = 1/2',
  expected: 'proved',
});

export const flatPlane = calculation({
  label: 'T-2.2.18/plane',
  title: 'for the plane in polar coordinates 0',
  metric: {
    coordinates: { r: 'positive', phi: 'real' },
    entries: [
      ['1', '0'],
      ['0', 'r^2'],
    ],
  },
  claim: 'scalar = 0',
  expected: 'proved',
});
