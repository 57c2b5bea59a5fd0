import type { Directory } from '../directory/directory.ts';
import { HubError } from '../domain/errors.ts';
import { briefingSections, type BriefingSections } from '../domain/briefing/briefing-sections.ts';
import type { StrategyTriggers } from '../domain/authority/strategy-triggers.ts';
import type { Gate, ListRoot } from '../gate/gate.ts';
import type { ReadRequest, WantedTree } from '../gate/read-request.ts';
import type { Viewer } from '../policy/viewer.ts';
import { briefingEntry, type BriefingEntry, type BriefingRow } from './briefing-entry.ts';
import { briefingWanted, OWN, type BriefingWanted } from './briefing-wanted.ts';
import { DAY } from '../domain/interval/durations.ts';
import { ofDirectory } from './of-directory.ts';

/** The morning briefing of one authority, through the gate: what this viewer may see of it. */
export interface Briefing extends BriefingSections<BriefingEntry> {
  readonly authority: string;
  /** The instant its clocks stand at, epoch milliseconds. */
  readonly at: number;
  /** What the reader is to be told first. */
  readonly notices: readonly object[];
  /** What nobody has answered yet, as far as it is before this reader, or in their view. */
  readonly alerts: readonly object[];
  /** Concerns nobody has answered yet, that this reader may see. */
  readonly concerns: readonly object[];
  readonly quarantine: readonly object[];
  readonly sources: readonly object[];
}

/** What a reader asks of the briefing; a part whose tree is null is not read, and so not disclosed. */
export interface BriefingRequest {
  readonly authority: string;
  /** Moves the clocks over what is known now; null is now. It rewinds nothing. */
  readonly at: number | null;
  readonly now: number;
  readonly operation: ReadRequest['operation'];
  readonly entries: BriefingWanted | null;
  readonly notices: WantedTree | null;
  readonly alerts: WantedTree | null;
  readonly concerns: WantedTree | null;
  readonly quarantine: WantedTree | null;
  readonly sources: WantedTree | null;
}

interface BriefingServices {
  readonly gate: Gate;
  readonly directory: Directory;
}

/** Reads **every** child of the authority now missing or away whatever the risk, and those back in the last 24 hours. */
export async function readBriefing(services: BriefingServices, viewer: Viewer, request: BriefingRequest): Promise<Briefing> {
  mustBeAuthority(services.directory, request.authority);
  const at = request.at ?? request.now;
  const { authority, now, operation } = request;
  const read = async (root: ListRoot, wanted: WantedTree | null): Promise<readonly object[]> =>
    wanted === null ? [] : services.gate.rows(viewer, { root, wanted, operation, now });
  const wanted = request.entries === null ? null : briefingWanted(request.entries, at);
  const [notices, alerts, concerns, quarantine, rows, sources] = await Promise.all([
    read({ name: 'notices' }, request.notices),
    read({ name: 'alerts' }, request.alerts),
    read({ name: 'concerns' }, request.concerns),
    read({ name: 'quarantine', ids: null, authority }, request.quarantine),
    read({ name: 'briefing', authority, returnedSince: at - DAY }, wanted),
    read({ name: 'sources' }, request.sources),
  ]);
  const placed = rows.filter(showsChild).map((row) => placedEntry(row, services.directory, { at, agency: viewer.agency }));
  const sections = briefingSections(placed, ({ facts }) => facts);
  const entries = (those: readonly { entry: BriefingEntry }[]): BriefingEntry[] => those.map(({ entry }) => entry);
  return {
    authority,
    at,
    notices,
    alerts,
    concerns,
    quarantine,
    authorityUnknown: entries(sections.authorityUnknown),
    missing: entries(sections.missing),
    locatedNotBack: entries(sections.locatedNotBack),
    returned: entries(sections.returned),
    sources,
  };
}

/** Who the authorities are is no secret; a mistyped one must not look like an authority where nobody is missing. */
export function mustBeAuthority({ agencies }: Directory, authority: string): void {
  if (agencies.get(authority)?.kind !== 'AUTHORITY') {
    throw new HubError('BAD_INPUT', 'There is no authority of this id in the directory.');
  }
}

/** One row as an entry by the triggers and the practice of this directory, with the facts that decide its place. */
export function placedEntry(row: BriefingRow, directory: Directory, read: { readonly at: number; readonly agency: string }): ReturnType<typeof briefingEntry> {
  const triggersOf = (id: string): StrategyTriggers | null => directory.agencies.get(id)?.strategy ?? null;
  return briefingEntry(row, { ...read, triggersOf, ...ofDirectory(directory) });
}

/** The rows have the shape that `briefingWanted` asks for; an episode whose child the reader is not shown is no entry. */
export function showsChild(row: object): row is BriefingRow {
  return OWN.child in row && row[OWN.child] !== null;
}
