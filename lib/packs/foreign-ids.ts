/** Puts ids of other projects into our form. The same id always gives the same one, two different ones never meet. */
export interface ForeignIds {
  area(id: unknown): string | undefined;
  organization(id: unknown): string | undefined;
  person(id: unknown): string | undefined;
  source(id: unknown): string | undefined;
}

export function foreignIds(): ForeignIds {
  return { area: mapper('area'), organization: mapper('org'), person: mapper('person'), source: mapper('source') };
}

function mapper(kind: string): (id: unknown) => string | undefined {
  const given = new Map<string, string>();
  const taken = new Set<string>();
  const ours = new RegExp(`^${kind}/[a-z0-9][a-z0-9._-]*$`);
  return (id) => {
    if (typeof id !== 'string' && typeof id !== 'number') return undefined;
    const text = String(id);
    const known = given.get(text);
    if (known) return known;
    let made = ours.test(text) && text.length <= 120 ? text : `${kind}/${wordOf(text)}`;
    // Two texts that come out alike are told apart by what was lost.
    for (let n = 0; taken.has(made); n++) made = `${kind}/${wordOf(text)}-${hash(text + '#'.repeat(n))}`;
    given.set(text, made);
    taken.add(made);
    return made;
  };
}

function wordOf(text: string): string {
  const word = text
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+/, '')
    .slice(0, 80);
  return /[^\x20-\x7e]/.test(text) || word === '' ? `${word || 'x'}-${hash(text)}` : word;
}

/** FNV-1a over UTF-16 units: short, and the same everywhere. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(36);
}
