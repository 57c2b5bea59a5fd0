import type { FigureName, FigureValue } from './practice.ts';

type Said = null | string | number | boolean | readonly Said[] | { readonly [part: string]: Said };

/** The value of a figure as somebody reads it who did not write it: `at least 3, different times yes, outside core hours 1`. */
export function figureInWords(value: FigureValue<FigureName>): string {
  return inWords(value);
}

/** Parts of one thing are parted by commas, things of a list by semicolons. */
function inWords(said: Said): string {
  if (said === null) {
    return 'not said';
  }
  if (typeof said === 'boolean') {
    return said ? 'yes' : 'no';
  }
  if (Array.isArray(said)) {
    return said.length === 0 ? 'nobody' : said.map(inWords).join(said.some(isMany) ? '; ' : ' and ');
  }
  return typeof said === 'object' ? Object.entries(said).map(([part, one]) => `${plain(part)} ${inWords(one)}`).join(', ') : plain(String(said));
}

function isMany(said: Said): boolean {
  return typeof said === 'object' && said !== null;
}

/** `outsideCoreHours` and `PARENT_OR_CARER` as words; what is written as words already stays. */
function plain(name: string): string {
  if (/^[A-Z]+(_[A-Z]+)*$/.test(name)) {
    return name.toLowerCase().replaceAll('_', ' ');
  }
  return /^[a-z]+([A-Z0-9][a-z0-9]*)+$/.test(name) ? name.replaceAll(/[A-Z]|\d+/g, (part) => ` ${part.toLowerCase()}`) : name;
}
