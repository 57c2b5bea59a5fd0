import type { AgreedTime } from '../domain/transmission/transmission-deadline.ts';
import type { EXCHANGE_MATTERS } from './exchange-file.ts';

/** With whom the hub exchanges what, over which way, as the directory says. */
export type ExchangeMatter = (typeof EXCHANGE_MATTERS)[number];

/** Another hub: under which address it takes messages, for whom it may speak, and how its word is known. */
export interface PartnerHub {
  readonly id: string;
  readonly name: string;
  /** Where it is reached; messages go to `exchange/messages` below it. */
  readonly url: string;
  readonly agencies: readonly string[];
  /** Public keys for delivery (JWK, P-256). */
  readonly keys: readonly Readonly<Record<string, unknown>>[];
  /** The `kid` of the secret shared with it, which stands among the hub's own keys. */
  readonly secret: string;
}

interface Way {
  readonly id: string;
  /** To whom it leads. */
  readonly agency: string;
  /** What the receiving system asks of the format, checked by its adapter. */
  readonly settings: Readonly<Record<string, unknown>> | null;
  /** The source system of this directory that the receiving system is, where the hub reads from it too. */
  readonly system: string | null;
}
/** A way to an agency: to its hub, into a folder in its system's format, or to its webhook as JSON. */
export type Channel = Way &
  (
    | { readonly kind: 'HUB'; readonly hub: string; readonly adapter: string }
    | { readonly kind: 'FOLDER'; readonly folder: string; readonly adapter: string }
    | { readonly kind: 'WEBHOOK'; readonly url: string; readonly secret: string }
  );

/** What goes to an agency: from whom, over which way, by when, and whether by itself. */
export interface ExchangeEntry {
  /** Null: from any agency of this hub. An agency to itself: into its own system, so that nobody types twice. */
  readonly from: string | null;
  readonly agency: string;
  readonly matters: readonly ExchangeMatter[];
  readonly channel: string;
  /** By when it is owed; null: nobody has agreed. */
  readonly within: AgreedTime | null;
  /** Sent without a person's release, as was agreed. */
  readonly automatic: boolean;
  /** Whether a refused interview is told too. */
  readonly refusals: boolean;
}

/** Where the hub may send at all, whatever else stands in the directory. */
export interface EndpointLine {
  readonly origin: string;
  readonly pathPrefix: string;
  readonly demonstration: boolean;
}

/** What a host and an authority that places children with it agreed on its risk assessment of a child who goes missing. */
export interface AssessmentEntry {
  /** The host; null: any. */
  readonly from: string | null;
  /** The authority that placed the child. */
  readonly of: string;
  /** By when it is owed; null: nobody has agreed. */
  readonly within: AgreedTime | null;
  /** Asked for by the hub itself, as was agreed. */
  readonly automatic: boolean;
}

/** Over which webhook somebody is rung when an alert comes before them: whoever holds a role at an agency, or one person of it. */
export type Ring = { readonly agency: string; readonly channel: string } & ({ readonly role: string } | { readonly person: string });

export interface ExchangeDirectory {
  /** What this hub is called by others; null: it exchanges nothing. */
  readonly hub: { readonly id: string; readonly name: string } | null;
  readonly hubs: ReadonlyMap<string, PartnerHub>;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly exchange: readonly ExchangeEntry[];
  readonly endpoints: readonly EndpointLine[];
  readonly assessments: readonly AssessmentEntry[];
  readonly rings: readonly Ring[];
}

/** Of a hub that exchanges nothing. */
export const NO_EXCHANGE: ExchangeDirectory = { hub: null, hubs: new Map(), channels: new Map(), exchange: [], endpoints: [], assessments: [], rings: [] };
