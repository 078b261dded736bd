import type { Rational } from '../algebra/index.ts';
import type { ClosedForm, Jet, Jets } from '../calculus/index.ts';
import type { Family, Point } from '../families/index.ts';
import {
  type ExactField,
  exactManifold,
  exactModel,
  exactScalarAt,
  familyManifoldAt,
  givenManifold,
  givenManifoldAt,
  type Manifold,
} from '../interpret/index.ts';
import type { DeriveEvent, DeriveRequest } from './derive-request.ts';
import { coordinatesOf, densityHeading, subjectOf, titleOf } from './subject.ts';
import type { SubjectRequest } from './subject-request.ts';

/** A manifold at a point; a coarser one beside it where expectations are numeric. */
export type AtJets = Manifold<Jet> & { readonly field: Jets };

/** A manifold in closed form. */
export type ExactManifold = Manifold<ClosedForm> & { readonly field: ExactField };

/** What there is to derive from, in closed form or at a point. */
export interface Source {
  readonly event: DeriveEvent & { readonly kind: 'family' | 'metric-file' };
  readonly exact: () => ExactManifold;
  readonly at: (point: Point, derivatives: number) => AtJets;
  /** The scalar curvature at the point as an exact number, where it is known without a closed form. */
  readonly exactScalar?: (point: Point) => Rational | undefined;
}

/** Of a family that is not regular, -E[Hessian] is shown beside the metric. */
export function isNonRegular({ event }: Source): boolean {
  return event.kind === 'family' && event.nonRegular !== undefined;
}

function regularity({ nonRegular }: Family): { readonly nonRegular?: string } {
  return nonRegular === undefined ? {} : { nonRegular };
}

function nonRegularShown(format: DeriveRequest['format'], { nonRegular }: Family): string {
  if (nonRegular === undefined || format === 'json') return '';
  const remark = `not a regular family: ${nonRegular}. The metric is E[score score^T], which differs from -E[Hessian].`;
  return format === 'latex' ? `% ${remark}\n` : `${remark}\n`;
}

/** What a request is about. Throws {@link InputError} for what cannot be built. */
export function sourceOf(request: SubjectRequest & Pick<DeriveRequest, 'format'>): Source {
  const subject = subjectOf(request);
  const coordinates = coordinatesOf(subject);
  const shown = request.format === 'text' ? titleOf(subject) : '';
  if (subject.kind === 'family') {
    const { family } = subject;
    return {
      event: {
        kind: 'family',
        name: family.name,
        coordinates,
        ...regularity(family),
        ...(Object.keys(subject.composition).length === 0 ? {} : { composition: subject.composition }),
        ...densityHeading(subject),
        shown: `${shown}${nonRegularShown(request.format, family)}`,
      },
      exact: () => exactManifold(exactModel(family)),
      at: (point, derivatives) => familyManifoldAt(family, point, derivatives),
      exactScalar: (point) => exactScalarAt(family, point),
    };
  }
  const { file, metric } = subject;
  return {
    event: { kind: 'metric-file', file, coordinates, shown },
    exact: () => givenManifold(metric),
    at: (point, derivatives) => givenManifoldAt(metric, point, derivatives),
  };
}
