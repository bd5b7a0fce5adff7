import { Client, type ClientConfig } from 'pg';

export interface WatchedClientConfig extends ClientConfig {
  /** After so many milliseconds without an answer the connection is given up; 0: never. */
  longestSilence?: () => number;
}

/**
 * A connection that is given up when a statement gets no answer. The server ends its own long statements; this is for a server that is
 * stopped, and for a network that swallows what is sent, of which nobody is told.
 */
export class WatchedClient extends Client {
  readonly #longestSilence: () => number;

  constructor(config?: WatchedClientConfig) {
    super(config);
    this.#longestSilence = config?.longestSilence ?? (() => 0);
  }

  // The driver's own signature has a dozen forms: with a callback, with a promise, or with an object that is told of each row.
  override query(...args: any[]): any {
    const ask = super.query as (...passed: unknown[]) => unknown;
    const milliseconds = this.#longestSilence();
    if (milliseconds === 0) return ask.apply(this, args);
    // With a statement under way an end is a cut; whoever asked is told that the connection has ended.
    const timer = setTimeout(() => void this.end().catch(() => {}), milliseconds);
    timer.unref();
    const stop = () => clearTimeout(timer);
    const at = args.findLastIndex((argument) => typeof argument === 'function');
    if (at >= 0) {
      const tell = args[at] as (...told: unknown[]) => void;
      const watched = args.with(at, (...told: unknown[]) => {
        stop();
        tell(...told);
      });
      return ask.apply(this, watched);
    }
    const answer = ask.apply(this, args);
    if (answer instanceof Promise) answer.then(stop, stop);
    else stop();
    return answer;
  }
}
