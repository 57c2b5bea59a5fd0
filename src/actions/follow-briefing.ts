import { briefingSections, type BriefingSections } from '../domain/briefing/briefing-sections.ts';
import { DAY } from '../domain/interval/durations.ts';
import type { Directory } from '../directory/directory.ts';
import type { ReadRequest } from '../gate/read-request.ts';
import type { BriefingEntry } from './briefing-entry.ts';
import { briefingWanted, type BriefingWanted } from './briefing-wanted.ts';
import type { Followed } from './follow.ts';
import { mustBeAuthority, placedEntry, showsChild } from './read-briefing.ts';

/** One entry of the briefing that reads otherwise than before, and the list it stands in now. */
export interface BriefingChange {
  readonly authority: string;
  readonly list: keyof BriefingSections<unknown>;
  readonly entry: BriefingEntry;
}

/** What is asked of the entries of one authority's briefing. */
export interface BriefingFollowing {
  readonly authority: string;
  readonly entries: BriefingWanted;
  /** Whose answer on the briefing is the reader's own. */
  readonly agency: string;
  readonly operation: ReadRequest['operation'];
  readonly now: number;
}

/** The briefing of one authority, entry by entry as each comes to it or changes; nothing is told of one that leaves it. */
export function followBriefing(directory: () => Directory, { authority, entries, agency, operation, now: began }: BriefingFollowing): Followed<BriefingChange> {
  mustBeAuthority(directory(), authority);
  return {
    operation,
    // From one instant on, however long it is followed: that rows grow old is no news.
    wanted: briefingWanted(entries, began),
    root: (ids, now) => ({ name: 'briefing', authority, returnedSince: now - DAY, ...(ids !== null && { ids }) }),
    touched: (heard) => (heard.kind === 'PICTURE' ? heard.children : []),
    tellsFirst: false,
    told: (row, now) => (showsChild(row) ? changeOf(authority, placedEntry(row, directory(), { at: now, agency })) : null),
  };
}

function changeOf(authority: string, placed: ReturnType<typeof placedEntry>): BriefingChange | null {
  const sections = Object.entries(briefingSections([placed], ({ facts }) => facts));
  const list = sections.find(([, those]) => (those as readonly unknown[]).length > 0)?.[0];
  // The names of the sections are its keys.
  return list === undefined ? null : { authority, list: list as keyof BriefingSections<unknown>, entry: placed.entry };
}
