import { adapter as authorityExchange } from '../../../adapters/authority-exchange/adapter.ts';
import { adapter as eclipse } from '../../../adapters/eclipse/adapter.ts';
import { adapter as ehm } from '../../../adapters/ehm/adapter.ts';
import { adapter as lcs } from '../../../adapters/lcs/adapter.ts';
import { adapter as liberi } from '../../../adapters/liberi/adapter.ts';
import { adapter as mosaic } from '../../../adapters/mosaic/adapter.ts';
import { adapter as policeCompact } from '../../../adapters/police-compact/adapter.ts';
import { adapter as policeIntelligence } from '../../../adapters/police-intelligence/adapter.ts';
import { adapter as ssda903 } from '../../../adapters/ssda903/adapter.ts';
import type { Adapter } from '../../../src/ingest/adapter-contract.ts';

/** The adapters of every source the demonstration writes files of. */
export const ADAPTERS: ReadonlyMap<string, Adapter> = new Map(
  [authorityExchange, eclipse, ehm, lcs, liberi, mosaic, policeCompact, policeIntelligence, ssda903].map((adapter): [string, Adapter] => [adapter.manifest.id, adapter]),
);
