import { withSaid, type FactTree } from '../../exchange/render-contract-facts.ts';
import type { Outgoing } from '../../exchange/render-contract.ts';
import type { DraftObservation } from '../adapter-contract.ts';

/** What the adapter reads in a message; of its retractions those of a kind that was meant: a reader may take back more, of which nothing was ever said. */
export function factsRead(observations: readonly DraftObservation[], { withdrawn }: Outgoing): FactTree {
  const said = observations.filter(({ act }) => act !== 'retract');
  const taken = observations.filter(({ kind, payload }) => kind === 'retraction' && payload.scope === 'record').map(({ record: { kind, key } }) => `${kind} ${key}`);
  const meant = withdrawn.map(({ kind }) => `${kind} `);
  const of = (kind: string): FactTree[] => byKey(said.filter(({ record }) => record.kind === kind));
  return {
    act: [...new Set(said.map(({ act }) => act))].join(),
    subject: [...new Set(observations.map(({ subjectKey }) => subjectKey))].join(),
    withdrawn: taken.filter((record) => meant.some((kind) => record.startsWith(kind))),
    person: Object.assign({}, ...said.filter(({ kind }) => kind === 'person').map(({ payload }) => payload)) as object,
    episode: of('episode'),
    offer: of('offer'),
    interview: of('interview')[0],
    intelligence: of('intelligence')[0],
    assessmentAsked: said.find(({ kind }) => kind === 'assessmentAsked')?.payload ?? null,
  };
}

/** What is said of each record: of an offer or item itself beside its key, of what happened in it under the kind. */
function byKey(observations: readonly DraftObservation[]): FactTree[] {
  const records = [...Map.groupBy(observations, ({ record }) => record.key)];
  return records.map(([key, all]) => {
    const own = all.filter(({ kind, record }) => kind === record.kind).map(({ payload }) => payload);
    const inside = [...Map.groupBy(all.filter(({ kind, record }) => kind !== record.kind), ({ kind }) => kind)];
    const below = inside.map(([kind, some]) => [kind, belowOf(kind, some.map(({ payload }) => payload))]);
    return Object.assign({ key }, ...own, Object.fromEntries(below)) as FactTree;
  });
}

function belowOf(kind: string, payloads: readonly object[]): unknown {
  if (kind === 'status' || kind === 'attempt') {
    return payloads;
  }
  const [first] = payloads;
  return kind === 'located' || kind === 'returned' ? withSaid(first) : first;
}
