/** With whom the invented hub exchanges what. By itself goes only what a host tells of the children placed with it, into a folder of this machine, and no name in it leads anywhere. */
export const demonstrationExchange = `# What this hub is called by other hubs; and other hubs, each with whom it may speak for, the public half of what it signs with
# ("homeward keys publish" there prints it) and the name of the secret that the two share, which stands among this hub's keys.
hub: { id: homeward-demonstration, name: The demonstration's own hub }
hubs:
  - id: hub-of-westhaven
    name: Westhaven's own hub
    url: https://hub.westhaven.invalid/
    agencies: [westhaven]
    keys: [{ kty: EC, crv: P-256, kid: westhaven-2026, x: g3aD3gBC5Q0I5r8cX5lTztFEGx2tU7JPkwQgkGaUngM, y: W_j6PjVeupTdYjeXP7CNJw50cYdYZE8HhNBKhnIz44k }]
    secret: shared-with-westhaven

# Where the hub may send at all, whatever else stands here.
endpoints:
  - { origin: "https://hub.westhaven.invalid", pathPrefix: "/exchange/" }

# Ways to an agency: its hub, a folder below the outbox in the format of its system, or a webhook.
channels:
  - { id: to-westhaven, kind: HUB, agency: westhaven, hub: hub-of-westhaven }
  - { id: westhaven-system, kind: FOLDER, agency: westhaven, folder: westhaven/liberi, adapter: liberi, settings: { questions: { OFFICE: ignored } } }
  - { id: northmere-own, kind: FOLDER, agency: northmere, folder: northmere/ehm, adapter: ehm, system: northmere-ehm }
  - { id: mereshire-bureau-mail, kind: FOLDER, agency: mereshire-police, folder: mereshire-police/reports, adapter: police-intelligence, system: mereshire-bureau }

# What goes to whom, over which way and by when; "automatic: true" sends it without a person's release, and an EPISODE
# to whoever placed the child: that the child is missing, and what comes of it.
exchange:
  - { agency: westhaven, matters: [EPISODE, INTERVIEW, RETRACTION], channel: to-westhaven, within: { length: 72, calendar: ELAPSED_HOURS, source: the invented placement agreements } }
  - { from: southvale, agency: westhaven, matters: [EPISODE, INTERVIEW], channel: westhaven-system, automatic: true }
  - { from: northmere, agency: northmere, matters: [INTERVIEW], channel: northmere-own }
  - { from: northmere, agency: mereshire-police, matters: [INTELLIGENCE, RETRACTION], channel: mereshire-bureau-mail }
`;
