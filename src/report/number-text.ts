const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A number for reading, to so many significant digits: plain between 10^-3 and 10^6, else as in 1.2×10⁻⁹. */
export function numberText(value: number, digits = 4): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'not a number' : value > 0 ? '∞' : '−∞';
  if (value === 0) return '0';
  const [mantissa, exponentText] = Math.abs(value)
    .toExponential(digits - 1)
    .split('e') as [string, string];
  const exponent = Number(exponentText);
  const sign = value < 0 ? '−' : '';
  if (exponent < -3 || exponent > 5) return `${sign}${mantissa}×10${superscript(exponent)}`;
  return sign + Math.abs(value).toFixed(Math.max(0, digits - 1 - exponent));
}

/**
 * An estimate with its standard error, the error to two significant digits and the value to the same decimal place;
 * with a power of ten where digits to the left of that place would have to be invented.
 */
export function estimateText(value: number, standardError: number): string {
  if (!(standardError > 0) || !Number.isFinite(value)) return `${numberText(value)} ± ${numberText(standardError, 2)}`;
  const magnitude = Math.floor(Math.log10(Math.max(Math.abs(value), standardError)));
  const last = Math.floor(Math.log10(standardError)) - 1;
  if (magnitude > 5 || magnitude < -3 || last > 1) {
    const scale = 10 ** magnitude;
    const decimals = Math.max(0, magnitude - last);
    return `(${fixed(value / scale, decimals)} ± ${fixed(standardError / scale, decimals)})×10${superscript(magnitude)}`;
  }
  const decimals = Math.max(0, -last);
  return `${fixed(value, decimals)} ± ${fixed(standardError, decimals)}`;
}

/** A whole number with thin spaces between groups of three, as in 25 450. */
export function countText(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '\u202f');
}

function fixed(value: number, decimals: number): string {
  return (value < 0 ? '−' : '') + Math.abs(value).toFixed(Math.min(decimals, 100));
}

function superscript(exponent: number): string {
  return (
    (exponent < 0 ? '⁻' : '') + [...String(Math.abs(exponent))].map((digit) => superscripts[Number(digit)]).join('')
  );
}
