/** An entity while it is being written: as the model has it, but any field may be missing or wrong. */
export type Draft = Readonly<Record<string, unknown>>;

type Node = Readonly<Record<string, unknown>> | readonly unknown[];

/** What stands at a path such as `memberships.0.role`; undefined where there is nothing. */
export function valueAt(draft: Draft, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((node, key) => (typeof node === 'object' && node !== null ? (node as never)[key] : undefined), draft);
}

/** The draft with another value at a path; undefined takes the field away. Nothing of the old draft changes. */
export function withValue(draft: Draft, path: string, value: unknown): Draft {
  return changed(draft, path.split('.'), value) as Draft;
}

function changed(node: Node, [key = '', ...rest]: string[], value: unknown): Node {
  const next = rest.length ? changed(((node as never)[key] ?? {}) as Node, rest, value) : value;
  if (Array.isArray(node)) return node.map((item, index) => (String(index) === key ? next : item));
  const { [key]: _, ...others } = node as Record<string, unknown>;
  return next === undefined ? others : { ...node, [key]: next };
}

export function withItem(draft: Draft, path: string, item: unknown): Draft {
  return withValue(draft, path, [...listAt(draft, path), item]);
}

export function withoutItem(draft: Draft, path: string, index: number): Draft {
  return withValue(
    draft,
    path,
    listAt(draft, path).filter((_, at) => at !== index),
  );
}

export function listAt(draft: Draft, path: string): readonly unknown[] {
  const list = valueAt(draft, path);
  return Array.isArray(list) ? list : [];
}
