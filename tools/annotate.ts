import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import type { Findings } from '../lib/finder/types';
import { createPackAnnotator } from './annotator';
import { explain, loadCatalogue } from './explain';

const USAGE = `annotate FILE [--url ADDRESS] [--date YYYY-MM-DD]   findings of a text file, one a line
annotate --jsonl                                    {id,url?,date?,text} a line in, {id,scope,date,mentions} a line out`;

const Request = v.object({
  id: v.unknown(),
  url: v.optional(v.nullable(v.string())),
  date: v.optional(v.nullable(v.string())),
  text: v.string(),
});

type Annotate = Awaited<ReturnType<typeof createPackAnnotator>>;

async function answerLines(annotate: Annotate): Promise<void> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const { id, url, date, text } = v.parse(Request, JSON.parse(line));
    const findings = annotate({ text, ...(url && { url }), ...(date && { date }) });
    const mentions = findings.mentions.map(({ start, end, text, type, name, entityId, status }) => {
      return { start, end, text, type, name, entityId, status };
    });
    process.stdout.write(`${JSON.stringify({ id, scope: findings.scope, date: findings.date, mentions })}\n`);
  }
}

function print(findings: Findings): void {
  const catalogue = loadCatalogue();
  console.log(`# ${findings.scope || '—'}\t${findings.date ?? '—'}\t${findings.mentions.length}`);
  for (const mention of findings.mentions) console.log(`${mention.start}\t${explain(catalogue, mention)}`);
}

const { values, positionals } = parseArgs({
  options: { jsonl: { type: 'boolean' }, url: { type: 'string' }, date: { type: 'string' } },
  allowPositionals: true,
});
const [file] = positionals;

if (values.jsonl) await answerLines(await createPackAnnotator());
else if (file) {
  const text = readFileSync(file, 'utf8');
  const annotate = await createPackAnnotator();
  print(annotate({ text, ...(values.url && { url: values.url }), ...(values.date && { date: values.date }) }));
} else {
  console.error(USAGE);
  process.exitCode = 2;
}
