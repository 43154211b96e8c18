import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Findings, Mention } from '../finder/types';
import { Database } from '../store/database';
import { ABOUT, samplePack } from '../store/fixtures/sample-pack';
import { installPack } from '../store/packs';
import { Verdicts } from './verdicts';

let verdicts: Verdicts;
let db: Database;
const now = () => new Date('2026-03-04T05:06:07Z');
const PAGE = 'http://www.wj.gov.cn/html/1.html';

beforeEach(async () => {
  db = new Database(crypto.randomUUID());
  await installPack(db, samplePack(), ABOUT);
  verdicts = new Verdicts(db, now);
});

const mention = (name: string, change: Partial<Mention> = {}): Mention => ({
  start: 0,
  end: name.length,
  text: name,
  type: 'official',
  name,
  entityId: null,
  status: 'discovered',
  votes: [{ kind: 'titleBefore', detail: '局长' }],
  ...change,
});
const findings = (...mentions: Mention[]): Findings => ({ scope: '', date: null, mentions, references: [] });
const JIANG = { type: 'official', name: '江河', page: PAGE } as const;
const namesof = async (page: string | undefined, ...mentions: Mention[]) =>
  (await verdicts.apply(findings(...mentions), page)).mentions.map(({ name }) => name);

describe("the reader's word on a name", () => {
  it('leaves a name out on its page alone, whatever part of the page was asked for', async () => {
    await verdicts.decide({ ...JIANG, entityId: null, reach: 'page' });
    const answer = await verdicts.apply(findings(mention('江河'), mention('林水')), `${PAGE}#part`);
    expect(answer.mentions.map(({ name }) => name)).toEqual(['林水']);
    expect(answer.setAside).toEqual([{ type: 'official', name: '江河' }]);
    expect(await namesof('http://www.wj.gov.cn/html/2.html', mention('江河'))).toEqual(['江河']);
  });

  it('reaches the whole site, and no other', async () => {
    await verdicts.decide({ ...JIANG, entityId: null, reach: 'site' });
    expect(await namesof('http://www.wj.gov.cn/html/2.html', mention('江河'))).toEqual([]);
    expect(await namesof('http://www.jintan.gov.cn/', mention('江河'))).toEqual(['江河']);
  });

  it('puts the chosen one in the place of undecided namesakes', async () => {
    await verdicts.decide({ ...JIANG, entityId: 'person/lin-shui', reach: 'page' });
    const undecided = mention('江河', {
      entityId: 'person/jiang-he',
      status: 'indexed',
      candidates: ['person/jiang-he', 'person/lin-shui'],
      votes: [{ kind: 'undecided' }, { kind: 'dictionary', detail: '江河' }],
    });
    const [decided] = (await verdicts.apply(findings(undecided), PAGE)).mentions;
    expect(decided).toMatchObject({ entityId: 'person/lin-shui', name: '林水', text: '江河', status: 'indexed' });
    expect(decided!.votes).toEqual([
      { kind: 'verdict', detail: '江河' },
      { kind: 'dictionary', detail: '江河' },
    ]);
    expect(decided).not.toHaveProperty('candidates');
  });

  it('counts for the page before its site, and for a name of another type not at all', async () => {
    await verdicts.decide({ ...JIANG, entityId: null, reach: 'site' });
    await verdicts.decide({ ...JIANG, entityId: 'person/jiang-he', reach: 'page' });
    expect(await namesof(PAGE, mention('江河'))).toEqual(['江河']);
    expect(await namesof(PAGE, mention('江河', { type: 'project' }))).toEqual(['江河']);
    await verdicts.decide({ ...JIANG, entityId: null, reach: 'site' });
    expect(await namesof(PAGE, mention('江河'))).toEqual([]);
  });

  it('is taken back, and remembered until then', async () => {
    await verdicts.decide({ ...JIANG, entityId: null, reach: 'page' });
    expect(await namesof(PAGE, mention('江河'))).toEqual([]);
    verdicts = new Verdicts(db, now);
    expect(await namesof(PAGE, mention('江河'))).toEqual([]);
    await verdicts.forget(JIANG);
    expect(await namesof(PAGE, mention('江河'))).toEqual(['江河']);
  });

  it('needs an entity of the index', async () => {
    await expect(verdicts.decide({ ...JIANG, entityId: 'person/nobody', reach: 'page' })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('asks nothing of what has no address', async () => {
    await verdicts.decide({ ...JIANG, entityId: null, reach: 'page' });
    expect(await namesof(undefined, mention('江河'))).toEqual(['江河']);
    expect(await namesof('not an address', mention('江河'))).toEqual(['江河']);
  });
});
