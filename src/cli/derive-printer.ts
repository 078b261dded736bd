import type { Context } from './command.ts';
import type { AtPoint, DeriveEvent } from './derive-request.ts';
import { isHeading, noBudget, type Outcome } from './derive-run.ts';

/** Prints events as they come, and at the end what did not. */
export interface Printer {
  event(event: DeriveEvent): void;
  end(outcome: Outcome): void;
}

/** Prints what events show, the heading with the first result: a request that fails has none. */
export function linePrinter({ write, note, format }: Context): Printer {
  const remark = format === 'latex' ? '% ' : '';
  let heading = '';
  const writeHeading = (): void => {
    if (heading !== '') write(heading);
    heading = '';
  };
  return {
    event: (event) => {
      if (isHeading(event)) heading += event.shown;
      else if (event.shown !== '') {
        writeHeading();
        write(event.shown);
      }
    },
    end: ({ missing, reason, refused }) => {
      writeHeading();
      if (reason === noBudget) write(`${remark}none: --budget 0\n`);
      else for (const quantity of missing) write(`${remark}${quantity}: ${reason}\n`);
      for (const message of new Set(Object.values(refused).map((refusal) => refusal.message))) {
        const quantities = Object.keys(refused).filter((quantity) => refused[quantity].message === message);
        note(`fisher-rao: ${quantities.join(', ')}: ${message}\n`);
      }
    },
  };
}

/** Prints one JSON object at the end. */
export function jsonPrinter({ write }: Context): Printer {
  const result: Record<string, unknown> = {};
  const at: Record<string, unknown> = {};
  const digits: Record<string, unknown> = {};
  let exact: AtPoint['exact'] = {};
  return {
    event: (event) => {
      if (event.kind === 'family') {
        const { name, coordinates, nonRegular, composition, density } = event;
        const remarks = {
          ...composition,
          ...(nonRegular === undefined ? {} : { nonRegular }),
          ...(density === undefined ? {} : { density }),
        };
        Object.assign(result, { family: name, coordinates, ...remarks });
      } else if (event.kind === 'metric-file')
        Object.assign(result, { file: event.file, coordinates: event.coordinates });
      else if (event.kind === 'closed-form') result[event.quantity] = event.text;
      else if (event.kind === 'kernels')
        result['kernels'] = event.kernels.map(({ name, arguments: names, text: meaning }) => ({
          name,
          arguments: names,
          meaning,
        }));
      else if (event.kind === 'refused') result[event.quantity] = null;
      else if (event.kind === 'digits-at') {
        digits[event.quantity] = event.text;
        Object.assign(at, { digits });
      } else if (event.kind === 'exact-at') {
        exact = { ...exact, [event.quantity]: event.text };
        Object.assign(at, { [event.quantity]: event.value, exact });
      } else {
        const { point, values, method, error, refused = {} } = event;
        if (event.exact !== undefined) exact = event.exact;
        const none = Object.fromEntries(Object.keys(refused).map((quantity) => [quantity, null]));
        const sharp = event.exact === undefined ? {} : { exact };
        Object.assign(at, { point, ...values, ...none, method, ...sharp, ...(error === undefined ? {} : { error }) });
        result['at'] = at;
      }
    },
    end: ({ missing, reason, refused }) => {
      for (const quantity of missing) result[quantity] = null;
      if (missing.length > 0) result['reason'] = reason;
      if (Object.keys(refused).length > 0)
        result['refused'] = Object.fromEntries(Object.entries(refused).map(([name, { message }]) => [name, message]));
      write(`${JSON.stringify(result)}\n`);
    },
  };
}
