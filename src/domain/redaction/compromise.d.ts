/** What is used of the library and no more: its own types leave open what it answers. */
declare module 'compromise' {
  export interface Heard {
    readonly text: string;
    readonly offset: { readonly start: number; readonly length: number };
  }
  interface Selection {
    json(wanted: { readonly offset: true }): Heard[];
  }
  const nlp: (text: string) => { people(): Selection; places(): Selection };
  export { nlp as default };
}
