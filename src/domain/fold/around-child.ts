import type { Decision } from '../decision/decision.ts';
import { allegedOf, parentsAndCarers } from '../decision/people-round.ts';
import { identifiersLeftIn } from '../redaction/identifiers-left-in.ts';
import { networkOf, type AroundChild, type MissingTogether } from '../redaction/network-of.ts';
import type { TellsSomebody } from '../redaction/redaction-state.ts';
import { textFor } from '../redaction/text-for.ts';
import type { FoldContext } from './fold-context.ts';
import type { KeptRecord } from './kept-record.ts';
import type { PlacementPicture } from './picture.ts';
import type { ProfilePicture } from './reported-picture.ts';
import { saidOfKind } from './stated-fields.ts';

/** All that is kept of one child that may tell who or where somebody is. */
export interface KeptAround {
  readonly persons: readonly KeptRecord[];
  readonly placements: readonly PlacementPicture[];
  readonly profiles: readonly ProfilePicture[];
  /** Records of the child's episodes. */
  readonly reported: readonly KeptRecord[];
  readonly interviews: readonly KeptRecord[];
  readonly intelligence: readonly KeptRecord[];
  /** Children missing together with the child. */
  readonly together: readonly MissingTogether[];
  /** What people decided on the child. */
  readonly decided: readonly Decision[];
}

/** Judges texts by everything the hub knows of the child, however it became known; gathered only once a text is to be judged. */
export function tellsSomebody(kept: KeptAround, { calledOf }: Pick<FoldContext, 'calledOf'>): TellsSomebody {
  let gathered: ReturnType<typeof gather> | null = null;
  return ({ text, ...to }) => {
    gathered ??= gather(kept, { calledOf });
    const { network, homes } = gathered;
    return identifiersLeftIn(text, network, textFor({ ...to, homes }, network.child, calledOf)).length > 0;
  };
}

function gather(kept: KeptAround, { calledOf }: Pick<FoldContext, 'calledOf'>): { readonly network: ReturnType<typeof networkOf>; readonly homes: AroundChild['homes'] } {
  const homes = kept.placements.map(({ homeName, provider, stated: { placementPostcode, homePostcode } }) => ({ homeName, provider, placementPostcode, homePostcode }));
  const network = networkOf({
    homes,
    persons: kept.persons.flatMap(({ said }) => saidOfKind(said, 'person')).map(({ payload }) => payload),
    profiles: kept.profiles.map(({ stated }) => stated),
    reports: kept.reported.flatMap(({ said }) => saidOfKind(said, 'report')).map(({ payload }) => payload),
    interviews: kept.interviews.flatMap(({ said }) => saidOfKind(said, 'interview').slice(-1)).map(({ payload: { answers, locating } }) => ({ namedPeople: answers.namedPeople ?? null, ...locating })),
    items: kept.intelligence.flatMap(({ said }) => saidOfKind(said, 'intelligence').slice(-1)).map(({ payload: { namedPeople, entities } }) => ({ namedPeople, entities: entities ?? [] })),
    together: kept.together,
    related: [...parentsAndCarers(kept.decided, calledOf), ...allegedOf(kept.decided, calledOf)],
    // Those who work with the child hold no text back.
    professionals: [],
  });
  return { network, homes };
}
