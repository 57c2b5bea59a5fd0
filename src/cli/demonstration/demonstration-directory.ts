import { demonstrationAgencies } from './demonstration-agencies.ts';
import { demonstrationExchange } from './demonstration-exchange.ts';
import { demonstrationHubs, type PublicKeys } from './demonstration-hubs.ts';
import { demonstrationSenders } from './demonstration-senders.ts';

/** The invented directory with the public keys of the hubs that sign what they send; without them nothing of theirs is taken. */
export function demonstrationDirectoryWith(keys: PublicKeys): string {
  return BEFORE_HUBS + demonstrationHubs(keys) + AFTER_HUBS;
}

const BEFORE_HUBS = `# Invented agencies, homes and people. Load with: npx homeward directory load <this file>
${demonstrationAgencies}
# Each source system sends in one format. Systems of one agency that use the same
# key for a child would name the same personKeys.
systems:
  - { id: mereshire-compact, agency: mereshire-police, adapter: police-compact }
  - { id: mereshire-bureau, agency: mereshire-police, adapter: police-intelligence, personKeys: mereshire-compact }
  - { id: westhaven-compact, agency: westhaven-police, adapter: police-compact }
  - { id: westhaven-bureau, agency: westhaven-police, adapter: police-intelligence, personKeys: westhaven-compact }
  - { id: northmere-903, agency: northmere, adapter: ssda903 }
  - { id: southvale-903, agency: southvale, adapter: ssda903 }
  - { id: westhaven-903, agency: westhaven, adapter: ssda903 }
  - { id: southvale-liberi, agency: southvale, adapter: liberi, settings: { questions: { OFFICE: ignored } } }
  - { id: northmere-ehm, agency: northmere, adapter: ehm }
  - { id: southvale-lcs, agency: southvale, adapter: lcs, settings: { reasons: { CONTACT: Went to see somebody } } }
  - id: northmere-eclipse
    agency: northmere
    adapter: eclipse
    personKeys: northmere-903
    settings:
      forms:
        - { design: 1D0C7E5A-0000-4000-8000-00000000A001, tells: [EPISODE] }
        - { design: 1D0C7E5A-0000-4000-8000-00000000A002, tells: [OFFER, INTERVIEW] }
  - { id: southvale-mosaic, agency: southvale, adapter: mosaic, personKeys: southvale-903, settings: { profile: cyp051 } }
# Other authorities' hubs sign what they send; the public halves of their keys stand under keys. The demonstration's own
# are made on each machine: the directory.yml that "homeward demonstration write" lays beside its files names them.
`;

