import type { CastFacts, Member } from './view';

/** A body in its place: mentioned on the page, or only what joins bodies that are. */
export interface BodyNode {
  id: string;
  name: string;
  member: Member | null;
  below: BodyNode[];
}

/**
 * The bodies of a page below the bodies they belong to, in the order of the page. A body the page does not name stands in the tree only
 * where it joins two or more.
 */
export function bodyTree(members: readonly Member[], references: CastFacts['references']): BodyNode[] {
  const nodes = new Map<string, BodyNode>();
  const parents = new Map<string, BodyNode>();
  const queue: BodyNode[] = members.map((member) => ({ id: member.key, name: member.name, member, below: [] }));
  for (const node of queue) nodes.set(node.id, node);
  for (const node of queue) {
    const id = isPlaced(node) ? references[node.id]?.parent : undefined;
    const name = id && references[id]?.name;
    if (!id || !name) continue;
    let parent = nodes.get(id);
    // Bodies that belong to one another in a circle: the last of them stands above.
    if (parent && isAbove(node, parent, parents)) continue;
    if (!parent) {
      parent = { id, name, member: null, below: [] };
      nodes.set(id, parent);
      queue.push(parent);
    }
    parents.set(node.id, parent);
    parent.below.push(node);
  }

  const order = new Map(members.map(({ key }, index) => [key, index]));
  const prune = (level: BodyNode[]): BodyNode[] =>
    level
      .map((node) => ({ ...node, below: prune(node.below) }))
      .flatMap((node) => (node.member || node.below.length > 1 ? [node] : node.below))
      .sort((a, b) => firstIn(a, order) - firstIn(b, order));
  return prune([...nodes.values()].filter(({ id }) => !parents.has(id)));
}

/** Whether `node` is `other` or stands above it. */
function isAbove(node: BodyNode, other: BodyNode, parents: ReadonlyMap<string, BodyNode>): boolean {
  for (let at: BodyNode | undefined = other; at; at = parents.get(at.id)) if (at === node) return true;
  return false;
}

/** Whether the index can say where a body belongs: not where it could be one of several. */
function isPlaced({ member }: BodyNode): boolean {
  return !member || (member.entityId !== null && !member.candidates);
}

function firstIn(node: BodyNode, order: ReadonlyMap<string, number>): number {
  return Math.min(order.get(node.id) ?? Number.POSITIVE_INFINITY, ...node.below.map((below) => firstIn(below, order)));
}
