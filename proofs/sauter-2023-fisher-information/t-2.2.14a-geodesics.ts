import { calculation, calculus, experiment, geodesicFrom, metricSpace } from 'fisher-rao';

const unitSphere = metricSpace({
  coordinates: ['theta', 'phi'],
  constants: [],
  entries: [
    ['1', '0'],
    ['0', 'sin(theta)^2'],
  ].map((row) => row.map((text) => calculus.parseExpression(text))),
});

export const geodesics = experiment({
  label: 'T-2.2.14a',
  title:
    'geodesics are the shortest curves between their ends (as printed): three quarters of the equator, a solution of the geodesic equation',
  claim: 'the length of the geodesic <= the distance of its ends, and its end is that of the equation',
  expected: 'refuted',
  relation: 'atMost',
  instances: [{ length: (3 * Math.PI) / 2 }],
  evaluate: ({ length }) => {
    const ray = geodesicFrom(unitSphere, { from: [Math.PI / 2, 0], direction: [0, 1], length, times: [1] }, 'equation');
    const [theta, phi] = ray.points[0].values;
    // The nearer way from (pi/2, 0) to the point where it ended.
    const distance = Math.acos(Math.sin(theta) * Math.cos(phi));
    return { left: length, right: distance };
  },
});

const sphere = {
  metric: {
    coordinates: { theta: 'real', phi: 'real' },
    entries: [
      ['1', '0'],
      ['0', 'sin(theta)^2'],
    ],
  },
} as const;

export const geodesicEquation = calculation({
  ...sphere,
  label: 'T-2.2.14a/repaired',
  title:
    'they solve the geodesic equation, as the equator does whatever its length: Gamma^theta_phiphi = -sin cos vanishes there',
  // theta'' + Gamma^theta_phiphi phi'^2 = 0 with constant theta and phi' = 1.
  claim: 'christoffel(theta, phi, phi) + sin(theta)*cos(theta) = 0 = christoffel(phi, phi, phi)',
  expected: 'proved',
});

export const normalDistance = experiment({
  label: 'T-2.2.14a/normal',
  title: 'the distance from (0, 1) to (2, 1) in the normal family is sqrt(2) arcosh 2 = 1.862460',
  claim: 'the length of the ellipse (mu - 1)^2/2 + sigma^2 = 3/2 between them = sqrt(2) arcosh 2',
  expected: 'supported',
  tolerance: 1e-9,
  instances: [{ steps: 200_000 }],
  evaluate: ({ steps }) => {
    const radius = Math.sqrt(1.5);
    const end = Math.acos(1 / Math.sqrt(3)); // mu = 1 + sqrt(2) radius cos, sigma = radius sin
    const [from, to] = [Math.PI - end, end];
    let length = 0;
    for (let k = 0; k < steps; k++) {
      const angle = from + ((k + 0.5) * (to - from)) / steps;
      const mu = -Math.SQRT2 * radius * Math.sin(angle);
      const sigma = radius * Math.cos(angle);
      length += (Math.sqrt(mu ** 2 + 2 * sigma ** 2) / (radius * Math.sin(angle))) * (Math.abs(to - from) / steps);
    }
    return { left: length, right: Math.SQRT2 * Math.acosh(2) };
  },
});
