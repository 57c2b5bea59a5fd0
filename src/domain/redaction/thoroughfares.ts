/**
 * What a road is called at its end, and for short. Our own table, of what stands on street signs in England; words that
 * stand there as often for something else (hill, view, way, end) count only after a house's number.
 */
const ROADS: Readonly<Record<string, readonly string[]>> = {
  road: ['rd'], street: ['str'], lane: ['ln'], avenue: ['ave', 'av'], close: ['cl'], drive: ['dr'], crescent: ['cres', 'cresc'], terrace: ['terr', 'tce'], grove: ['gr'],
  gardens: ['gdns'], court: ['ct', 'crt'], place: ['pl'], square: ['sq'], walk: ['wlk'], wharf: ['whf'], row: [], mews: [], parade: ['pde'], point: ['pt'], rise: [], green: [],
};

const WHOLE = new Map(Object.entries(ROADS).flatMap(([road, shortened]) => [road, ...shortened].map((word): [string, string] => [word, road])));

/** The word for a road in full, or the word itself. */
export function roadInFull(word: string): string {
  return WHOLE.get(word) ?? word;
}

/** Every way a road is written at its end. */
export const ROAD_WORDS: readonly string[] = [...WHOLE.keys(), 'st'];
/** Those which name a road only after a house's number. */
export const ROAD_WORDS_AFTER_A_NUMBER: readonly string[] = ['hill', 'view', 'way', 'end', 'park', 'yard', 'nook', 'quay', 'hey'];
