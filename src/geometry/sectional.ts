import { define, minus, product, sum, tensor } from '../notation/index.ts';

const [v, w] = [(place: string) => tensor('v', place), (place: string) => tensor('w', place)];

/** R(v, w, v, w) = R_klij v^k w^l v^i w^j: the sectional curvature of the plane of v and w, times its {@link planeArea}. */
export const planeCurvature = define({
  name: 'planeCurvature',
  symbol: 'R(v, w, v, w)',
  places: '',
  formula: product(v('^k'), w('^l'), v('^i'), w('^j'), tensor('loweredRiemann', '_klij')),
});

/** |v|^2 |w|^2 - <v, w>^2: the squared area of the parallelogram of v and w. */
export const planeArea = define({
  name: 'planeArea',
  symbol: '\\lvert v \\wedge w \\rvert^2',
  places: '',
  formula: product(
    v('^k'),
    w('^l'),
    v('^i'),
    w('^j'),
    sum(
      product(tensor('metric', '_ki'), tensor('metric', '_lj')),
      minus(product(tensor('metric', '_kj'), tensor('metric', '_li'))),
    ),
  ),
});
