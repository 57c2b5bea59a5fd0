/** What hubs tell each other of their sealed logs: numbers, hashes, signatures and times. Of what stands in a log, and of whom, nothing. */
import { z } from 'zod';
import { moment, place, sha256, signature } from '../receipt.ts';

/** More heads than these go in one answer after the other. */
export const MOST_AT_ONCE = 500;

/** The head of a log as its hub sealed it (Ed25519, of whose keys other hubs know nothing). */
const seal = z.strictObject({ number: z.int().min(1).max(2_147_483_647), head: sha256, signature: z.string().regex(/^[\w-]{86}$/), kid: z.string().regex(/^[\w:.-]{1,64}$/), at: moment });

/** Every statement says from which hub it is and for which, and has a name of its own. */
const common = { version: z.literal(1), id: z.uuid(), from: z.strictObject({ hub: place }), to: z.strictObject({ hub: place }), at: moment };
const signedOf = <S extends z.ZodType>(statement: S) => z.strictObject({ statement, signature });

/** The newest head of the sender's log. */
export const signedAnchor = signedOf(z.strictObject({ kind: z.literal('homeward-anchor'), ...common, seal }));
export type SignedAnchor = Readonly<z.infer<typeof signedAnchor>>;

/**
 * What a partner did with a head. DIFFERS: it holds another one of this number; BEHIND: it holds a later one. Either way the log is
 * not the one that it was, or a backup was restored; the head is held all the same.
 */
export const ANCHOR_OUTCOMES = ['HELD', 'ALREADY_HELD', 'DIFFERS', 'BEHIND'] as const;
export type AnchorOutcome = (typeof ANCHOR_OUTCOMES)[number];
export const signedAnchored = signedOf(z.strictObject({ kind: z.literal('homeward-anchored'), ...common, anchor: sha256, outcome: z.enum(ANCHOR_OUTCOMES) }));
export type SignedAnchored = Readonly<z.infer<typeof signedAnchored>>;

/** The question which heads of the asker's log a partner holds, after this one. */
export const signedAsked = signedOf(z.strictObject({ kind: z.literal('homeward-anchors-asked'), ...common, after: z.strictObject({ number: z.int().min(0), head: z.string().max(64) }).nullable() }));
export type SignedAsked = Readonly<z.infer<typeof signedAsked>>;

/** The heads of a hub's log that another holds, in their order; `asked`: the question it answers, null where somebody printed it. */
export const signedHeld = signedOf(z.strictObject({ kind: z.literal('homeward-anchors-held'), ...common, asked: sha256.nullable(), seals: z.array(seal).max(MOST_AT_ONCE), more: z.boolean() }));
export type SignedHeld = Readonly<z.infer<typeof signedHeld>>;
