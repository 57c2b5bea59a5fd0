import { decisionsUnder, pairsDecidedOn } from '../store/write/decision-store.ts';
import { connectedRecords, type NamedKey } from '../domain/fold/connected-records.ts';
import { crowdedIdentifiers, isIdentifier } from '../domain/fold/crowded-identifiers.ts';
import { fold } from '../domain/fold/fold.ts';
import { touchKeys, type TouchKey } from '../domain/fold/touch-keys.ts';
import { asWriter } from '../store/database.ts';
import { observationsUnder } from '../store/write/load-closure.ts';
import { missingTogether, missingWith } from '../store/write/missing-together.ts';
import { namesTold } from '../store/write/sent-content-store.ts';
import { comparePicture, shownChildren, type PictureChanges } from '../store/write/picture-store.ts';
import { inTurn } from './in-turn.ts';
import { foldContext, type IngestServices } from './ingest-services.ts';

/**
 * What folding everything again would change, a portion at a time. Which records belong together is found out first and
 * kept in memory, as nothing may be written; what is taken in meanwhile may count as a difference.
 */
export async function* refoldDifference(services: IngestServices, records: readonly string[], atATime: number): AsyncGenerator<PictureChanges> {
  const keys = await keysOf(services, records, atATime);
  const crowded = crowdedIdentifiers(keys.filter(isIdentifier));
  const shown = await asWriter(services.database, shownChildren);
  const decided = (await asWriter(services.database, pairsDecidedOn)).map(({ first, second }) => ({ records: [first, second], name: `decided ${first} ${second}` }));
  const ties: NamedKey[] = [
    ...keys.map(({ record, kind, value }) => ({ record, name: `${kind} ${value}` })).filter(({ name }) => !crowded.has(name)),
    ...shown.map(({ record, child }) => ({ record, name: `shown ${child}` })),
    ...decided.flatMap(({ records: both, name }) => both.map((record) => ({ record, name }))),
  ];
  for (const together of portionsOf(connectedRecords(records, ties), atATime)) {
    yield await inTurn(services, async (em) => {
      const said = [...(await observationsUnder(em, together)).values()].flat();
      const decisions = await decisionsUnder(em, together);
      const beside = missingWith(await missingTogether(em, together));
      const told = await namesTold(em, together);
      return comparePicture(em, together, fold(said, foldContext(services), { crowdedElsewhere: crowded, told, decisions, together: beside }));
    });
  }
}

async function keysOf(services: IngestServices, records: readonly string[], atATime: number): Promise<(TouchKey & { record: string })[]> {
  const keys: (TouchKey & { record: string })[] = [];
  for (let start = 0; start < records.length; start += atATime) {
    const under = await asWriter(services.database, (em) => observationsUnder(em, records.slice(start, start + atATime)));
    under.forEach((said, record) => keys.push(...touchKeys(said, foldContext(services)).map((key) => ({ record, ...key }))));
  }
  return keys;
}

/** Groups stay whole, so a portion may be larger where one of them is. */
function portionsOf(groups: readonly string[][], atATime: number): string[][] {
  const portions: string[][] = [];
  for (const group of groups) {
    const last = portions.at(-1);
    if (last !== undefined && last.length + group.length <= atATime) {
      last.push(...group);
    } else {
      portions.push([...group]);
    }
  }
  return portions;
}
