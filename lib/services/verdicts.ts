import type { Findings, Mention } from '../finder/types';
import { MessageError } from '../messages/message-error';
import type { EntityType } from '../model/entity';
import type { EntityId } from '../model/ids';
import type { Database } from '../store/database';
import { readEntities } from '../store/entities';
import { putVerdict, readVerdicts, removeVerdicts } from '../store/verdicts';

/** A name as the finder took it, on one page. */
interface NameOnPage {
  type: EntityType;
  name: string;
  /** Address of the page. */
  page: string;
}

interface Decision extends NameOnPage {
  /** The entity the name means there; null when it means none. */
  entityId: EntityId | null;
  reach: 'page' | 'site';
}

/** A name the reader took for nothing, and whose marks are left out. */
export type SetAside = Pick<NameOnPage, 'type' | 'name'>;

/** An entity to be put in the place of the one found, or none. */
type Verdict = { entityId: EntityId; name: string; type: EntityType } | null;

/** The reader's word on names: remembered, and laid over what the finder finds. The page's own word counts before its site's. */
export class Verdicts {
  #known: Promise<Map<string, Verdict>> | null = null;

  constructor(
    private readonly db: Database,
    private readonly now: () => Date,
  ) {}

  /** Says that the index changed: a chosen entity may have another name, or be gone. */
  changed(): void {
    this.#known = null;
  }

  /** Throws `not-found` when the chosen entity is not in the index. */
  async decide({ entityId, reach, ...where }: Decision): Promise<void> {
    if (entityId && !(await readEntities(this.db, [entityId])).has(entityId)) {
      throw new MessageError('not-found', `${entityId} is not in the index`);
    }
    const [page, site] = keysOf(where);
    // The wider word takes the place of the narrower one.
    if (reach === 'site') await removeVerdicts(this.db, [page]);
    await putVerdict(this.db, { key: reach === 'page' ? page : site, entityId, at: this.now().toISOString() });
    this.#known = null;
  }

  /** Forgets the word on a name, for its page and its site. */
  async forget(where: NameOnPage): Promise<void> {
    await removeVerdicts(this.db, keysOf(where));
    this.#known = null;
  }

  /** The findings as the reader has them: chosen entities put in, names set aside left out and listed. */
  async apply(findings: Findings, page: string | undefined): Promise<Findings & { setAside?: SetAside[] }> {
    if (!page || !URL.canParse(page)) return findings;
    this.#known ??= this.#read().catch((error: unknown) => {
      this.#known = null;
      throw error;
    });
    const known = await this.#known;
    if (known.size === 0) return findings;
    return applyVerdicts(findings, ({ type, name }) => {
      const key = keysOf({ type, name, page }).find((key) => known.has(key));
      return key === undefined ? undefined : known.get(key);
    });
  }

  async #read(): Promise<Map<string, Verdict>> {
    const records = await readVerdicts(this.db);
    const chosen = records.flatMap(({ entityId }) => entityId ?? []);
    const entities = await readEntities(this.db, chosen);
    return new Map(
      records.flatMap(({ key, entityId }): [string, Verdict][] => {
        if (!entityId) return [[key, null]];
        const entity = entities.get(entityId)?.entity;
        // What the index no longer holds cannot be meant: the finder decides again.
        return entity ? [[key, { entityId, name: entity.name, type: entity.type }]] : [];
      }),
    );
  }
}

/** For the page, then for its site. */
function keysOf({ type, name, page }: NameOnPage): [string, string] {
  const url = new URL(page);
  url.hash = '';
  return [`${type}:${name}@${url.href}`, `${type}:${name}@${url.host}`];
}

function applyVerdicts(findings: Findings, verdictOn: (mention: Mention) => Verdict | undefined): Findings & { setAside?: SetAside[] } {
  const setAside = new Map<string, SetAside>();
  const mentions = findings.mentions.flatMap((mention): Mention[] => {
    const verdict = verdictOn(mention);
    if (verdict === undefined) return [mention];
    if (verdict === null) {
      const { type, name } = mention;
      setAside.set(`${type}:${name}`, { type, name });
      return [];
    }
    const { candidates: _undecided, votes, ...rest } = mention;
    // The name as it was found goes along: under it the word can be taken back.
    return [
      {
        ...rest,
        ...verdict,
        status: 'indexed',
        votes: [{ kind: 'verdict', detail: mention.name }, ...votes.filter(({ kind }) => kind !== 'undecided')],
      },
    ];
  });
  return { ...findings, mentions, ...(setAside.size > 0 && { setAside: [...setAside.values()] }) };
}
