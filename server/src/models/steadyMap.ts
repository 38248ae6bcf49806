/**
 * A read-only map with a cheap next state: states that have the same keys in the same order share them, and a state that
 * holds the same values is the same object. Entries come in the order in which their keys were first set, as in a `Map`.
 */
export class SteadyMap<K, V> implements ReadonlyMap<K, V> {
  readonly inOrder: readonly K[];
  readonly positions: ReadonlyMap<K, number>;
  /** The value of each key, at the key's position. */
  readonly inPlace: readonly V[];

  constructor(inOrder: readonly K[], positions: ReadonlyMap<K, number>, inPlace: readonly V[]) {
    this.inOrder = inOrder;
    this.positions = positions;
    this.inPlace = inPlace;
  }

  get size(): number {
    return this.inOrder.length;
  }

  get(key: K): V | undefined {
    const position = this.positions.get(key);
    return position === undefined ? undefined : this.inPlace[position];
  }

  has(key: K): boolean {
    return this.positions.has(key);
  }

  keys(): MapIterator<K> {
    return this.inOrder.values();
  }

  values(): MapIterator<V> {
    return this.inPlace.values();
  }

  *entries(): Generator<[K, V], undefined> {
    for (let position = 0; position < this.inOrder.length; position++) {
      yield [this.inOrder[position] as K, this.inPlace[position] as V];
    }
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }

  forEach(callback: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (let position = 0; position < this.inOrder.length; position++) {
      callback(this.inPlace[position] as V, this.inOrder[position] as K, this);
    }
  }
}

/** Any map as one that a later state can share keys with. */
export function steadyMapOf<K, V>(map: ReadonlyMap<K, V>): SteadyMap<K, V> {
  if (map instanceof SteadyMap) return map;
  const inOrder = [...map.keys()];
  return new SteadyMap(inOrder, new Map(inOrder.map((key, position) => [key, position])), [...map.values()]);
}

interface Entries<K, V> {
  readonly inOrder: K[];
  readonly positions: Map<K, number>;
  readonly inPlace: V[];
}

/** Puts a map together whose entries are likely to be those of an earlier state. */
export class SteadyMapBuilder<K, V> {
  readonly #before: SteadyMap<K, V>;
  /** How many entries came with the keys of the earlier state, in its order. */
  #agreeing = 0;
  /** Null as long as the values are those of the earlier state, too. */
  #values: V[] | null = null;
  #anew: Entries<K, V> | null = null;

  constructor(before: SteadyMap<K, V> | null | undefined) {
    this.#before = before ?? new SteadyMap<K, V>([], new Map(), []);
  }

  /** What the earlier state holds under the key that is to be set next. */
  earlier(key: K): V | undefined {
    const { inOrder, inPlace } = this.#before;
    const isNext = this.#anew === null && inOrder[this.#agreeing] === key;
    return isNext ? inPlace[this.#agreeing] : this.#before.get(key);
  }

  /** As `Map.set`: a key that was set before keeps its place. */
  set(key: K, value: V): void {
    const position = this.#agreeing;
    const { inOrder, inPlace } = this.#before;
    if (this.#anew === null && position < inOrder.length && inOrder[position] === key) {
      if (this.#values !== null) this.#values[position] = value;
      else if (inPlace[position] !== value) {
        this.#values = inPlace.slice();
        this.#values[position] = value;
      }
      this.#agreeing++;
      return;
    }
    const anew = this.#keysAnew();
    const known = anew.positions.get(key);
    if (known === undefined) {
      anew.positions.set(key, anew.inOrder.length);
      anew.inOrder.push(key);
      anew.inPlace.push(value);
    } else anew.inPlace[known] = value;
  }

  /** The map. Nothing may be set afterwards. */
  finish(): SteadyMap<K, V> {
    if (this.#anew === null && this.#agreeing === this.#before.size) {
      if (this.#values === null) return this.#before;
      return new SteadyMap(this.#before.inOrder, this.#before.positions, this.#values);
    }
    const { inOrder, positions, inPlace } = this.#keysAnew();
    return new SteadyMap(inOrder, positions, inPlace);
  }

  /** Leaves the keys of the earlier state. */
  #keysAnew(): Entries<K, V> {
    if (this.#anew === null) {
      const inOrder = this.#before.inOrder.slice(0, this.#agreeing);
      const positions = new Map(inOrder.map((key, position) => [key, position]));
      this.#anew = { inOrder, positions, inPlace: (this.#values ?? this.#before.inPlace).slice(0, this.#agreeing) };
    }
    return this.#anew;
  }
}
