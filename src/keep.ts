/**
 * Keep: what an earlier build made, for the next one to use again where nothing it was made from has changed.
 *
 * In:  a name, everything that a value is made from, and how to make it.
 * Out: the value made last time if every input is the very same, else a new one.
 *
 * A build with an empty `Keep` makes everything; so there is one way to build, cold or warm. Inputs are compared by
 * identity, which is why a stage hands on the same object as long as it means the same. Whoever makes a value may use
 * nothing but the inputs it names: stages see to that by passing no more than these.
 */
import { isDeepStrictEqual } from 'node:util';

interface Kept {
  inputs: readonly unknown[];
  value: unknown;
  /** For what was made on the way. */
  below: Keep;
  /** The last build that asked for it. */
  round: number;
}

export class Keep {
  // Most of them never keep anything: a map is made when it is needed.
  #kept: Map<string, Kept> | undefined;
  #parts: Map<string, Keep> | undefined;
  /** Counts the builds, to tell what this one has asked for. */
  #round = 0;

  /** One of its own for a stage of the build, so that two stages may use one name. */
  part(stage: string): Keep {
    this.#parts ??= new Map();
    const part = this.#parts.get(stage) ?? new Keep();
    this.#parts.set(stage, part);
    return part;
  }

  /**
   * The value of a name. One name stands for one kind of value.
   *
   * `make` gets a `Keep` of its own for the steps on the way; it lasts as long as the name does. `isStillTrue` is asked
   * where identity cannot tell: whether what `make` was told by others would be told again.
   */
  of<T>(
    name: string,
    inputs: readonly unknown[],
    make: (below: Keep) => T,
    isStillTrue: (value: T) => boolean = () => true,
  ): T {
    this.#kept ??= new Map();
    const kept = this.#kept.get(name);
    if (kept && isSame(kept.inputs, inputs) && isStillTrue(kept.value as T)) {
      kept.round = this.#round;
      return kept.value as T;
    }
    const below = kept?.below ?? new Keep();
    const value = make(below);
    below.forget();
    this.#kept.set(name, { inputs, value, below, round: this.#round });
    return value;
  }

  /** The value of last time if the new one is equal to it, part by part: so that what is made from it can be kept. */
  same<T>(name: string, value: T): T {
    return this.of(
      name,
      [],
      () => value,
      (earlier) => isDeepStrictEqual(earlier, value),
    );
  }

  /** Called by a stage when it is done: drops what it did not ask for. */
  forget(): void {
    for (const [name, { round }] of this.#kept ?? []) if (round !== this.#round) this.#kept?.delete(name);
    this.#round += 1;
  }
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index += 1) if (!Object.is(one[index], other[index])) return false;
  return true;
}
