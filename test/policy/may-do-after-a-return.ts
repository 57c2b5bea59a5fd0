import type { ActionName } from '../../src/policy/action-rules.ts';
import type { Family } from '../../src/policy/attributes.ts';
import type { ReadingRole } from '../../src/policy/viewer.ts';
import { FORCE, HOST, me, MISSING, RECENT, RESPONSIBLE, type Facts } from './facts-for.ts';

/** Who may do what to a row of which family, and what makes it so. */
export type MayRow = readonly [action: ActionName, family: Family, role: ReadingRole, because: Facts];
const OURS = { originator: 'own' } as const;

/** Whom a concern can come to. */
export const ANSWER = ['HUB_COORDINATOR', 'SENIOR_WORKER', 'TEAM_MANAGER', 'SOCIAL_WORKER', 'EDT', 'FRONT_DOOR'] as const;

/** What is raised of a child after a return, answered, to be done and written beside the interview: by hand. */
export const AFTER_A_RETURN: readonly MayRow[] = [
  ...(
    [
      ['HUB_COORDINATOR', RESPONSIBLE],
      ['HUB_COORDINATOR', HOST],
      ['SOCIAL_WORKER', RESPONSIBLE],
      ['SOCIAL_WORKER', me('SOCIAL_WORKER')],
      ['SOCIAL_WORKER', me('DECISION_MAKER')],
      ['EDT', RESPONSIBLE],
      ['EDT', HOST],
      ['POLICE_MISSING_TEAM', FORCE],
      ['PLACEMENT_PROVIDER', { providers: ['own'] }],
      ['PARTNER', { partners: ['own'] }],
    ] as const satisfies readonly (readonly [ReadingRole, Facts])[]
  ).map(([role, because]): MayRow => ['answerBriefing', 'Episode', role, { ...because, ...(role === 'EDT' ? MISSING : { missingNow: 'YES' }) }]),
  ...(
    [
      ['RETURN_WORKER', me('WORKER')],
      ['RETURN_WORKER', { ...me('GUEST_WORKER'), ...HOST }],
      ['SENIOR_WORKER', RESPONSIBLE],
      ['SENIOR_WORKER', HOST],
      ['SOCIAL_WORKER', me('SOCIAL_WORKER')],
      ['SOCIAL_WORKER', me('DECISION_MAKER')],
    ] as const satisfies readonly (readonly [ReadingRole, Facts])[]
  ).map(([role, because]): MayRow => ['raiseConcern', 'Child', role, because]),
  ...(
    [
      ['RETURN_WORKER', me('WORKER')],
      ['RETURN_WORKER', me('AUTHOR')],
      ['SENIOR_WORKER', RESPONSIBLE],
      ['SENIOR_WORKER', HOST],
      ['SOCIAL_WORKER', me('SOCIAL_WORKER')],
      ['SOCIAL_WORKER', me('DECISION_MAKER')],
    ] as const satisfies readonly (readonly [ReadingRole, Facts])[]
  ).map(([role, because]): MayRow => ['raiseConcern', 'ReturnInterview', role, because]),
  ...ANSWER.flatMap((role): MayRow[] => [
    ['acknowledgeConcern', 'Concern', role, { addressed: [`${role}:own`] }],
    ['acknowledgeConcern', 'Concern', role, { addressed: ['someone@own'] }],
  ]),
  ...(['SENIOR_WORKER', 'TEAM_MANAGER'] as const).flatMap((role): MayRow[] => [
    ['acknowledgeConcern', 'Concern', role, RESPONSIBLE],
    ['acknowledgeConcern', 'Concern', role, { ...HOST, ...OURS }],
  ]),
  ...(
    [
      ['RETURN_WORKER', me('WORKER')],
      ['RETURN_WORKER', { ...me('GUEST_WORKER'), ...HOST }],
      ['SENIOR_WORKER', RESPONSIBLE],
      ['SENIOR_WORKER', HOST],
      ['TEAM_MANAGER', RESPONSIBLE],
      ['HUB_COORDINATOR', RESPONSIBLE],
      ['HUB_COORDINATOR', HOST],
      ['SOCIAL_WORKER', me('SOCIAL_WORKER')],
      ['SOCIAL_WORKER', me('DECISION_MAKER')],
    ] as const satisfies readonly (readonly [ReadingRole, Facts])[]
  ).flatMap(([role, because]): MayRow[] => [
    ['setAction', 'Child', role, because],
    ['recordCaseRecord', 'Episode', role, because],
  ]),
  ['setAction', 'Child', 'EDT', { ...RESPONSIBLE, ...RECENT }],
  ['setAction', 'Child', 'EDT', { ...HOST, ...RECENT }],
  ...(['RETURN_WORKER', 'BUSINESS_SUPPORT', 'POLICE_MISSING_TEAM', ...ANSWER] as const).map((role): MayRow => ['closeAction', 'CaseAction', role, { doer: ['someone@own'] }]),
  ...(['SENIOR_WORKER', 'HUB_COORDINATOR'] as const).flatMap((role): MayRow[] => [
    ['closeAction', 'CaseAction', role, RESPONSIBLE],
    ['closeAction', 'CaseAction', role, HOST],
  ]),
  ...['own', 'someone@own'].flatMap((doer): MayRow[] => [
    ['closeAction', 'CaseAction', 'PLACEMENT_PROVIDER', { providers: ['own'], doer: [doer] }],
    ['closeAction', 'CaseAction', 'PLACEMENT_PROVIDER', { ...me('CARER'), doer: [doer] }],
  ]),
];