const AFTER_HUBS = `
forceAreas:
  - { force: mereshire-police, authorities: [northmere, southvale] }
  - { force: westhaven-police, authorities: [westhaven] }

homes:
  - { urn: SC900001, name: Larkfield House, provider: larkfield-homes, authority: southvale }
  - { urn: SC900002, name: Larkfield Lodge, provider: larkfield-homes, authority: northmere }
  - { urn: SC900003, name: Brookside, provider: brookside-care, authority: southvale }

# Who hears the daily briefing of an authority, and who sits in its exploitation group.
groups:
  - { id: northmere-briefing, kind: BRIEFING, authority: northmere, members: [{ agency: northmere-health }, { agency: invented-youth-trust }] }
  - { id: northmere-exploitation, kind: EXPLOITATION, authority: northmere, members: [{ agency: northmere }, { agency: northmere-health }] }
  - { id: southvale-exploitation, kind: EXPLOITATION, authority: southvale, members: [{ agency: southvale }] }

${demonstrationExchange}
# A token says who somebody is (issuer and subject); the roles here say what they are.
people:
  - id: northmere-coordinator
    name: Nia Example
    issuer: https://demonstration.homeward.invalid
    subject: northmere-coordinator
    roles: [{ role: HUB_COORDINATOR, agency: northmere }]
  - id: southvale-coordinator
    name: Sol Example
    issuer: https://demonstration.homeward.invalid
    subject: southvale-coordinator
    roles: [{ role: HUB_COORDINATOR, agency: southvale }]
  - id: westhaven-coordinator
    name: Wyn Example
    issuer: https://demonstration.homeward.invalid
    subject: westhaven-coordinator
    roles: [{ role: HUB_COORDINATOR, agency: westhaven }]
  - id: both-coordinator
    name: Bea Example
    issuer: https://demonstration.homeward.invalid
    subject: both-coordinator
    roles:
      - { role: HUB_COORDINATOR, agency: northmere }
      - { role: HUB_COORDINATOR, agency: southvale }
  - id: mereshire-missing-team
    name: Mal Example
    issuer: https://demonstration.homeward.invalid
    subject: mereshire-missing-team
    roles: [{ role: POLICE_MISSING_TEAM, agency: mereshire-police }]
  - id: westhaven-missing-team
    name: Wil Example
    issuer: https://demonstration.homeward.invalid
    subject: westhaven-missing-team
    roles: [{ role: POLICE_MISSING_TEAM, agency: westhaven-police }]
  - id: larkfield-manager
    name: Lou Example
    issuer: https://demonstration.homeward.invalid
    subject: larkfield-manager
    roles: [{ role: PLACEMENT_PROVIDER, agency: larkfield-homes }]
  - id: brookside-manager
    name: Bri Example
    issuer: https://demonstration.homeward.invalid
    subject: brookside-manager
    roles: [{ role: PLACEMENT_PROVIDER, agency: brookside-care }]
  - id: northmere-auditor
    name: Ned Example
    issuer: https://demonstration.homeward.invalid
    subject: northmere-auditor
    roles: [{ role: AUDITOR, agency: northmere }]
  - id: southvale-auditor
    name: Sam Example
    issuer: https://demonstration.homeward.invalid
    subject: southvale-auditor
    roles: [{ role: AUDITOR, agency: southvale }]
  - id: westhaven-auditor
    name: Wes Example
    issuer: https://demonstration.homeward.invalid
    subject: westhaven-auditor
    roles: [{ role: AUDITOR, agency: westhaven }]
  - id: mereshire-auditor
    name: Max Example
    issuer: https://demonstration.homeward.invalid
    subject: mereshire-auditor
    roles: [{ role: AUDITOR, agency: mereshire-police }]
  - id: northmere-worker
    name: Rae Example
    issuer: https://demonstration.homeward.invalid
    subject: northmere-worker
    roles: [{ role: RETURN_WORKER, agency: northmere }]
  - id: southvale-worker
    name: Rob Example
    issuer: https://demonstration.homeward.invalid
    subject: southvale-worker
    roles: [{ role: RETURN_WORKER, agency: southvale }]
  - id: northmere-senior
    name: Sen Example
    issuer: https://demonstration.homeward.invalid
    subject: northmere-senior
    trainedToRedact: true
    roles: [{ role: SENIOR_WORKER, agency: northmere }]
  - id: southvale-senior
    name: Sue Example
    issuer: https://demonstration.homeward.invalid
    subject: southvale-senior
    trainedToRedact: true
    roles: [{ role: SENIOR_WORKER, agency: southvale }]
  - id: northmere-manager
    name: Meg Example
    issuer: https://demonstration.homeward.invalid
    subject: northmere-manager
    trainedToRedact: true
    roles: [{ role: TEAM_MANAGER, agency: northmere }]
  - id: southvale-manager
    name: Mia Example
    issuer: https://demonstration.homeward.invalid
    subject: southvale-manager
    trainedToRedact: true
    roles: [{ role: TEAM_MANAGER, agency: southvale }]
  - id: westhaven-manager
    name: Wim Example
    issuer: https://demonstration.homeward.invalid
    subject: westhaven-manager
    trainedToRedact: true
    roles: [{ role: TEAM_MANAGER, agency: westhaven }]
  - id: northmere-social-worker
    name: Ann Example
    issuer: https://demonstration.homeward.invalid
    subject: northmere-social-worker
    roles: [{ role: SOCIAL_WORKER, agency: northmere }]
  - id: northmere-other-social-worker
    name: Abe Example
    issuer: https://demonstration.homeward.invalid
    subject: northmere-other-social-worker
    roles: [{ role: SOCIAL_WORKER, agency: northmere }]
  - id: northmere-reviewing-officer
    name: Ira Example
    issuer: https://demonstration.homeward.invalid
    subject: northmere-reviewing-officer
    roles: [{ role: IRO, agency: northmere }]
  - id: northmere-protection-coordinator
    name: Cyn Example
    issuer: https://demonstration.homeward.invalid
    subject: northmere-protection-coordinator
    roles: [{ role: CP_COORDINATOR, agency: northmere }]
  - id: northmere-duty-team
    name: Eve Example
    issuer: https://demonstration.homeward.invalid
    subject: northmere-duty-team
    roles: [{ role: EDT, agency: northmere, shifts: [{ from: "2025-01-01T00:00:00Z", until: "2046-01-01T00:00:00Z" }] }]
  - id: northmere-front-door
    name: Fay Example
    issuer: https://demonstration.homeward.invalid
    subject: northmere-front-door
    roles: [{ role: FRONT_DOOR, agency: northmere }]
  - id: northmere-business-support
    name: Bob Example
    issuer: https://demonstration.homeward.invalid
    subject: northmere-business-support
    roles: [{ role: BUSINESS_SUPPORT, agency: northmere }]
  - id: mereshire-intelligence
    name: Fin Example
    issuer: https://demonstration.homeward.invalid
    subject: mereshire-intelligence
    roles: [{ role: POLICE_INTELLIGENCE, agency: mereshire-police }]
  - id: westhaven-intelligence
    name: Win Example
    issuer: https://demonstration.homeward.invalid
    subject: westhaven-intelligence
    roles: [{ role: POLICE_INTELLIGENCE, agency: westhaven-police }]
  - id: northmere-exploitation-member
    name: Exa Example
    issuer: https://demonstration.homeward.invalid
    subject: northmere-exploitation-member
    roles: [{ role: EXPLOITATION_GROUP, agency: northmere }]
  - id: northmere-health-nurse
    name: Hal Example
    issuer: https://demonstration.homeward.invalid
    subject: northmere-health-nurse
    roles: [{ role: PARTNER, agency: northmere-health }]
  - id: northmere-parent
    name: Pat Example
    issuer: https://demonstration.homeward.invalid
    subject: northmere-parent
    roles: [{ role: PARENT, agency: northmere }]
  - id: northmere-protection-officer
    name: Dot Example
    issuer: https://demonstration.homeward.invalid
    subject: northmere-protection-officer
    roles: [{ role: DATA_PROTECTION_OFFICER, agency: northmere }]
  - id: southvale-protection-officer
    name: Dan Example
    issuer: https://demonstration.homeward.invalid
    subject: southvale-protection-officer
    roles: [{ role: DATA_PROTECTION_OFFICER, agency: southvale }]
  - id: westhaven-protection-officer
    name: Dee Example
    issuer: https://demonstration.homeward.invalid
    subject: westhaven-protection-officer
    roles: [{ role: DATA_PROTECTION_OFFICER, agency: westhaven }]
  - id: northmere-access-officer
    name: Sid Example
    issuer: https://demonstration.homeward.invalid
    subject: northmere-access-officer
    roles: [{ role: SUBJECT_ACCESS_OFFICER, agency: northmere }]
  - id: northmere-records-manager
    name: Ray Example
    issuer: https://demonstration.homeward.invalid
    subject: northmere-records-manager
    roles: [{ role: RECORDS_MANAGER, agency: northmere }]
${demonstrationSenders}`;

/** An invented directory to try the hub with; every agency, home and person in it is made up. */
export const demonstrationDirectory = demonstrationDirectoryWith(new Map());
