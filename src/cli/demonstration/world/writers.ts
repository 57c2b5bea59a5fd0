import type { DemonstrationDocument } from '../demonstration-document.ts';
import type { World } from './world.ts';
import { writeEclipse } from './write-eclipse.ts';
import { writeEhm } from './write-ehm.ts';
import { writeExchange } from './write-exchange.ts';
import { writeIntelligence } from './write-intelligence.ts';
import { writeLcs } from './write-lcs.ts';
import { writeLiberi } from './write-liberi.ts';
import { writeMosaic } from './write-mosaic.ts';
import { writePolice } from './write-police.ts';
import { writeReturn, type ReturnRows } from './write-ssda903.ts';

type Writer = (world: World) => DemonstrationDocument[];

/** Who writes files about the world, in the order in which they are sent; one more source is one more line. */
const WRITERS: readonly Writer[] = [writeEclipse, writeEhm, writeMosaic, writeLcs, writeLiberi, writePolice, writeIntelligence, writeExchange];

/** Rows of each authority's yearly return that other stories need. */
export interface OtherRows {
  readonly northmere: ReturnRows;
  readonly southvale: ReturnRows;
}

/** Everything the systems of the invented world sent, in order. */
export function writeWorld(world: World, others: OtherRows): DemonstrationDocument[] {
  const returns = [...writeReturn(world, 'northmere', others.northmere), ...writeReturn(world, 'southvale', others.southvale)];
  return [...returns, ...WRITERS.flatMap((write) => write(world))];
}
