import { readFileSync } from 'node:fs';
import { z } from 'zod';

const ISSUER = z
  .strictObject({
    /** Exactly as tokens carry it. */
    issuer: z.string().min(1),
    audience: z.string().min(1),
    algorithms: z.array(z.enum(['RS256', 'ES256'])).min(1),
    jwksFile: z.string().min(1).optional(),
    jwksUrl: z.url({ protocol: /^https?$/ }).optional(),
  })
  .refine((one) => (one.jwksFile === undefined) !== (one.jwksUrl === undefined));

const ISSUERS = z
  .array(ISSUER)
  .min(1)
  .refine((all) => new Set(all.map((one) => one.issuer)).size === all.length);

/** Somebody whose tokens the hub believes, and where the keys that check them are. */
export type IssuerConfig = z.infer<typeof ISSUER>;

/** HOMEWARD_ISSUERS: the JSON itself, or the path of a file that holds it. */
export const ISSUERS_VARIABLE = z.string().transform((given, context): readonly IssuerConfig[] => {
  try {
    const json = given.trimStart().startsWith('[') ? given : readFileSync(given, 'utf8');
    return ISSUERS.parse(JSON.parse(json));
  } catch {
    // What is wrong inside is not repeated: the variable's own sentence says what would be right.
    context.addIssue({ code: 'custom' });
    return z.NEVER;
  }
});
