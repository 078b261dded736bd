import { atPoint } from './derive-at-point.ts';
import { closedFormEvents, exactlyAt } from './derive-closed-forms.ts';
import type { DeriveEvent, DeriveRequest } from './derive-request.ts';
import { sourceOf } from './derive-source.ts';
import { atPointShown } from './derive-text.ts';
import { parsedValues } from './subject.ts';

/** Carries out a request step by step; errors are those of the floors below. */
export function* deriveEvents(request: DeriveRequest): Generator<DeriveEvent> {
  const { at, format } = request;
  const source = sourceOf(request);
  const { coordinates } = source.event;
  const point = at === undefined ? undefined : parsedValues(at);
  const numbers = point === undefined ? undefined : atPoint(source, point, request);
  yield source.event;
  if (numbers !== undefined) {
    yield { kind: 'at', ...numbers, shown: atPointShown(format, coordinates, numbers) };
  }
  yield* closedFormEvents(
    source,
    request,
    point === undefined ? undefined : { point, exactly: exactlyAt(source, point, numbers?.refused) },
  );
}
