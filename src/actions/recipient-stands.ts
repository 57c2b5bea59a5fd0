import type { Audience } from '../domain/sharing/audience.ts';
import type { ChildFacts } from '../policy/facts.ts';

/** Has this recipient to do with the child now? One that has not reads nothing, whatever is decided. */
export function recipientStands(facts: ChildFacts, audience: Audience, recipient: string): boolean {
  const named = (as: string): boolean => facts.named.includes(`${as}:${recipient}`);
  switch (audience) {
    case 'PLACEMENT':
      return facts.providers.includes(recipient) || named('CARER') || facts.providers.includes(recipient.slice(recipient.lastIndexOf('@') + 1));
    case 'PARENT':
      return named('PARENT');
    case 'PARTNER':
      return facts.partners.includes(recipient);
    case 'POLICE':
      return facts.forces.includes(recipient);
    case 'HOST':
      return facts.hosts.includes(recipient);
    case 'CP_COORDINATOR':
      return named('CP_COORDINATOR');
  }
}
