/** Columns of text under their headings, two spaces apart and indented by two; ends with a newline. */
export function textTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = headings.map((heading, i) => Math.max(heading.length, ...rows.map((row) => (row[i] ?? '').length)));
  const line = (cells: readonly string[]): string =>
    `  ${widths.map((width, i) => (cells[i] ?? '').padEnd(width)).join('  ')}`.trimEnd();
  return `${[headings, widths.map((width) => '-'.repeat(width)), ...rows].map(line).join('\n')}\n`;
}
