import type { HubServices } from '../api/context.ts';
import type { DemonstrationIssuer } from '../auth/demonstration-issuer.ts';
import type { PartnerHub } from '../directory/exchange-directory.ts';
import type { SignedAnchored, SignedHeld } from '../exchange/anchors/anchor-statements.ts';
import type { Arrived } from '../exchange/inbound/at-the-door.ts';
import type { PublishedKeys } from '../exchange/published-keys.ts';
import type { SignedReceived } from '../exchange/receipt.ts';
import type { Adapter } from '../ingest/adapter-contract.ts';
import type { Arrival } from '../ingest/admission.ts';
import type { DocumentStatus } from '../ingest/document-status.ts';
import type { Delivery } from '../ingest/open-delivery.ts';
import type { LiveLimits } from './live/live-limits.ts';
import type { Receipt } from '../ingest/receive.ts';
import type { DryRun } from '../ingest/try-delivery.ts';

/** Whether the hub can answer; each part by itself, so that an operator sees which one is missing. */
export interface Readiness {
  readonly database: boolean;
  readonly migrations: boolean;
  readonly directory: boolean;
  /** Of a hub that loads the invented demonstration: all of it is there. */
  readonly demonstration?: boolean;
}

/** How many of the invented files are read, and of how many: of none while they are being made. `over`: all of it is there, what its people did included. */
export interface Reading {
  readonly done: number;
  readonly of: number;
  readonly over: boolean;
}

/** A command worth trying, as it is printed and shown. */
export interface ReadyCommand {
  readonly title: string;
  readonly command: string;
}

/** Other hubs at the door. */
export interface ExchangeServices {
  /** The partner that a message says it is of; refused where it is none. */
  readonly partnerAtTheDoor: (hub: string | undefined) => Promise<PartnerHub>;
  readonly takeMessage: (arrived: Arrived) => Promise<SignedReceived>;
  /** Holds the head of a partner's log. */
  readonly takeAnchor: (arrived: Arrived) => Promise<SignedAnchored>;
  /** Which heads of a partner's own log are held. */
  readonly answerHeld: (arrived: Arrived) => Promise<SignedHeld>;
  /** Null where this hub exchanges nothing. */
  readonly published: () => PublishedKeys | null;
}

/** What the routes need of the rest of the hub; the process is put together elsewhere. */
export interface HttpServices extends HubServices {
  /** Lets a document in, and gives what to call once it is stored or refused; BUSY where there is no room for it. */
  readonly admit: (arrival: Arrival) => Promise<() => void>;
  /** How other hubs reach this one. */
  readonly exchange: ExchangeServices;
  /** What the hub reads, by the id it is sent to. */
  readonly adapters: ReadonlyMap<string, Adapter>;
  readonly receive: (delivery: Delivery) => Promise<Receipt>;
  /** Reads a document without keeping it, and says what would become of it. */
  readonly tryDelivery: (delivery: Delivery) => Promise<DryRun>;
  /** What became of a document, for the source system that sent it; not found for any other. */
  readonly documentStatus: (asked: { agency: string; system: string; id: string }) => Promise<DocumentStatus>;
  /** Which GraphQL operations are run: those promised to partners, or any. */
  readonly operations: 'registered' | 'any';
  /** What federation routers show that they are; where there is none, the hub is no subgraph. */
  readonly routerKeys: readonly Buffer[];
  readonly readiness: () => Promise<Readiness>;
  readonly maxDocumentBytes: number;
  /** Other limits of what stays open than the usual ones. */
  readonly live?: Partial<LiveLimits>;
  /** Signs tokens for invented people; null in production, where it does not exist. */
  readonly demonstration: DemonstrationIssuer | null;
  /** Shown on the start page outside production. */
  readonly commands: readonly ReadyCommand[];
  /** How much of the demonstration is there; null where the hub loads none. */
  readonly reading: () => Reading | null;
}
