import { readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { readLabelled } from '../../bench/eval/labelled';
import { PartialDate } from '../../lib/model/dates';
import { ROOT } from '../setup.mjs';
import { COVERED_TYPES, coverageOf, type NamingText } from './coverage';
import { readData } from './read';

// npm run --silent data:coverage [-- [--missing] PATH…]: which share of the officials and bodies that labelled texts require resolves to an
// entity of the data. A path is a folder of texts as in bench/eval, or a JSON file: a list of { id, date, mentions }. Without one, the
// texts of bench/eval and the held-out ones. --missing lists what does not resolve, but never of texts that are held out.

/** A text of the evaluation in the form of JSON: its labels are its mentions. */
const JsonTexts = v.array(
  v.object({
    id: v.string(),
    date: PartialDate,
    mentions: v.array(
      v.object({ type: v.string(), canonical: v.optional(v.string()), text: v.string(), optional: v.optional(v.boolean()) }),
    ),
  }),
);
const HELD_OUT = 'held-out';

const { values, positionals } = parseArgs({ options: { missing: { type: 'boolean', default: false } }, allowPositionals: true });
const { pack } = readData(ROOT);
const percent = (part: number, whole: number) => (whole ? `${((100 * part) / whole).toFixed(1)} %` : '–');
for (const path of positionals.length ? positionals : ['bench/eval/texts', `bench/eval/${HELD_OUT}`].map((own) => resolve(ROOT, own))) {
  const texts = readTexts(path);
  const shares = coverageOf(pack, texts);
  console.log(`${path}: ${texts.length} texts`);
  for (const type of COVERED_TYPES) {
    const { mentions, resolved, names, resolvedNames, missing } = shares[type];
    console.log(
      `  ${type}s: ${resolved} of ${mentions} mentions resolve (${percent(resolved, mentions)}), ${resolvedNames} of ${names} names (${percent(resolvedNames, names)})`,
    );
    if (!values.missing) continue;
    if (basename(resolve(path)) === HELD_OUT) console.log('    (held out: what is missing is not listed)');
    else for (const name of missing) console.log(`    ${name}`);
  }
}

function readTexts(path: string): NamingText[] {
  if (statSync(path).isDirectory()) return readLabelled(path);
  const parsed = v.safeParse(JsonTexts, JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new Error(`${path}: ${parsed.issues.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`).join('; ')}`);
  return parsed.output.map(({ id, date, mentions }) => ({
    id,
    date,
    labels: mentions.map(({ canonical, text, ...label }) => ({ ...label, canonical: canonical ?? text })),
  }));
}
