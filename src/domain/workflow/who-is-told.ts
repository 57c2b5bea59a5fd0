import type { FigureValue, Practice, ToldOf, ToldWho } from '../authority/practice.ts';
import type { ChildGroup } from '../clocks/clock.ts';
import { momentsOf } from '../clocks/moments.ts';
import { peopleNamed } from '../decision/named-people.ts';
import type { Relation, Relations } from '../fold/relation.ts';
import type { Span } from '../interval/compare-intervals.ts';
import type { ReturnStepKind } from '../interview/return-steps.ts';

/** Somebody who is to be told of an episode, and whether they were. */
export interface ToBeTold {
  readonly who: ToldWho;
  readonly of: ToldOf;
  /** Agency ids, or people as `person@agency`; empty: nobody is recorded as that. */
  readonly recipients: readonly string[];
  /** Null: this reader may not see what was told. */
  readonly told: boolean | null;
  /** Authority and paragraph. */
  readonly source: string;
  readonly asks: Duty['asks'];
}

/** What of an episode decides who is told of it; steps null: not for this reader. */
export interface ToldEpisode {
  readonly returned: readonly (Span | null)[];
  readonly interviewed: readonly (Span | null)[];
  readonly groups: readonly ChildGroup[];
  readonly steps: readonly { readonly step: ReturnStepKind; readonly addressee: string | null; readonly at: Span }[] | null;
  readonly now: number;
}

type Around = Pick<Relations, 'named' | 'responsible' | 'hosts' | 'providers' | 'partners'>;
type Duty = FigureValue<'toBeTold'>[number];

/** Who is to be told by the practice: of the child being missing always, of the return and of the interview once they have been. */
export function whoIsToBeTold(episode: ToldEpisode, relations: Around, { figures }: Pick<Practice, 'figures'>): ToBeTold[] {
  const duties = (figures.toBeTold?.value ?? []).filter((duty) => isDue(duty, episode));
  return duties.flatMap((duty) => {
    const recipients = recipientsOf(duty.who, relations, episode.now);
    return recipients.length === 0 && mayHaveNone(duty.who, episode) ? [] : [{ who: duty.who, of: duty.of, recipients, told: wasTold(duty, recipients, episode), source: duty.paragraph, asks: duty.asks }];
  });
}

/** Only a child with a protection plan has a coordinator of it, and only one who is looked after surely has a social worker. */
function mayHaveNone(who: ToldWho, { groups }: ToldEpisode): boolean {
  return who === 'CP_COORDINATOR' || (who === 'SOCIAL_WORKER' && !groups.includes('LOOKED_AFTER'));
}

function isDue({ of, child }: Duty, { returned, interviewed, groups }: ToldEpisode): boolean {
  const happened = { MISSING: true, RETURNED: returned.length > 0, INTERVIEWED: interviewed.length > 0 };
  return happened[of] && (child === 'EVERY_CHILD' || groups.includes(child));
}

function recipientsOf(who: ToldWho, { named, responsible, hosts, providers, partners }: Around, now: number): string[] {
  const standing = (relations: readonly Relation[]): string[] => [...new Set(relations.filter((relation) => holds(relation, now)).map(({ agency }) => agency))].sort();
  const those: Readonly<Record<ToldWho, readonly Relation[]>> = {
    PROFESSIONALS: [...peopleNamed(named, 'SOCIAL_WORKER'), ...partners],
    IRO: peopleNamed(named, 'IRO'),
    CP_COORDINATOR: peopleNamed(named, 'CP_COORDINATOR'),
    SOCIAL_WORKER: peopleNamed(named, 'SOCIAL_WORKER'),
    PLACING_SOCIAL_WORKER: peopleNamed(named, 'SOCIAL_WORKER'),
    HOST_AUTHORITY: hosts,
    PROVIDER: providers,
    FRONT_DOOR: responsible,
  };
  return standing(those[who]);
}

function holds({ from, until }: Relation, now: number): boolean {
  return (from === null || from <= now) && (until === null || now < until);
}

/** Everybody is told who is recorded; where nobody is, somebody of that name. Of the return one is told after it. */
function wasTold(duty: Duty, recipients: readonly string[], { steps, returned, interviewed, now }: ToldEpisode): boolean | null {
  if (steps === null) {
    return null;
  }
  const since = { MISSING: [], RETURNED: returned, INTERVIEWED: interviewed }[duty.of];
  const words = steps.filter(({ step, at }) => at.from <= now && KINDS[duty.who].includes(step) && mayFollow(at, since));
  const told = (recipient: string): boolean => words.some(({ step, addressee }) => addressee === recipient || addressee === duty.who || step === 'PLACING_WORKER_TOLD');
  return recipients.length === 0 ? told(duty.who) : recipients.every(told);
}

const TOLD_STEPS: readonly ReturnStepKind[] = ['PROFESSIONAL_TOLD'];
const KINDS: Readonly<Record<ToldWho, readonly ReturnStepKind[]>> = {
  PROFESSIONALS: TOLD_STEPS,
  IRO: TOLD_STEPS,
  CP_COORDINATOR: TOLD_STEPS,
  SOCIAL_WORKER: TOLD_STEPS,
  PLACING_SOCIAL_WORKER: [...TOLD_STEPS, 'PLACING_WORKER_TOLD'],
  HOST_AUTHORITY: TOLD_STEPS,
  PROVIDER: TOLD_STEPS,
  FRONT_DOOR: TOLD_STEPS,
};

/** Whether a word can have been given after one of these; a time that no source states can be any. */
function mayFollow(at: Span, since: readonly (Span | null)[]): boolean {
  return since.length === 0 || since.some((time) => time === null || momentsOf(at).last >= momentsOf(time).first);
}
