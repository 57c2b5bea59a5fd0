import { identifiersLeftIn } from './identifiers-left-in.ts';
import { networkOf } from './network-of.ts';

/** Is somebody of these named in a text that is to name nobody, such as the sanitised text of an item of intelligence? */
export function namesLeftIn(text: string, namedPeople: readonly { readonly name: string }[]): boolean {
  const network = networkOf({ persons: [], homes: [], profiles: [], reports: [], interviews: [], items: [{ namedPeople, entities: [] }], together: [], related: [], professionals: [] });
  return identifiersLeftIn(text, network, { audience: 'POLICE', names: [], addresses: [] }).length > 0;
}
