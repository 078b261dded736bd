import type { ModelSpace } from './model-space.ts';

/** One coordinate as a function of arc length and back, in closed form. */
export interface Line {
  /** A primitive of the root of the metric, in words. */
  readonly formula: string;
  /** The derivative of the arc length: the root of the metric. */
  readonly density: (x: number) => number;
  /** The arc length from some fixed point. */
  readonly arcLength: (x: number) => number;
  /** The coordinate at an arc length; `null` beyond an end of the line. */
  readonly coordinate: (arcLength: number) => number | null;
}

/** A coordinate that measures arc length itself, up to the factor: the metric is scale^2. */
export function evenLine(scale: number): Line {
  return {
    formula: 'constant metric',
    density: () => scale,
    arcLength: (x) => scale * x,
    coordinate: (s) => s / scale,
  };
}

/** The metric (scale x^half)^2 on x > 0: arc length is a power, or the logarithm for half = -1. */
export function powerLine(scale: number, half: number): Line {
  const density = (x: number): number => scale * x ** half;
  if (half === -1) {
    return {
      formula: 'the metric is proportional to x^-2, arc length to log(x)',
      density,
      arcLength: (x) => scale * Math.log(x),
      coordinate: (s) => Math.exp(s / scale),
    };
  }
  const order = half + 1;
  return {
    formula: `the metric is proportional to x^${2 * half}, arc length to x^${order}`,
    density,
    arcLength: (x) => (scale / order) * x ** order,
    coordinate: (s) => {
      const power = (order * s) / scale;
      return power > 0 ? power ** (1 / order) : null;
    },
  };
}

/** The metric (scale exp(rate x))^2 on the real line. */
export function exponentialLine(scale: number, rate: number): Line {
  return {
    formula: `the metric is proportional to exp(${2 * rate} x)`,
    density: (x) => scale * Math.exp(rate * x),
    arcLength: (x) => (scale / rate) * Math.exp(rate * x),
    coordinate: (s) => {
      const value = (rate * s) / scale;
      return value > 0 ? Math.log(value) / rate : null;
    },
  };
}

/** The metric scale^2/(x(1 - x)) on the unit interval: x = sin^2(s/(2 scale)), an arc of length pi scale. */
export function arcLine(scale: number): Line {
  return {
    formula: 'arc length 2 arcsin(sqrt(x)) times a constant',
    density: (x) => scale / Math.sqrt(x * (1 - x)),
    // atan2 keeps the digits of 1 - x near 1, which arcsin loses
    arcLength: (x) => 2 * scale * Math.atan2(Math.sqrt(x), Math.sqrt(1 - x)),
    coordinate: (s) => (s > 0 && s < Math.PI * scale ? Math.sin(s / (2 * scale)) ** 2 : null),
  };
}

/** The metric scale^2/(x^2(1 - x)) on the unit interval: 1 - x = tanh^2(s/(2 scale)), s > 0, growing towards x = 0. */
export function geometricLine(scale: number): Line {
  return {
    formula: 'arc length 2 artanh(sqrt(1 - x)) times a constant',
    density: (x) => scale / (x * Math.sqrt(1 - x)),
    arcLength: (x) => -2 * scale * Math.asinh(Math.sqrt((1 - x) / x)), // artanh(r) = arsinh(r/sqrt(1 - r^2))
    coordinate: (s) => (s < 0 ? 1 / Math.cosh(s / (2 * scale)) ** 2 : null),
  };
}

/** A line as a space of one dimension. */
export function lineSpace({ formula, density, arcLength, coordinate }: Line): ModelSpace {
  return {
    description: `one parameter, ${formula}`,
    distance: ([from], [to]) => Math.abs(arcLength(to) - arcLength(from)),
    direction: ([from], [to]) => [(arcLength(to) - arcLength(from)) / density(from)],
    between: ([from], [to], time) => {
      if (time === 0 || time === 1) return [time === 0 ? from : to]; // exactly, and rounding must not pass an end
      return [coordinate((1 - time) * arcLength(from) + time * arcLength(to)) as number];
    },
    along: ([from], [velocity], time) => {
      const x = coordinate(arcLength(from) + velocity * density(from) * time);
      return x === null ? null : [x];
    },
  };
}
