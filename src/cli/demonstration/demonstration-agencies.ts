/** The invented agencies of the demonstration, as the directory file lists them. */
export const demonstrationAgencies = `agencies:
  - id: northmere
    name: Northmere Council
    kind: AUTHORITY
    codes: ["E99000001"]
    strategy: { lookedAfterHours: 24, missingHours: 72, episodesIn30Days: 3, atRisk: [HIGH] }
    # The practice rules it goes by: birmingham, west-sussex, mosaic, somerset or kent. Where their guidance is silent, so is the hub.
    practice: birmingham
    dutyContact: Northmere emergency duty team, 01632 960901
    # Who answers for an alert, one after the other; who does not answer within the minutes for its risk has the next told too.
    # A role that nobody holds then is passed, and where there are core hours so is one out of its hours.
    duty:
      chain:
        - { role: SENIOR_WORKER, telephone: "01632 960904", answerWithinMinutes: { HIGH: 10, MEDIUM: 20, LOW: 60, VERY_LOW: 60 } }
        - { role: TEAM_MANAGER, telephone: "01632 960905" }
        - { role: EDT, telephone: "01632 960901" }
        - { role: HUB_COORDINATOR }
      # Not to those who work beside whoever it is about.
      matters:
        ALLEGATION: [{ role: TEAM_MANAGER, telephone: "01632 960905" }, { role: HUB_COORDINATOR }]
  - id: southvale
    name: Southvale Council
    kind: AUTHORITY
    codes: ["E99000002"]
    strategy: { lookedAfterHours: 24, missingHours: null, episodesIn30Days: null }
    practice: somerset
    # Its own figures in the place of those; null where it says nothing.
    ownFigures: { coreHours: { from: "09:00", until: "17:00" } }
    # The start that Somerset 3.3 leaves open.
    ownClocks: { COMPLETED: { start: OFFER_ACCEPTED } }
    dutyContact: Southvale emergency duty team, 01632 960902
    duty:
      chain:
        - { role: SENIOR_WORKER, hours: CORE_HOURS }
        - { role: HUB_COORDINATOR, telephone: "01632 960902" }
    # What the house opens by default an authority may close; it can open nothing.
    closes: [COPY_TO_PARTNER_WITHOUT_SENIOR]
  - id: westhaven
    name: Westhaven Council
    kind: AUTHORITY
    codes: ["E99000003"]
    dutyContact: Westhaven emergency duty team, 01632 960903
    duty: { chain: [{ role: HUB_COORDINATOR, telephone: "01632 960903", answerWithinMinutes: { HIGH: 15, MEDIUM: 15, LOW: 30, VERY_LOW: 30 } }] }
  - { id: mereshire-police, name: Mereshire Police, kind: POLICE, codes: ["99"] }
  - { id: westhaven-police, name: Westhaven Police, kind: POLICE, codes: ["98"] }
  - id: larkfield-homes
    name: Larkfield Homes
    kind: PROVIDER
  - id: brookside-care
    name: Brookside Care
    kind: PROVIDER
  - id: northmere-health
    name: Northmere Community Health
    kind: OTHER
  - id: invented-youth-trust
    name: Invented Youth Trust
    kind: OTHER
`;
