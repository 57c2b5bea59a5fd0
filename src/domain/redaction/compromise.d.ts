/** What is used of the library and no more: its own types leave open what it answers. */
declare module 'compromise' {
  export interface Heard {
    readonly text: string;
    readonly offset: { readonly start: number; readonly length: number };
  }
  export interface Term extends Heard {
    readonly normal: string;
    readonly tags: readonly string[];
  }
  interface Selection {
    json(wanted: { readonly offset: true }): Heard[];
  }
  interface Read {
    people(): Selection;
    places(): Selection;
    terms(): { json(wanted: { readonly offset: true }): { readonly terms: readonly Term[] }[] };
  }
  const nlp: { (text: string): Read; model(): { readonly one: { readonly lexicon: Readonly<Record<string, unknown>> } } };
  export { nlp as default };
}
