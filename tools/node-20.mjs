// vitest asks for Node 22 and misses only this in Node 20, and only where it reports a failure.
if (!('groupBy' in Map)) {
  Object.assign(Map, {
    /**
     * @template K, V
     * @param {Iterable<V>} items
     * @param {(item: V, index: number) => K} keyOf
     */
    groupBy(items, keyOf) {
      /** @type {Map<K, V[]>} */
      const groups = new Map();
      let index = 0;
      for (const item of items) {
        const key = keyOf(item, index++);
        const group = groups.get(key);
        if (group) group.push(item);
        else groups.set(key, [item]);
      }
      return groups;
    },
  });
}
