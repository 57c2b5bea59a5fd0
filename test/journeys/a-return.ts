import type { Asker, RunningHub, Sending } from './a-running-hub.ts';
import { aTable } from './documents.ts';

/** What a viewer is shown of the one child of these journeys. */
export interface ReturnRead {
  readonly episodes: readonly unknown[];
  readonly interviews: readonly { readonly __typename: string; readonly state: string }[];
  readonly offers: readonly unknown[];
  /** All of it as it came over the wire. */
  readonly text: string;
}

const QUERY = `{ episodes(first: 10) { nodes { kind status circumstances statusChanges { status } child { id
  interviews(first: 5) { __typename state at { text } episodes { missingSince { text } } ... on FullInterview { reasons } }
  offers(first: 5) { outcome offeredTo } } } } }`;

interface Answered {
  readonly episodes: { readonly nodes: readonly { readonly child: { readonly interviews: ReturnRead['interviews']; readonly offers: readonly unknown[] } }[] };
}

/** Asks for every episode the viewer may see, with the interviews and offers of its child. */
export async function readsOf(hub: RunningHub, asker: Asker): Promise<ReturnRead> {
  const data = await hub.ask<Answered>(QUERY, asker);
  const { nodes } = data.episodes;
  const [first] = nodes;
  const episodes = nodes.map((episode) => ({ ...episode, child: undefined }));
  return { episodes, interviews: first?.child.interviews ?? [], offers: first?.child.offers ?? [], text: JSON.stringify(data) };
}

/** The authority's own return on a child born 8 March 2011, placed in a home since the spring. */
export function placedIn(authority: 'northmere' | 'southvale', urn: string): Sending[] {
  const as = `${authority}-903-client`;
  return [
    { ...aTable('header', 'C-58,2,08/03/2011,BCRB,J999126000004'), as },
    { ...aTable('episodes', `C-58,01/05/2025,S,C2,N1,K2,PR4,,,,ZZ2 7GG,ZZ2 5EE,${urn}`), as },
  ];
}
