/** A piece of HTML that is known to be well-formed; plain text becomes one only by being escaped. */
export interface Markup {
  readonly markup: string;
}

type Filling = Markup | string | number | readonly Markup[];

/** Builds HTML from a template: texts and numbers that are filled in are escaped, pieces of markup are not. */
export function html(template: TemplateStringsArray, ...fillings: readonly Filling[]): Markup {
  return { markup: String.raw({ raw: template }, ...fillings.map(markupOf)) };
}

function markupOf(filling: Filling): string {
  if (typeof filling === 'string' || typeof filling === 'number') return escaped(String(filling));
  return 'markup' in filling ? filling.markup : filling.map((piece) => piece.markup).join('');
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
