import type { DemonstrationDocument } from '../../../src/cli/demonstration/demonstration-document.ts';
import { makeChild } from '../../../src/cli/demonstration/world/make-child.ts';
import type { World, WorldChild } from '../../../src/cli/demonstration/world/world.ts';
import { writeEclipse } from '../../../src/cli/demonstration/world/write-eclipse.ts';
import { writeEhm } from '../../../src/cli/demonstration/world/write-ehm.ts';
import { writeLcs } from '../../../src/cli/demonstration/world/write-lcs.ts';
import { writeLiberi } from '../../../src/cli/demonstration/world/write-liberi.ts';
import { writeMosaic } from '../../../src/cli/demonstration/world/write-mosaic.ts';
import { writePolice } from '../../../src/cli/demonstration/world/write-police.ts';
import { inventedName } from '../invented-name.ts';

/** Whole families: every fifth child is the brother or sister of the one before. */
const CHILDREN = 25;
const WRITERS = [writeEclipse, writeEhm, writeMosaic, writeLcs, writeLiberi, writePolice] as const;

/**
 * The files about the next twenty-five invented children and all their episodes: of two authorities' five systems and one
 * force, with what usually goes wrong on the way. The same place is the same files.
 */
export function backfillDocuments(place: number, now: number): DemonstrationDocument[] {
  const children: WorldChild[] = [];
  for (let number = place * CHILDREN + 1; number <= (place + 1) * CHILDREN; number += 1) {
    children.push(named(makeChild({ seed: 'back-fill', now, number, elder: children.at(-1) ?? null })));
  }
  const world: World = { seed: `back-fill ${String(place)}`, now, children, mistaken: [] };
  return WRITERS.flatMap((write) => write(world)).map((document) => ({ ...document, name: `${String(place)}-${document.name}` }));
}

/** The few surnames of the demonstration would be borne by a hundred children each; brothers and sisters share theirs. */
function named(child: WorldChild): WorldChild {
  const family = child.number % 5 === 0 ? child.number - 1 : child.number;
  return { ...child, familyName: inventedName(family, 2741) };
}
