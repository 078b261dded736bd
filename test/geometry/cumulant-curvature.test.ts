import { expect, it } from 'vitest';
import { categorical, normal } from '../../src/families/index.ts';
import {
  amariChentsov,
  amariChentsovTrace,
  raisedAmariChentsov,
  ricciFromCumulants,
  scalarCurvature,
} from '../../src/geometry/index.ts';
import { componentsOf, exactGeometry, exactModel, exactTensor } from '../../src/interpret/index.ts';
import { coefficient, define, minus, product, sum, tensor } from '../../src/notation/index.ts';
import { tuples, withoutSymmetries } from './sample-metrics.ts';

const { field, ...model } = exactModel(categorical(3));
const { metric, inverseMetric, scalar } = exactGeometry({ field, ...model });
const third = exactTensor({ field, ...model }, amariChentsov);
const raised = componentsOf({ field, tensors: { inverseMetric, amariChentsov: third } }, raisedAmariChentsov);
const trace = componentsOf({ field, tensors: { raisedAmariChentsov: raised } }, amariChentsovTrace);
const tensors = { metric, inverseMetric, amariChentsov: third, raisedAmariChentsov: raised, amariChentsovTrace: trace };

it('the trace of the Ricci tensor from cumulants is (|T|^2 - |tau|^2) / 4, T and tau contracted in full', () => {
  const up = (a: string, b: string) => tensor('inverseMetric', `^${a}${b}`);
  const squares = define({
    name: 'squares',
    symbol: 'R',
    places: '',
    formula: product(
      coefficient(1, 4),
      sum(
        product(
          tensor('amariChentsov', '_ijk'),
          up('i', 'a'),
          up('j', 'b'),
          up('k', 'c'),
          tensor('amariChentsov', '_abc'),
        ),
        minus(product(tensor('amariChentsovTrace', '_i'), up('i', 'j'), tensor('amariChentsovTrace', '_j'))),
      ),
    ),
  });
  const ricci = componentsOf({ field, tensors }, ricciFromCumulants);
  const traced = componentsOf({ field, tensors: { inverseMetric, ricci } }, scalarCurvature).at([]);
  expect(componentsOf({ field, tensors }, squares).at([])).toEqual(traced);
  // A simplex of three outcomes is a sphere of radius 2: twice its Gaussian curvature 1/4. The opposite sign fails.
  expect(traced).toEqual(field.fromRational({ numerator: 1, denominator: 2 }));
  expect(traced).toEqual(scalar.at([]));
});

it('the declared symmetries hold for the formulas without them', () => {
  for (const definition of [raisedAmariChentsov, ricciFromCumulants]) {
    const [declared, plain] = [definition, withoutSymmetries(definition)].map((d) =>
      componentsOf({ field, tensors }, d),
    );
    for (const at of tuples(2, definition.indices.length)) expect(plain.at(at)).toEqual(declared.at(at));
  }
});

it('the trace of the Amari-Chentsov tensor of the normal family is (0, 6/sigma): g^jk T_sigma,jk = 2/sigma + 4/sigma', () => {
  // T_sigma,mu,mu = 2/sigma^3, T_sigma^3 = 8/sigma^3, g = diag(1, 2)/sigma^2.
  const own = exactModel(normal());
  const geometry = exactGeometry(own);
  const amari = exactTensor(own, amariChentsov);
  const world = { field: own.field, tensors: { inverseMetric: geometry.inverseMetric, amariChentsov: amari } };
  const up = componentsOf(world, raisedAmariChentsov);
  const tau = componentsOf({ field: own.field, tensors: { raisedAmariChentsov: up } }, amariChentsovTrace);
  expect(tau.at([0])).toEqual(own.field.zero);
  expect(tau.at([1])).toEqual(own.field.divide(own.field.fromInteger(6), own.field.symbol('sigma')));
});
