import { parseArgs } from 'node:util';
import type { Pack } from '../../lib/packs/pack';
import { seededRandom } from '../seeded-random';
import { ROOT } from '../setup.mjs';
import { readData } from './read';

// npm run --silent data:draw -- [--seed 1] [--count 30]: facts drawn at random, each with the source to look it up at. The same seed
// draws the same facts of the same data.

interface Fact {
  entity: string;
  says: string;
  sources: string[];
}

const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' }, count: { type: 'string', default: '30' } } });
const { pack, blocks } = readData(ROOT);
const sources = new Map<string, Pack['sources'][number]>(pack.sources.map((source) => [source.id, source]));
const facts = factsOf(pack);
shuffle(facts, Number(values.seed));
facts.slice(0, Number(values.count)).forEach(({ entity, says, sources: cited }, i) => {
  const block = blocks.get(entity)!;
  console.log(`${i + 1}. ${says}\n   ${entity}, ${block.file}:${block.line}`);
  for (const id of cited) {
    const source = sources.get(id);
    console.log(source ? `   ${source.publisher}《${source.title}》${source.date} ${source.url ?? '(no address)'}` : `   ${id} is missing`);
  }
});

/** Every single statement the data make about the world, with what it rests on. */
function factsOf({ organizations, persons, projects, areas }: Pack): Fact[] {
  const nameOf = new Map<string, string>([...organizations, ...areas].map((body) => [body.id, body.name]));
  const posts = persons.flatMap((person) =>
    person.memberships.flatMap(({ organization, role, seen, start_date, end_date, sources: cited }): Fact[] => {
      const post = `${person.name}: ${nameOf.get(organization) ?? organization} ${role}`;
      const resting = cited.length > 0 ? cited : seen.map((one) => one.source);
      return [
        ...seen.map(({ date, source }) => ({ entity: person.id, says: `${post}, seen ${date}`, sources: [source] })),
        ...(start_date ? [{ entity: person.id, says: `${post}, from ${start_date}`, sources: resting }] : []),
        ...(end_date ? [{ entity: person.id, says: `${post}, until ${end_date}`, sources: resting }] : []),
      ];
    }),
  );
  const bodies = organizations.map(({ id, name, area, classification, sources: cited }): Fact => {
    return { entity: id, says: `${name} is a ${classification}${area ? ` of ${nameOf.get(area) ?? area}` : ''}`, sources: cited };
  });
  const places = areas.map(
    ({ id, full_name, code, sources: cited }): Fact => ({
      entity: id,
      says: `${full_name}${code ? `, code ${code}` : ''}`,
      sources: cited,
    }),
  );
  const works = projects.flatMap(({ id, name, sources: cited, budget, milestones, parties }): Fact[] => [
    { entity: id, says: `${name} is a project`, sources: cited },
    ...budget.map((amount) => ({ entity: id, says: `${name}: ${amount.text}, reported ${amount.date}`, sources: [amount.source] })),
    ...milestones.map(({ title, date, due, source }) => ({
      entity: id,
      says: `${name}: ${title} (${date}${due ? `, promised for ${due}` : ''})`,
      sources: [source],
    })),
    ...parties.map((party) => ({
      entity: id,
      says: `${name}: ${party.role} ${party.name ?? nameOf.get(party.organization!)}`,
      sources: party.sources,
    })),
  ]);
  return [...posts, ...bodies, ...places, ...works];
}

/** Fisher and Yates, the same for the same seed. */
function shuffle(items: unknown[], seed: number): void {
  const random = seededRandom(seed);
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j], items[i]];
  }
}
