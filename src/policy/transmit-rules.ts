import { OWN_AGENCY } from './rule.ts';

/** What is done about what goes to other agencies. */
export const TRANSMIT_ACTIONS = ['transmitInterview', 'transmit', 'releaseTransmission', 'withdrawTransmission', 'replayTransmission', 'pausePartner', 'resumePartner', 'requestRiskAssessment'] as const;

const OWN = { responsible: OWN_AGENCY, within: 'YES' } as const;
const GUEST = { hosts: OWN_AGENCY, within: 'YES' } as const;
const FROM_INTERVIEW = { origin: 'INTERVIEW' } as const;

/** The coordinator and a senior worker send (MOS): of their own children, as host of what their own service held, recorded or did; and see to what their agency sends. */
export const TRANSMITS = [
  { action: ['transmitInterview'], subject: 'ReturnInterview', conditions: OWN },
  { action: ['transmitInterview'], subject: 'ReturnInterview', conditions: { ...GUEST, heldBy: OWN_AGENCY } },
  { action: ['transmit'], subject: 'Episode', conditions: OWN },
  { action: ['transmit'], subject: 'Episode', conditions: GUEST },
  { action: ['requestRiskAssessment'], subject: 'Episode', conditions: GUEST },
  { action: ['transmit'], subject: 'Offer', conditions: OWN },
  { action: ['transmit'], subject: 'Offer', conditions: GUEST },
  { action: ['transmit'], subject: 'IntelligenceItem', conditions: { ...OWN, ...FROM_INTERVIEW } },
  { action: ['transmit'], subject: 'IntelligenceItem', conditions: { ...GUEST, ...FROM_INTERVIEW, originator: OWN_AGENCY } },
  { action: ['releaseTransmission', 'withdrawTransmission', 'replayTransmission'], subject: 'Transmission', conditions: { fromAgency: OWN_AGENCY, within: 'YES' } },
] as const;
