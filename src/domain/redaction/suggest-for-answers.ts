import type { Suggestion } from './suggest-redactions.ts';

/** One answer in somebody's own words, or a text; where it stands in the document is not told. */
export interface Passage {
  readonly question: string | null;
  readonly text: string;
}

/** A passage with what should go out of it, and as it reads with that gone. */
export interface SuggestedPassage extends Passage {
  readonly suggestions: readonly (Suggestion & { readonly passage: string })[];
  readonly draft: string;
}

/** No row of words, and no sentence, goes on from one answer into the next. */
const BETWEEN = '\n—\n';

/**
 * Suggests for several answers as for one document, so that the same person bears the same number in all of them; a document
 * made anew counts anew, and two are tied by no number.
 */
export function suggestForPassages(passages: readonly Passage[], suggest: (document: string) => readonly Suggestion[]): SuggestedPassage[] {
  const found = suggest(passages.map(({ text }) => text).join(BETWEEN));
  let began = 0;
  return passages.map((passage) => {
    const [start, end] = [began, began + passage.text.length];
    began = end + BETWEEN.length;
    const own = found.filter(({ from, until }) => Math.max(from, start) < Math.min(until, end));
    const suggestions = own.map((one) => {
      const [from, until] = [Math.max(one.from - start, 0), Math.min(one.until, end) - start];
      return { ...one, from, until, passage: passage.text.slice(from, until) };
    });
    return { ...passage, suggestions, draft: draftOf(passage.text, suggestions) };
  });
}

/** The text with a token for each passage; passages never overlap. */
function draftOf(text: string, suggestions: readonly Suggestion[]): string {
  return suggestions.toReversed().reduce((draft, { from, until, token }) => `${draft.slice(0, from)}${token}${draft.slice(until)}`, text);
}
