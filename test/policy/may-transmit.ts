import { HOST, RESPONSIBLE } from './facts-for.ts';
import type { MayRow as Row } from './may-do-after-a-return.ts';

const HELD = { heldBy: 'own' } as const;
const OURS = { originator: 'own' } as const;
const FROM_INTERVIEW = { origin: 'INTERVIEW' } as const;

/** Who sends what to other agencies, and sees to what their agency sends. Whoever stands in no row may not. */
export const MAY_TRANSMIT: readonly Row[] = (['HUB_COORDINATOR', 'SENIOR_WORKER'] as const).flatMap((role): Row[] => [
    ['transmitInterview', 'ReturnInterview', role, RESPONSIBLE],
    ['transmitInterview', 'ReturnInterview', role, { ...HOST, ...HELD }],
    ...(['Episode', 'Offer'] as const).flatMap((family): Row[] => [RESPONSIBLE, HOST].map((because): Row => ['transmit', family, role, because])),
    ['requestRiskAssessment', 'Episode', role, HOST],
    ['transmit', 'IntelligenceItem', role, { ...RESPONSIBLE, ...FROM_INTERVIEW }],
    ['transmit', 'IntelligenceItem', role, { ...HOST, ...OURS, ...FROM_INTERVIEW }],
    ...(['releaseTransmission', 'withdrawTransmission', 'replayTransmission'] as const).map((action): Row => [action, 'Transmission', role, { fromAgency: 'own' }]),
  ]);
