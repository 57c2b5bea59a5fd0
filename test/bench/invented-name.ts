const SYLLABLES = ['ba', 'ker', 'lin', 'mo', 'tas', 'ved', 'fin', 'gro', 'hul', 'jep', 'zor', 'wes', 'pik', 'nad', 'cru', 'dol'];

/** An invented name that sounds unlike the next child's, as names do: four thousand of them. */
export function inventedName(number: number, factor: number): string {
  const place = number * factor;
  const [first = '', second = '', third = ''] = [place, place >> 4, place >> 8].map((at) => SYLLABLES[at & 15]);
  return `${first.charAt(0).toUpperCase()}${first.slice(1)}${second}${third}`;
}
