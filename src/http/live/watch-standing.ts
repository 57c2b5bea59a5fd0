import { asViewing } from '../../auth/caller.ts';
import type { AuthHeaders } from '../../auth/authenticate.ts';
import { tokenEnd } from '../../auth/read-token.ts';
import { ERRORS, HubError } from '../../domain/errors.ts';
import type { HttpServices } from '../http-services.ts';

/** Whose standing is watched, and who is told once it has ended. */
export interface Watched {
  readonly headers: AuthHeaders;
  readonly standingMs: number;
  readonly refused: (error: HubError) => void;
}

/**
 * Looks whether whoever holds a stream open may still hold it: when a directory was loaded or a token taken back, when their token ends, and
 * at every interval, as a shift ends by the clock alone. Until what it gives is called.
 */
export function watchStanding({ authenticate, hearing, now, log }: Pick<HttpServices, 'authenticate' | 'hearing' | 'now' | 'log'>, { headers, standingMs, refused }: Watched): () => void {
  let over = false;
  let timer: NodeJS.Timeout;
  const end = (): void => {
    over = true;
    clearTimeout(timer);
    deaf();
  };
  const look = async (): Promise<void> => {
    try {
      asViewing(await authenticate(headers, now()));
    } catch (error) {
      if (!over && error instanceof HubError && isOfTheCaller(error)) {
        end();
        refused(error);
      } else if (!(error instanceof HubError)) {
        log.error('standing-unknown', {}, error);
      }
    }
  };
  const wait = (): void => {
    const untilEnd = (tokenEnd(headers.authorization) ?? Number.MAX_SAFE_INTEGER) - now();
    timer = setTimeout(() => {
      void look().then(() => {
        if (!over) {
          wait();
        }
      });
    }, Math.min(standingMs, Math.max(LEAST, untilEnd)));
  };
  const deaf = hearing.hear(({ kind }) => {
    if (kind === 'STANDING' || kind === 'MISSED') {
      void look();
    }
  });
  wait();
  return end;
}

/** A clock that stands still, or a token whose end is past and which is not refused yet, is not asked without a pause. */
const LEAST = 50;

/** Refused for what the caller is, rather than because the hub could not look. */
const isOfTheCaller = ({ code }: HubError): boolean => ERRORS[code].status === 401 || ERRORS[code].status === 403;
