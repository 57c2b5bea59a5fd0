import { Field, InputType } from 'type-graphql';
import type { EpisodeFilter as WantedEpisodes } from '../gate/read-request.ts';
import { DateTime } from './date-time.scalar.ts';
import { AbsenceKind, EpisodeStatus, Risk } from './trade-enums.type.ts';

@InputType({ description: 'Narrows a list of episodes; everything given must hold. A field left out or null narrows nothing.' })
export abstract class EpisodeFilter {
  @Field(() => Boolean, { nullable: true, description: 'Only open episodes, or only those that are over.' })
  abstract readonly open?: boolean | null;

  @Field(() => [EpisodeStatus], { nullable: true, description: 'Only episodes that stand in one of these.' })
  abstract readonly status?: readonly string[] | null;

  @Field(() => [AbsenceKind], { nullable: true, description: 'Only episodes that began as one of these.' })
  abstract readonly kind?: readonly string[] | null;

  @Field(() => [Risk], { nullable: true, description: 'Only episodes whose latest risk is one of these.' })
  abstract readonly risk?: readonly string[] | null;

  @Field(() => DateTime, { nullable: true, description: 'Only episodes that began at or after this.' })
  abstract readonly missingFrom?: number | null;

  @Field(() => DateTime, { nullable: true, description: 'Only episodes that began before this.' })
  abstract readonly missingUntil?: number | null;
}

/** The filter as the gate takes it: what is null narrows nothing, and each word counts once. */
export function wantedEpisodes(filter: EpisodeFilter | null): WantedEpisodes {
  if (filter === null) {
    return {};
  }
  const { open, status, kind, risk, missingFrom, missingUntil } = filter;
  return {
    ...(typeof open === 'boolean' && { open }),
    ...(status && { status: [...new Set(status)] }),
    ...(kind && { kind: [...new Set(kind)] }),
    ...(risk && { risk: [...new Set(risk)] }),
    ...(typeof missingFrom === 'number' && { missingFrom }),
    ...(typeof missingUntil === 'number' && { missingUntil }),
  };
}
