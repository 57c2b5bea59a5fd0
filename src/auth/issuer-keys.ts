import { readKeySet, type IssuerKey } from './read-key-set.ts';
import { HOUR } from '../domain/interval/durations.ts';

/** How long a set is used before it is asked for again: a key taken out of it stops working within this. */
const FRESH_FOR = 10 * 60_000;
/** How long the last known keys still serve while the issuer cannot be reached: a night shift. */
const KEPT_FOR = 12 * HOUR;
/** However many unknown keys are named, the issuer is asked no more often than this. */
const ASK_EVERY = 30_000;
const ABSENT_FOR = 60_000;
const MAX_ABSENT = 1000;

/** Where the text of an issuer's key set comes from, and who hears of what is wrong with it. */
export interface KeySource {
  readonly load: () => Promise<string | null>;
  readonly onFault: (reason: 'KEYS_UNAVAILABLE' | 'KEY_LEFT_OUT') => void;
}

/** One issuer's keys by id: kept, refreshed, and asked for again when a token names one that is not there yet. */
export class IssuerKeys {
  readonly #source: KeySource;
  readonly #absent = new Map<string, number>();
  #keys: ReadonlyMap<string, IssuerKey> = new Map();
  #loadedAt = -Infinity;
  #askedAt = -Infinity;
  #loading: Promise<void> | null = null;

  constructor(source: KeySource) {
    this.#source = source;
  }

  async find(kid: string, now: number): Promise<IssuerKey | 'KEY_UNKNOWN' | 'KEYS_UNAVAILABLE'> {
    if (now - this.#loadedAt > FRESH_FOR) {
      await this.#reload(now);
    }
    if (now - this.#loadedAt > KEPT_FOR) {
      return 'KEYS_UNAVAILABLE';
    }
    return this.#keys.get(kid) ?? (await this.#findNew(kid, now));
  }

  /** A key the set did not hold: perhaps the issuer has just begun to use it, perhaps somebody makes kids up. */
  async #findNew(kid: string, now: number): Promise<IssuerKey | 'KEY_UNKNOWN'> {
    if ((this.#absent.get(kid) ?? -Infinity) > now) {
      return 'KEY_UNKNOWN';
    }
    const before = this.#loadedAt;
    await this.#reload(now);
    const key = this.#keys.get(kid);
    if (key !== undefined) {
      return key;
    }
    if (this.#loadedAt !== before) {
      this.#rememberAbsent(kid, now + ABSENT_FOR);
    }
    return 'KEY_UNKNOWN';
  }

  #rememberAbsent(kid: string, until: number): void {
    if (this.#absent.size >= MAX_ABSENT) {
      this.#absent.clear();
    }
    this.#absent.set(kid, until);
  }

  async #reload(now: number): Promise<void> {
    if (this.#loading === null && now - this.#askedAt >= ASK_EVERY) {
      this.#askedAt = now;
      this.#loading = this.#load(now).finally(() => {
        this.#loading = null;
      });
    }
    await this.#loading;
  }

  async #load(now: number): Promise<void> {
    const text = await this.#source.load();
    const set = text === null ? null : readKeySet(text);
    if (set === null) {
      this.#source.onFault('KEYS_UNAVAILABLE');
      return;
    }
    if (set.faults.length > 0) {
      this.#source.onFault('KEY_LEFT_OUT');
    }
    this.#keys = set.keys;
    this.#loadedAt = now;
  }
}
